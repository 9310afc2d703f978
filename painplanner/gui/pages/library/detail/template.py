"""A template to read: why, what drives the pain, goals, the steps with the checkpoints between them, the flare plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.edits import plan_from_template
from painplanner.core.ids import counting_ids
from painplanner.core.library import Library, Template
from painplanner.core.measure import Criterion
from painplanner.core.plan import Checkpoint, Goal, Item, Outcome, Plan, Step, item_name, texts_in
from painplanner.core.values import LangText, text_in
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.detail.sections import link
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.pages.library.words import time_words
from painplanner.gui.widgets.cards import Card, Section, Sign
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.facts import Facts
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.parallel_lines import ParallelLine, ParallelLines
from painplanner.services import words
from painplanner.text import _

Jump = Callable[[str], None]


def template_sections(
    seen: Seen, template: Template, library: Library, today: date, jump: Jump
) -> Iterator[QWidget | None]:
    """Show a template as the plan that it makes, in words."""
    plan = plan_from_template(template, library, counting_ids(1), patient="", today=today, number=0, lang=seen.language)
    yield _story(seen, template)
    yield _drivers(seen, plan)
    yield _goals(seen, template, plan, library)
    yield label(_("Steps and checkpoints"), "section")
    last_of = {check.id: _last_step(plan, check) for check in plan.checkpoints}
    for number, step in enumerate(plan.steps, 1):
        yield _step_card(seen, plan, step, number, library, jump)
        for check in plan.checkpoints:
            if last_of[check.id] == step.id:
                yield _checkpoint(seen, plan, check, library)
    for check in plan.checkpoints:
        if not last_of[check.id]:
            yield _checkpoint(seen, plan, check, library)
    yield _in_languages(_("Plan for a flare"), seen, template.flare)


def _last_step(plan: Plan, check: Checkpoint) -> str:
    """Return the step after which a checkpoint is read: the last of those that it decides about."""
    return next((step.id for step in reversed(plan.steps) if step.id in check.steps), "")


def _story(seen: Seen, template: Template) -> QWidget | None:
    return _in_languages(_("Why"), seen, template.why)


def _in_languages(title: str, seen: Seen, texts: tuple[LangText, ...]) -> QWidget | None:
    """Set the lines of a text in every language beside one another."""
    if not texts:
        return None
    found = {one.lang: one.text.splitlines() for one in texts}
    langs = [one.lang for one in seen.languages if one.lang in found] or list(found)
    rows = [
        ParallelLine("", tuple(found[lang][n] if n < len(found[lang]) else "" for lang in langs))
        for n in range(max(len(found[lang]) for lang in langs))
    ]
    made = Section(title)
    made.lines.addWidget(ParallelLines([(language_name(lang), "") for lang in langs], rows))
    return made


def _drivers(seen: Seen, plan: Plan) -> QWidget | None:
    if not plan.drivers:
        return None
    facts = Facts(_("What drives the pain"))
    for driver in plan.drivers:
        mechanism = words.mechanism_words(driver.mechanism) if driver.mechanism is not None else "–"
        facts.add(mechanism[:1].upper() + mechanism[1:], driver.text or text_in(driver.words, seen.language))
    return _section(_("What drives the pain"), facts)


def _goals(seen: Seen, template: Template, plan: Plan, library: Library) -> QWidget | None:
    facts = Facts(_("Goals"))
    for asked, goal in zip(template.goals, plan.goals, strict=True):
        when = time_words((asked.by_days, asked.by_days)) if asked.by_days else ""
        facts.add(_("In {time}").format(time=when) if when else "–", _goal_words(seen, goal, library))
    return _section(_("Goals"), facts) if len(facts) else None


def _goal_words(seen: Seen, goal: Goal, library: Library) -> str:
    said = goal.text or text_in(goal.words, seen.language)
    if goal.criterion is None:
        return said
    return f"{said} ({_criterion(seen, goal.criterion, library)})"


def _criterion(seen: Seen, criterion: Criterion, library: Library) -> str:
    """Return a criterion without the place for today's value, which a template does not have."""
    said = words.criterion_words(criterion, library.measures.get(criterion.measure), seen.language)
    kept = said.replace(": ? → ", ": ")
    return kept.replace("≥ ", "≥\N{NO-BREAK SPACE}").replace("≤ ", "≤\N{NO-BREAK SPACE}")


def _section(title: str, facts: Facts) -> Section:
    made = Section(title)
    made.lines.addWidget(facts)
    return made


def _step_card(seen: Seen, plan: Plan, step: Step, number: int, library: Library, jump: Jump) -> QWidget:
    card = Card(margin=16, gap=4)
    texts = texts_in(step.words, seen.language)
    top = QHBoxLayout()
    top.setSpacing(10)
    top.addWidget(label(f"{number}", "muted"))
    top.addWidget(label(texts.name or step.title, "strong", wrap=True), 1)
    if step.purpose is not None:
        top.addWidget(Tag(words.purpose_words(step.purpose), step.purpose.value))
    card.lines.addLayout(top)
    who = words.discipline_words(step.owner.discipline)
    begins = words.timing_words(step.timing, plan) if step.timing is not None else _("begins with the plan")
    lasts = words.trial_words(step.trial_end) if step.trial_end is not None else ""
    card.lines.addWidget(label(" · ".join(part for part in (who, begins, lasts) if part), "minor", wrap=True))
    for line in texts.lines:
        card.lines.addWidget(label(line.text, wrap=True))
    items = QVBoxLayout()
    items.setSpacing(0)
    for item in step.items:
        items.addWidget(_item_line(seen, item, library, jump))
    card.lines.addLayout(items)
    return card


def _item_line(seen: Seen, item: Item, library: Library, jump: Jump) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    name = item_name(item, seen.language) or item.source
    if item.source in library.entries:
        row.addWidget(link(name, _("Show this entry"), lambda: jump(item.source)))
    else:
        row.addWidget(label(name))
    row.addWidget(label(words.dose_shown(item.dose) or words.kind_words(item.kind), "minor", wrap=True), 1)
    return line


def _checkpoint(seen: Seen, plan: Plan, check: Checkpoint, library: Library) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 4, 16, 4)
    row.setSpacing(8)
    row.addWidget(Sign("diamond", "text", 16), 0, Qt.AlignmentFlag.AlignTop)
    lines = QVBoxLayout()
    lines.setSpacing(4)
    when = words.timing_words(check.when, plan)
    lines.addWidget(label(_("Checkpoint {when}").format(when=when), "strong", wrap=True))
    found = (_criterion(seen, one, library) for one in check.criteria)
    joined = f" {_('or') if check.combine.value == 'any' else _('and')} ".join(found)
    lines.addWidget(label(joined, wrap=True))
    facts = Facts(_("What follows"), name_width=76)
    for outcome, action in (
        (Outcome.MET, check.on_met),
        (Outcome.PARTLY, check.on_partly),
        (Outcome.NOT_MET, check.on_not_met),
    ):
        if action is not None:
            facts.add(words.outcome_words(outcome), words.action_words(action, plan, seen.language))
    lines.addWidget(facts)
    row.addLayout(lines, 1)
    return box
