"""What is new in a plan since the handout before: at most five points, none on a first paper, English and Spanish."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.drawn_plans import plans
from documents.sciatica import PLAN, SITTING, request, with_step
from hypothesis import given

from painplanner.core.dose import ActivityDose, ExerciseDose, MedicineDose
from painplanner.core.edits.flaring import begin_flare
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Item, Plan, Step, StepStatus, Texts
from painplanner.core.values import replace
from painplanner.documents.blocks import Callout, plain
from painplanner.documents.handout import handout
from painplanner.documents.news import MOST_POINTS, news_box
from painplanner.documents.paper import paper_words

TODAY = date(2026, 1, 27)


def points(old: Plan | None, new: Plan, lang: str = "en") -> list[str]:
    asked = request(new, today=TODAY, start=TODAY, before=old, language=lang)
    box = news_box(asked, paper_words(asked))
    return [plain(item) for item in box.items] if box is not None else []


def exercise(name: str, **more: object) -> Item:
    dose = ExerciseDose(sets=3, reps=10)
    words = (Texts(lang="en", name=name), Texts(lang="es", name=f"{name} (es)"))
    return Item(**{"id": name, "kind": "exercise", "texts": words, "dose": dose, **more})  # type: ignore[arg-type]


def pill(name: str, **more: object) -> Item:
    dose = MedicineDose(amount=Decimal(100), unit="mg")
    return exercise(name, **{"kind": "medicine", "dose": dose, **more})


def course(*items: Item, **more: object) -> Plan:
    step = Step(**{"id": "a", "title": "Calm it", "items": items, "status": StepStatus.ACTIVE, **more})  # type: ignore[arg-type]
    return Plan(id="plan", steps=(step, Step(id="b", title="Build up", items=(exercise("Walk"),))))


def begun(plan: Plan) -> Plan:
    first, second = plan.steps
    done = replace(first, status=StepStatus.DONE, started_on=TODAY, ended_on=TODAY)
    moved: Plan = replace(plan, steps=(done, replace(second, status=StepStatus.ACTIVE)))
    return moved


PAIR = course(exercise("Bridge"), pill("Naproxen"))
STRONGER = exercise("Bridge", dose=ExerciseDose(sets=4, reps=10))
CASES: dict[str, tuple[Plan, Plan, list[str]]] = {
    "a new exercise": (course(exercise("Bridge")), course(exercise("Bridge"), exercise("Bird")), ["New: Bird"]),
    "one in place of another": (
        course(exercise("Bridge")),
        course(exercise("Bridge", stopped_on=TODAY), exercise("Bird", replaces="Bridge")),
        ["New: Bird (in place of: Bridge)"],
    ),
    "one that was stopped": (
        course(exercise("Bridge")),
        course(exercise("Bridge", stopped_on=TODAY)),
        ["Bridge: you can leave this out now."],
    ),
    "one that is gone from the plan": (course(exercise("Bridge")), course(), ["Bridge: you can leave this out now."]),
    "another dose": (
        course(exercise("Bridge")),
        course(STRONGER),
        ["Bridge: now 4 rounds."],
    ),
    "a medicine that was stopped": (
        PAIR,
        course(exercise("Bridge"), pill("Naproxen", stopped_on=TODAY)),
        ["Naproxen: stopped. Ask us if you are not sure how."],
    ),
    "a new medicine": (course(exercise("Bridge")), PAIR, ["New: Naproxen"]),
    "another amount of a medicine": (
        PAIR,
        course(exercise("Bridge"), pill("Naproxen", dose=MedicineDose(amount=Decimal(200), unit="mg"))),
        ["Naproxen: the amount is new. See “Your medicines”."],
    ),
    "the next step": (
        course(exercise("Bridge")),
        begun(course(exercise("Bridge"))),
        ["You begin the next part: step 2, Build up", "Bridge: you can leave this out now."],
    ),
    "what is talked about": (course(), course(exercise("About pain", kind="education", dose=None)), []),
    "words for colleagues": (PAIR, replace(PAIR, note="Call the surgeon", title="Other"), []),
    "nothing": (PAIR, PAIR, []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_point_says_what_concerns_the_patient(case: str) -> None:
    old, new, said = CASES[case]
    assert points(old, new) == said


def test_a_first_paper_says_nothing_is_new() -> None:
    assert points(None, PAIR) == []
    assert points(PAIR, PAIR) == []


def test_a_flare_is_not_news() -> None:
    assert points(PAIR, begin_flare(PAIR, TODAY, counting_ids())) == []


def test_too_many_things_of_a_kind_share_a_point() -> None:
    old = course(*(exercise(name) for name in "abc"), pill("Naproxen"))
    new = begun(course(exercise("a")))
    new = replace(new, steps=(new.steps[0], replace(new.steps[1], items=tuple(exercise(n) for n in "uvxyz"))))
    assert points(old, new) == [
        "Naproxen: stopped. Ask us if you are not sure how.",
        "You begin the next part: step 2, Build up",
        "New: u; v; x; y; z",
        "You can leave out now: a; b; c; Walk",
    ]


def test_spanish_patients_read_it_in_spanish() -> None:
    old, new, _said = CASES["the next step"]
    asked = request(new, before=old, language="es")
    box = news_box(asked, paper_words(asked))
    assert box is not None
    assert box.title == "Lo nuevo en su plan"
    assert points(old, new, "es") == [
        "Empieza la siguiente parte: paso 2, Build up",
        "Bridge (es): ya no tiene que hacerlo.",
    ]
    assert points(course(exercise("Bridge")), course(STRONGER), "es") == ["Bridge (es): ahora 4 series."]


def test_the_handout_carries_the_box_after_its_message() -> None:
    new = replace(SITTING, dose=ActivityDose(minutes=Decimal(25)))
    paper = handout(request(with_step("step-sit", items=(new,)), before=PLAN))
    assert isinstance(paper.blocks[1], Callout)
    assert paper.blocks[1].title == "What is new in your plan"
    assert "What is new in your plan" not in [getattr(block, "title", "") for block in handout(request()).blocks]


@given(plans(), plans())
def test_there_are_never_more_than_five_points(old: Plan, new: Plan) -> None:
    assert len(points(old, new)) <= MOST_POINTS
    assert points(new, new) == []
