"""The parts of an entry as cards, in the order a clinician reads: how much, for whom not, words, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.dose import BehaviouralDose, CourseDose, HandsOnDose, ProcedureDose
from painplanner.core.figure import Figure
from painplanner.core.figure.shown import Photos
from painplanner.core.home_items import LESSONS
from painplanner.core.library import Intervention, Kind, MedicineReference
from painplanner.core.plan import Texts, texts_in
from painplanner.core.source import Source
from painplanner.core.values import text_in
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.detail.usual_dose import UsualDose
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.pages.library.words import (
    fact_words,
    kept_together,
    legend,
    line_kind_words,
    sentence,
    time_words,
)
from painplanner.gui.widgets.abreast import Abreast
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice, Section, Sign
from painplanner.gui.widgets.facts import Facts
from painplanner.gui.widgets.figure_view import FigureStrip
from painplanner.gui.widgets.labels import label, rule
from painplanner.gui.widgets.parallel_lines import ParallelLine, ParallelLines
from painplanner.gui.widgets.placeholder import Placeholder
from painplanner.services import words
from painplanner.services.words.ranges import range_line
from painplanner.text import _, language

Name = Callable[[str], str]
Jump = Callable[[str], None]
FRAME = QSize(180, 135)
SMALL_FRAME = QSize(124, 93)
TWO_COLUMNS_FROM = 640


def misfit_notice(seen: Seen) -> QWidget | None:
    """Say why the entry does not fit the open patient, or that it does."""
    if seen.misfit:
        return Notice(seen.misfit, "stop" if seen.is_against else "consider")
    return _signed("check", seen.fits) if seen.fits else None


def _signed(sign: str, words_beside: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Sign(sign, "accent", 16))
    row.addWidget(label(words_beside, "minor", wrap=True), 1)
    return line


def pictures(entry: Intervention, figure: Figure | None, photos: Photos) -> QWidget | None:
    """Show the pictures of the movement; a quiet frame stands for an exercise that has none."""
    if figure is not None:
        name = texts_in(entry.texts, language()).name
        return FigureStrip(figure, size=FRAME, photos=photos, name=name, are_scenes=entry.kind.value in LESSONS)
    if entry.figure or entry.kind is Kind.EXERCISE:
        return Placeholder(entry.kind.value, _("Not drawn yet"), SMALL_FRAME)
    return None


def at_a_glance(
    seen: Seen, entry: Intervention, name: Name, jump: Jump, usual: UsualDose | None = None
) -> QWidget | None:
    """Show dose and time at the left, and how the entry is filed at the right."""
    much, filed = _much(seen, entry, name, jump, usual), _filed(entry)
    if not len(much) and not len(filed):
        return None
    made = Section(_("At a glance"))
    made.lines.addWidget(Abreast((much, filed), wide_from=TWO_COLUMNS_FROM))
    return made


def _much(seen: Seen, entry: Intervention, name: Name, jump: Jump, usual: UsualDose | None) -> Facts:
    facts = Facts(_("Dose and time"))
    facts.add(_dose_title(entry), words.dose_shown(entry.dose), role="strong")
    facts.add(_("Usual range"), kept_together(range_line(entry.ranges)))
    if usual is not None:
        facts.add_widget(_("Your usual dose"), usual, usual.words)
    facts.add(_("Expect an effect"), time_words(entry.expect_days))
    facts.add(_("Reassess after"), time_words(entry.reassess_days))
    for title, tip, other, how in (
        (_("Easier"), _("Show the easier entry"), entry.easier, entry.easier_how),
        (_("Harder"), _("Show the harder entry"), entry.harder, entry.harder_how),
    ):
        line = text_in(how, seen.language)
        if name(other):
            facts.add_widget(title, _way(name(other), tip, line, lambda to=other: jump(to)), name(other))
        else:
            facts.add(title, line)
    return facts


def _dose_title(entry: Intervention) -> str:
    """Return how the dose of such an entry is called: a block has a way, a therapy a course."""
    if isinstance(entry.dose, ProcedureDose):
        return _("How it is done")
    return _("Usual course") if isinstance(entry.dose, BehaviouralDose | CourseDose | HandsOnDose) else _("Usual dose")


def _way(name: str, tip: str, how: str, go: Callable[[], None]) -> QWidget:
    """Return the link to an easier or harder entry, and below it how the entry itself is changed."""
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    if how:
        lines.addWidget(label(how, wrap=True))
    lines.addWidget(link(name, tip, go))
    return box


def link(name: str, tip: str, go: Callable[[], None]) -> QWidget:
    """Return a link to another entry that begins where the words beside it begin."""
    made = button(name, go, kind="link", tip=tip)
    made.setProperty("flush", True)
    return made


def _filed(entry: Intervention) -> Facts:
    facts = Facts(_("How it is filed"))
    if entry.category is not None:
        facts.add(_("Trains"), sentence(words.category_words(entry.category)))
    facts.add(_("Mechanism"), sentence(", ".join(words.mechanism_words(one) for one in entry.mechanisms)))
    facts.add(_("Position"), words.position_words(entry.position) if entry.position else "")
    facts.add(_("Equipment"), _listed(words.equipment_words(one) for one in entry.equipment))
    facts.add(_("Discipline"), words.discipline_words(entry.discipline))
    facts.add(_("Side"), _("Chosen in the plan") if entry.two_sided else "")
    return facts


def cautions(entry: Intervention) -> QWidget | None:
    """Name what speaks against the entry and what asks for care."""
    facts = Facts(_("For whom not"))
    facts.add(_("Not with"), _named(entry.contraindications))
    facts.add(_("Take care with"), _named(entry.precautions))
    facts.add(_("Counts as"), _named(entry.drug_classes))
    return _card(_("Safety"), facts)


def _named(codes: tuple[str, ...]) -> str:
    return _listed(words.code_name(code) for code in codes)


def _listed(names: Iterable[str]) -> str:
    """Return names in a row, the first with a capital; abbreviations keep theirs."""
    found = [name if name[:2].isupper() else name[:1].lower() + name[1:] for name in names]
    return sentence(", ".join(found))


def reference_amounts(entry: Intervention) -> QWidget | None:
    """Show start, usual range, maximum and length of a trial of a medicine, each with the tags of its sources."""
    if entry.reference is None:
        return None
    facts = Facts(_("Reference amounts"))
    for title, fact in _amounts(entry.reference):
        if fact is not None:
            facts.add(title, fact_words(fact), tip="\n".join(source.text for source in fact.sources))
    if not len(facts):
        return None
    made = Section(
        _("Reference amounts"), _("To look at only: the dose is typed for each patient, nothing is filled in.")
    )
    made.lines.addWidget(facts)
    return made


def _amounts(reference: MedicineReference):  # noqa: ANN202
    return (
        (_("Start"), reference.start),
        (_("Usual"), reference.usual),
        (_("Maximum"), reference.maximum),
        (_("Trial"), reference.trial),
    )


def patient_text(seen: Seen) -> QWidget | None:
    """Set the patient's words in every language beside one another, line by line."""
    texts = tuple(one for one in seen.languages if one.lines)
    if not texts:
        return None
    made = Section(_("In the patient’s words"))
    made.lines.addWidget(ParallelLines([(_titled(one), checked_words(one)) for one in texts], parallel(texts)))
    return made


