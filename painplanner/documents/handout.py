"""The plan for the patient: why, what for, which steps in which order, what to do now, and when to stop and call.

Only what the plan says is printed; a plan without story, goals or checkpoints is still a good paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.measure import Criterion, target_value
from painplanner.core.plan import Checkpoint, Goal, Plan, Step, StepStatus
from painplanner.core.values import replace
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Check,
    Document,
    Fill,
    Heading,
    Message,
    Pair,
    Picture,
    Rich,
    StepRow,
    plain,
    rich,
)
from painplanner.documents.check_words import check_lead, is_near, outcomes
from painplanner.documents.day_words import day, short_day
from painplanner.documents.flare_words import flare_now
from painplanner.documents.handout_boxes import asked_box, flare_box, help_box, short_box
from painplanner.documents.kind import Kind
from painplanner.documents.medicine_boxes import medicine_boxes
from painplanner.documents.news import news_box
from painplanner.documents.now_boxes import lesson_boxes, now_box, shot_boxes
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import (
    criterion_words,
    goal_day,
    goal_text,
    now_value,
    number_or_blank,
    owner_words,
    step_title,
    step_when,
    target_words,
    with_unit,
)
from painplanner.documents.request import Request
from painplanner.documents.step_lines import item_lines
from painplanner.documents.stop import stop_box
from painplanner.documents.words import Words, sentence, sentences

_MOST_BESIDE = 8


def handout(request: Request) -> Document:
    """Return the care-plan handout."""
    w = paper_words(request)
    plan, dates = request.plan, known_dates(request.plan, request.today)
    shown = [item for step in plan.steps for item in step.items if item.stopped_on is None]
    blocks: tuple[Block | None, ...] = (
        _explained(message(plan, dates, w), request),
        news_box(request, w),
        short_box(plan, dates, w) if w.text(plan.why_words, plan.why) else None,
        *_goals(request, w),
        *_steps(plan, dates, w),
        *shot_boxes(request, dates, w),
        *beside(now_box(request, dates, w), flare_now(plan, shown, request.today, w) or flare_box(plan, w)),
        *lesson_boxes(plan, dates, w),
        *medicine_boxes(plan, request.patient, dates, w),
        *beside(asked_box(request, dates, w), help_box(plan, w)),
        stop_box(plan, request.patient, request.practice, w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions")),
    )
    return paper(request, KIND.id, title(plan, w), tuple(b for b in blocks if b is not None))


def title(plan: Plan, w: Words) -> str:
    """Return the title: the plan's plain title, else its own."""
    own = w.text(plan.plain_title) or plan.title.strip()
    return w.t.gettext("Your plan: {title}").format(title=own) if own else w.t.gettext("Your plan")


def message(plan: Plan, dates: KnownDates, w: Words) -> Message:
    """Return the one message: why, in the patient's words, its last sentence in bold; else what the plan is."""
    parts = sentences(w.text(plan.why_words, plan.why))
    if len(parts) > 1:
        return Message(rich(" ".join(parts[:-1]) + " ", parts[-1]))
    return Message(rich(parts[0])) if parts else Message(_summary(plan, dates, w), is_summary=True)


def _explained(block: Message, request: Request) -> Message:
    """Return the message with the picture that explains it, if the plan has one."""
    drawing = request.explaining
    return replace(block, picture=Picture(drawing, alt=drawing.alt)) if drawing is not None else block


def _summary(plan: Plan, dates: KnownDates, w: Words) -> Rich:
    t = w.t
    going = [step for step in plan.steps if step.status is not StepStatus.SKIPPED]
    if not going:
        return rich(t.gettext("We are still working on your plan."))
    count = t.ngettext("Your plan has {n} step.", "Your plan has {n} steps.", len(going)).format(n=len(going))
    first = dates.first_day
    begins = t.gettext("It begins on {day}.").format(day=day(first, w)) if first and first > w.today else ""
    return rich(f"{count} {begins}".strip())


def _goals(request: Request, w: Words) -> tuple[Block, ...]:
    plan = request.plan
    cards = tuple(_goal_card(goal, request, w) for goal in plan.goals if goal_text(goal, w))
    cards = cards or tuple(Card(title=goal.strip()) for goal in request.patient.goals if goal.strip())
    return (Heading(w.t.gettext("What you want to do again")), Cards(cards)) if cards else ()


