"""The function questionnaire: the patient's own activities, each with a row of boxes; no words of any instrument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from painplanner.core.activities import Activity, activities
from painplanner.core.measure import Measure
from painplanner.core.plan import Plan
from painplanner.documents.blocks import Block, Document, Fill, Message, Paragraph, Scale, rich
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.scale_words import MOST_STEPS, scale_ends, scale_steps
from painplanner.documents.words import Words, capital

PSFS = "measure.psfs"
FEWEST = 3
"""So many activities are rated; for those the plan does not name there is a line.

The PSFS asks for 3 to 5 (Abbott & Schmitt 2014 [R]).
"""


def function_questionnaire(request: Request) -> Document:
    """Return the questionnaire of a plan: what goals and checkpoints name, and lines for what is still to be named."""
    w = paper_words(request)
    t, named = w.t, activities(request.plan, request.measures)
    blocks: list[Block] = [
        _message(bool(named), w),
        _how(w),
        Fill(label=t.gettext("Date")),
        *_scales(named, request, w),
    ]
    if len(named) >= FEWEST:
        blocks.append(Fill(label=t.gettext("Anything else that is hard for you now?"), lines=2))
    blocks += [next_visit_block(request, w), Fill(label=t.gettext("My questions"))]
    return paper(request, KIND.id, t.gettext("What you can do"), tuple(blocks))


def has_activities(plan: Plan, measures: Mapping[str, Measure]) -> bool:
    """Tell whether a plan names anything to rate."""
    return bool(activities(plan, measures))


def _message(is_named: bool, w: Words) -> Message:
    t = w.t
    own = t.gettext("They are in your own words.") if is_named else t.gettext("Write what is hard for you now.")
    return Message(rich("", t.gettext("How well can you do these things?"), f" {own}"), is_summary=True)


def _how(w: Words) -> Paragraph:
    return Paragraph(
        rich(w.t.gettext("Think of the last few days. Mark one box for each. There are no wrong answers."))
    )


def _scales(named: Sequence[Activity], request: Request, w: Words) -> Iterator[Scale]:
    measures = request.measures
    for n, activity in enumerate(named, 1):
        yield _scale(n, capital(w.text(activity.words)), measures.get(activity.measure), w)
    own = next((one.measure for one in named if len(scale_steps(measures.get(one.measure))) == MOST_STEPS), PSFS)
    for n in range(len(named) + 1, FEWEST + 1):
        yield _scale(n, "", measures.get(own), w)


def _scale(n: int, title: str, measure: Measure | None, w: Words) -> Scale:
    low, high = scale_ends(measure, w)
    return Scale(number=str(n), title=title, steps=scale_steps(measure), low=low, high=high)


KIND = Kind(
    id="function-questionnaire",
    make=function_questionnaire,
    name=lambda t: t.gettext("Function questionnaire"),
    about=lambda t: t.gettext("the patient’s own activities, to rate"),
    is_empty=lambda request: not has_activities(request.plan, request.measures),
    empty_words=lambda t: t.gettext(
        "The plan names no activities to rate; alone, the questionnaire prints with lines to write them on."
    ),
)