def _titled(texts: Texts) -> str:
    name = texts.plain_name or texts.name
    return f"{language_name(texts.lang)}: {name}" if name else language_name(texts.lang)


def checked_words(texts: Texts) -> str:
    """Return who checked a translation, or that nobody has."""
    if texts.checked_by:
        return _("Checked by {name}").format(name=texts.checked_by)
    return _("Not yet checked by a clinician")


def parallel(texts: tuple[Texts, ...]) -> tuple[ParallelLine, ...]:
    """Return the lines of several languages side by side: kind by kind, and within a kind in their order."""
    kinds = dict.fromkeys(line.kind for one in texts for line in one.lines)
    rows: list[ParallelLine] = []
    for kind in kinds:
        columns = [one.of_kind(kind) for one in texts]
        for place in range(max(len(column) for column in columns)):
            cells = tuple(column[place] if place < len(column) else "" for column in columns)
            rows.append(ParallelLine(line_kind_words(kind), cells))
    return tuple(rows)


def source_list(sources: tuple[Source, ...]) -> QWidget | None:
    """List the sources with their tags, and below them what the tags mean."""
    if not sources:
        return None
    facts = Facts(_("Sources"), name_width=36)
    for source in sources:
        facts.add(f"[{source.tag.value}]", source.text, role="minor")
    made = _card(_("Sources"), facts)
    if made is not None:
        made.lines.addWidget(rule())
        made.lines.addWidget(label(legend(sources), "small", wrap=True))
    return made


def _card(title: str, facts: Facts) -> Section | None:
    if not len(facts):
        return None
    made = Section(title)
    made.lines.addWidget(facts)
    return made