def _goal_card(goal: Goal, request: Request, w: Words) -> Card:
    by = goal_day(goal, request.plan, w)
    until = short_day(by, w) if by else ""
    lines = [w.t.gettext("By {day}").format(day=until)] if by else []
    if goal.criterion is not None:
        lines = _now_and_goal(goal.criterion, now_value(goal, request, w), until, w)
    return Card(title=goal_text(goal, w), lines=tuple(lines))


def _now_and_goal(criterion: Criterion, now: Decimal | None, until: str, w: Words) -> list[str]:
    """Return where it stands and where it goes to by when; the unit is said once, with the goal."""
    t = w.t
    has_number = criterion.target is not None and target_value(criterion) is not None
    value = number_or_blank(now) if has_number else with_unit(now, criterion, w)
    lines = [t.gettext("Now: {value}").format(value=value)]
    if criterion.target is None:
        return [*lines, t.gettext("By {day}").format(day=until)] if until else lines
    goal = target_words(criterion, w)
    said = t.gettext("Goal: {value}, by {day}") if until else t.gettext("Goal: {value}")
    return [*lines, said.format(value=goal, day=until)]


def _steps(plan: Plan, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    going = [(n, step) for n, step in enumerate(plan.steps, 1) if step.status is not StepStatus.SKIPPED]
    if not going:
        return ()
    rows: list[Block] = [Heading(w.t.gettext("Your steps"))]
    after = _checks_after(plan)
    for n, step in going:
        rows.append(_row(n, step, after.get(step.id, []), plan, dates, w))
    rows += [block for check in after.get("", []) for block in _check_blocks(check, plan, dates, w)]
    return tuple(rows)


def _checks_after(plan: Plan) -> dict[str, list[Checkpoint]]:
    """Return the checkpoints by the last step each decides about ("" for those of no step that is shown).

    A step that is done or stopped was decided about and has no check any more.
    """
    shown = {step.id: step for step in plan.steps if step.status is not StepStatus.SKIPPED}
    found: dict[str, list[Checkpoint]] = {}
    for checkpoint in plan.checkpoints:
        mine = [step for step in shown.values() if step.id in checkpoint.steps]
        if not mine or mine[-1].status not in {StepStatus.DONE, StepStatus.STOPPED}:
            found.setdefault(mine[-1].id if mine else "", []).append(checkpoint)
    return found


def _row(n: int, step: Step, checkpoints: Sequence[Checkpoint], plan: Plan, dates: KnownDates, w: Words) -> StepRow:
    owner = owner_words(step.owner, w)
    name = step_title(step, w)
    checks = tuple(_check(checkpoint, plan, dates, w) for checkpoint in checkpoints)
    lines = tuple(
        line for line in item_lines(step, dates.spans.get(step.id), w, plan.flares) if plain(line) != sentence(name)
    )
    return StepRow(
        number=str(n),
        title=name,
        when=step_when(step, dates.spans.get(step.id), w),
        lines=(*lines, rich(f"{owner}.")) if owner else lines,
        check=checks[0] if checks else None,
        more_checks=checks[1:],
    )


def _check(checkpoint: Checkpoint, plan: Plan, dates: KnownDates, w: Words) -> Check:
    days: Sequence[date] = dates.checks.get(checkpoint.id, ())
    then = outcomes(checkpoint, plan, w) if is_near(days, dates, w) else ""
    return Check(
        lead=check_lead(checkpoint, days, w),
        options=tuple(criterion_words(c, w) for c in checkpoint.criteria),
        then=(then,) if then else (),
    )


def _check_blocks(checkpoint: Checkpoint, plan: Plan, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return a check that does not stand within the row of a step."""
    check = _check(checkpoint, plan, dates, w)
    options, then = (tuple(rich(line) for line in lines) for lines in (check.options, check.then))
    blocks = (Heading(check.lead, level=3), Bullets(options, mark="box"), Bullets(then))
    return tuple(block for block in blocks if isinstance(block, Heading) or block.items)


def beside(*boxes: Callout | None) -> tuple[Block, ...]:
    """Return two boxes side by side; a lone one, or boxes of which one is long, over the whole width."""
    found = tuple(box for box in boxes if box is not None)
    if len(found) == 2 and all(len(box.items) <= _MOST_BESIDE for box in found):
        return (Pair(*found),)
    return found


KIND = Kind(
    id="handout",
    make=handout,
    name=lambda t: t.gettext("Handout"),
    about=lambda t: t.gettext("what is treated and why, the steps, when to call"),
    is_usual=True,
)
