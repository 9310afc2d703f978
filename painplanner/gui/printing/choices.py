"""What is to be printed: which papers, for which days in whole weeks, in which language, and whether as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.schedule import paper_days
from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_ids, kind_of, usual_ids
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words, near_day_words
from painplanner.gui.languages import language_choices, language_name
from painplanner.gui.printing.bind import Bind
from painplanner.gui.printing.own_ticks import OwnTicks
from painplanner.gui.printing.paper_ticks import PaperTicks
from painplanner.gui.widgets.fields import DateField, Field, choice
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.text import _, current, has_catalogue, ngettext

MOST_WEEKS = 4
"""A sheet carries no more boxes."""
_REMEMBERED = "papers/kinds"


class PaperChoices(QWidget):
    """Days follow the plan until they are chosen; papers are those of last time."""

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the choices in `lines`."""
        super().__init__()
        self._ctx = ctx
        self._is_chosen = False
        self._going: tuple[str, ...] = ()
        self.papers = PaperTicks(ctx.settings)
        kept = tuple(kind for kind in ctx.settings.text(_REMEMBERED).split() if kind in kind_ids())
        self.papers.set_keys(kept or usual_ids())
        self._empty = label("", "consider", wrap=True)
        self._empty.hide()
        self.own = OwnTicks(ctx)
        self.bind = Bind(ctx.settings)
        self.start = DateField(_("From"), None, ctx.today, ahead=True)
        self.span = label("", "small")
        weeks = ((str(n), ngettext("{n} week", "{n} weeks", n).format(n=n)) for n in range(1, MOST_WEEKS + 1))
        self.weeks = choice(weeks, name=_("For"))
        self.language = choice((), name=_("Language"))
        self.language_field = Field(_("Language"), self.language)
        self.draft = ElidedBox()
        self.draft.set_words(_("Print as a draft"))
        self.draft.setAccessibleDescription(_("Every page is marked, and the plan does not become final."))
        self._lay_out()
        self.papers.chosen.connect(self._on_kinds_chosen)
        self.papers.option_chosen.connect(self.changed)
        self.own.chosen.connect(self.changed)
        self.bind.changed.connect(self.changed)
        self.start.changed.connect(self._on_days_chosen)
        self.weeks.activated.connect(lambda _index: self._on_days_chosen())
        self.language.activated.connect(lambda _index: self._on_language_chosen())
        self.draft.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        self.lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.papers)
        head.addWidget(self._empty)
        head.addWidget(self.own)
        head.addWidget(self.bind)
        lines.addLayout(head)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self.start, 3, Qt.AlignmentFlag.AlignTop)
        days.addWidget(Field(_("For"), self.weeks), 2, Qt.AlignmentFlag.AlignTop)
        dated = QVBoxLayout()
        dated.setSpacing(4)
        dated.addWidget(label(_("Days on the papers"), "strong"))
        dated.addLayout(days)
        dated.addWidget(self.span)
        lines.addLayout(dated)
        lines.addWidget(self.language_field)
        lines.addWidget(self.draft)

    # What was chosen

    def kinds(self, plan: Plan) -> tuple[str, ...]:
        """Return the papers that are ticked; one that would ask for nothing does not go along with another paper."""
        ticked, empty_ones = self.papers.keys(), self._empty_ones(plan, self.papers.keys())
        full = tuple(kind for kind in ticked if kind not in empty_ones)
        return full or ticked[:1]

    def _empty_ones(self, plan: Plan, those: tuple[str, ...]) -> tuple[str, ...]:
        """Return those papers that would say nothing."""
        days = self.days()
        if days is None:
            return ()
        from painplanner.services.gathering import gather_words
        from painplanner.services.publish import is_empty

        request = gather_words(self._ctx.store, plan, self._ctx.today(), days=days)
        return tuple(kind for kind in those if is_empty(kind, request))

    def show_emptiness(self, plan: Plan) -> None:
        """Put papers last that would ask for nothing, and say it of one that is ticked, or has other days."""
        ticked = self.papers.keys()
        empty_ones = self._empty_ones(plan, kind_ids())
        self.papers.show_for(plan, empty_ones)
        self._going = tuple(kind for kind in ticked if kind not in empty_ones) or ticked[:1]
        self.bind.setVisible(len(self._going) + len(self.own.keys()) > 1)
        self._show_readers()
        words = _empty_words(tuple(kind for kind in ticked if kind in empty_ones))
        if any(kind_of(kind).takes_log for kind in ticked) and self.weeks.currentData() == "3":
            words.append(_("The daily log has 1, 2 or 4 weeks: it prints 4."))
        self._empty.setText(" ".join(words))
        self._empty.setVisible(bool(words))

    def days(self) -> tuple[date, date] | None:
        """Return the first and last day, `None` while the first cannot be read."""
        start = self.start.day()
        return None if start is None else (start, start + timedelta(days=7 * int(self.weeks.currentData()) - 1))

    def lang(self) -> str:
        """Return the language of the papers."""
        return str(self.language.currentData() or "")

    def options(self) -> Mapping[str, str]:
        """Return what was chosen of the papers' own choices."""
        return self.papers.options()

    @property
    def is_draft(self) -> bool:
        """Tell whether pages are to be marked as draft."""
        return self.draft.isChecked()

    # What is shown

    def begin(self, plan: Plan, patient: Patient, kind: str = "") -> None:
        """Offer what fits a plan, before anything was chosen; Impossible is raised when its days cannot be told."""
        self._is_chosen = False
        self.draft.setChecked(False)
        if kind in kind_ids():
            self.papers.set_keys((kind,))
        self.bind.begin()
        self._offer_languages(patient)
        self.follow(plan)

    def follow(self, plan: Plan) -> None:
        """Take the days from the plan, unless they were chosen."""
        if not self._is_chosen:
            start, end = paper_days(plan, self._ctx.today())
            self.start.line.setText(day_words(start))
            self.weeks.setCurrentIndex(max(0, self.weeks.findData(str(((end - start).days + 1) // 7))))
        self._show_last_day()

    def _offer_languages(self, patient: Patient) -> None:
        """Offer the languages that papers are written in, and the patient's own in any case."""
        offered = {code: name for code, name in language_choices() if has_catalogue(code)}
        offered.setdefault(patient.language, language_name(patient.language))
        self.language.clear()
        for code, name in offered.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(patient.language))
        self.language_field.setVisible(len(offered) > 1)
        self._show_readers()

    def _show_readers(self) -> None:
        """Say it when fixed words are not translated, or when colleagues read another language."""
        lang, colleagues = self.lang(), self._ctx.practice.language
        is_mixed = lang != colleagues and any(kind_of(kind).reader is Reader.COLLEAGUE for kind in self._going)
        words = ""
        if not has_catalogue(lang):
            untold = _("Fixed words are not translated into {language} yet and print in English.")
            words = untold.format(language=language_name(lang))
        elif is_mixed:
            words = _("Papers for colleagues: {language}").format(language=language_name(colleagues))
        self.language_field.show_hint(words)

    def summary(self) -> str:
        """Return in one line what would be printed, much of which may be scrolled out of sight."""
        if not self._going:
            return ""
        count = len(self._going) + len(self.own.keys())
        what = kind_of(self._going[0]).name(current())
        parts = [what if count == 1 else ngettext("{n} paper", "{n} papers", count).format(n=count)]
        days = self.days()
        if days is not None:
            first, last = (near_day_words(day, self._ctx.today()) for day in days)
            parts.append(_("{first} to {last}").format(first=first, last=last))
        parts.append(language_name(self.lang()))
        if self.is_draft:
            parts.append(_("draft"))
        return " · ".join(parts)

    def _show_last_day(self) -> None:
        days = self.days()
        words = ""
        if days is not None:
            first, last = (near_day_words(day, self._ctx.today(), weekday=True) for day in days)
            words = _("{first} to {last}").format(first=first, last=last)
            self.start.show_hint("")
        self.span.setText(words)
        self.start.line.setAccessibleDescription(words)

    def _on_kinds_chosen(self) -> None:
        self._ctx.settings.remember(_REMEMBERED, " ".join(self.papers.keys()))
        self.changed.emit()

    def _on_days_chosen(self) -> None:
        self._is_chosen = True
        self._show_last_day()
        self.changed.emit()

    def _on_language_chosen(self) -> None:
        self._show_readers()
        self.changed.emit()


def _empty_words(kinds: tuple[str, ...]) -> list[str]:
    """Return why a ticked paper would say nothing; several are named in one sentence."""
    reasons = list(dict.fromkeys(kind_of(kind).empty_words(current()) for kind in kinds))
    if len(reasons) < 2:
        return reasons
    names = ", ".join(kind_of(kind).name(current()) for kind in kinds)
    return [_("These would say nothing of this plan yet and stay out: {papers}.").format(papers=names)]
