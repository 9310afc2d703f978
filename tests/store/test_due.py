"""Today is read from prepared rows: so many of each kind, in the order that is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from store.practices import ADA, TODAY, due_of, finalise, paper, plan_for

from painplanner.core.due import DueItem, plan_due
from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Criterion, Measure, Reading, Target
from painplanner.core.patient import Patient, RedFlagAnswer, RedFlags
from painplanner.core.plan import AfterStep, Checkpoint, Closing, Owner, Plan, PlanStatus
from painplanner.core.practice import Person
from painplanner.core.values import Answer, replace
from painplanner.store import NewPaper, Store
from painplanner.store.due_list import MOST_COUNTED, DueAsk

BEN = Patient(id="patient-2", name="Ben Carrow", record_number="2002")
ZOE = Patient(id="patient-3", name="Zoë Adler", record_number="2003")
FEVER = RedFlags(answers=(RedFlagAnswer(flag="red-flag.fever", answer=Answer.YES),), asked_on=TODAY)


@pytest.fixture
def clinic(store: Store) -> Store:
    for patient in (ADA, BEN, ZOE):
        store.save_patient(patient)
    return store


def put(store: Store, patient: Patient, *items: tuple[str, int | None, str], number: int = 1) -> None:
    """Keep rows of a plan: their kind, in how many days, and who for."""
    plan = Plan(id=f"plan-{patient.id}-{number}", number=9000 + number + int(patient.id[-1]) * 100, patient=patient.id)
    rows = [
        DueItem(
            kind=kind, patient=patient.id, plan=plan.id, subject=plan.id, person=person,
            on=TODAY + timedelta(days=days) if days is not None else None, args=(("title", kind),),
        )
        for kind, days, person in items
    ]  # fmt: skip
    store.save_draft(plan, rows)


def put_why(store: Store, patient: Patient, title: str) -> None:
    """Keep one row with a reason of its own."""
    plan = Plan(id="plan-why", number=9999, patient=patient.id)
    on = TODAY - timedelta(days=1)
    args = (("title", title),)
    store.save_draft(plan, [DueItem(kind="goal", patient=patient.id, plan=plan.id, subject="g", on=on, args=args)])


def asked(store: Store, **ask: object) -> list[tuple[str, str]]:
    """Return the kinds and patients of the rows in their order."""
    rows = store.due_list(DueAsk(today=TODAY, **ask)).rows  # type: ignore[arg-type]
    return [(row.kind, row.patient_name.split()[0]) for row in rows]


def test_urgent_kinds_come_first_then_the_days_and_no_day_is_today(clinic: Store) -> None:
    put(clinic, ADA, ("trial-end", -7, ""), ("checkpoint", 3, ""), ("draft", None, ""))
    put(clinic, BEN, ("checkpoint", -1, ""), ("checkpoint", 0, ""))
    clinic.save_patient(replace(ZOE, red_flags=FEVER))
    assert asked(clinic, first=("red-flag",)) == [
        ("red-flag", "Zoë"), ("trial-end", "Łukasz"), ("checkpoint", "Ben"), ("draft", "Łukasz"),
        ("checkpoint", "Ben"), ("checkpoint", "Łukasz"),
    ]  # fmt: skip
    assert next(kind for kind, _who in asked(clinic, first=("red-flag",), is_reversed=True)) == "checkpoint"


def test_a_day_limits_the_rows_but_not_those_without_one(clinic: Store) -> None:
    put(clinic, ADA, ("trial-end", -7, ""), ("checkpoint", 3, ""), ("draft", None, ""), ("goal", 40, ""))
    assert [kind for kind, _ in asked(clinic, until=TODAY)] == ["trial-end", "draft"]
    assert [kind for kind, _ in asked(clinic, until=TODAY + timedelta(days=7))] == ["trial-end", "draft", "checkpoint"]
    assert len(asked(clinic)) == 4


def test_a_person_sees_their_own_rows_and_those_of_everybody(clinic: Store) -> None:
    put(clinic, ADA, ("trial-end", -7, "Dr. Okafor"), ("checkpoint", -2, "M. Reyes"))
    clinic.save_patient(replace(ZOE, red_flags=FEVER))
    found = clinic.due_list(DueAsk(today=TODAY, person="M. Reyes"))
    assert [row.kind for row in found.rows] == ["checkpoint", "red-flag"]
    assert {count.kind: count.count for count in found.counts} == {"checkpoint": 1, "red-flag": 1}
    assert found.people == ("Dr. Okafor", "M. Reyes"), "everybody who has any row, whoever is asked for"


def test_a_row_that_names_nobody_is_for_who_wrote_the_plan(clinic: Store) -> None:
    clinic.save_person(Person(id="person-1", name="M. Reyes"))
    plan = plan_for()
    first = replace(plan.steps[0], owner=Owner(name="Dr. Okafor"))
    plan = replace(plan, steps=(first, *plan.steps[1:]))
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    persons = {row.subject: row.person for row in clinic.due(TODAY)}
    assert persons[first.id] == "Dr. Okafor"
    assert {person for subject, person in persons.items() if subject != first.id} == {"M. Reyes"}


def test_rows_can_be_put_in_order_of_any_column(clinic: Store) -> None:
    put(clinic, ZOE, ("checkpoint", -1, ""), ("goal", -3, ""))
    put(clinic, BEN, ("trial-end", -2, ""))
    put(clinic, ADA, ("goal", -1, ""))
    kinds = ("goal", "trial-end", "checkpoint")
    by_kind = ["goal", "goal", "trial-end", "checkpoint"]
    assert [kind for kind, _ in asked(clinic, order="what", kinds=kinds)] == by_kind
    assert [kind for kind, _ in asked(clinic, order="what", kinds=kinds, is_reversed=True)] == by_kind[::-1]
    assert [who for _, who in asked(clinic, order="who")] == ["Ben", "Łukasz", "Zoë", "Zoë"]
    assert [who for _, who in asked(clinic, order="who", is_reversed=True)] == ["Zoë", "Zoë", "Łukasz", "Ben"]
    assert [kind for kind, _ in asked(clinic, order="why", kinds=kinds)] == by_kind


@pytest.mark.parametrize("is_reversed", [False, True])
def test_names_and_reasons_are_put_in_order_before_rows_are_cut_off(clinic: Store, is_reversed: bool) -> None:
    early = [("goal", -20, "")] * (MOST_COUNTED + 5)
    put(clinic, BEN, *early)
    put(clinic, ADA, *early, number=2)
    put(clinic, replace(ZOE, name="Aaron Zimmer"), ("goal", -1, "first"))
    clinic.save_patient(replace(ZOE, name="Aaron Zimmer"))
    put_why(clinic, ADA, "another reason")
    named = asked(clinic, order="who", kinds=("goal",), most=2, is_reversed=is_reversed)
    assert named == ([("goal", "Łukasz")] * 2 if is_reversed else [("goal", "Aaron"), ("goal", "Ben")])
    first = clinic.due_list(DueAsk(today=TODAY, order="why", kinds=("goal",), most=2, is_reversed=is_reversed)).rows[0]
    assert dict(first.args)["title"] == ("goal" if is_reversed else "another reason")


def test_who_has_a_name_without_letters_stands_before_the_others(clinic: Store) -> None:
    clinic.save_patient(replace(ZOE, name="?"))
    put(clinic, ZOE, ("goal", 0, ""))
    put(clinic, BEN, ("goal", -1, ""))
    assert [who for _, who in asked(clinic, order="who")] == ["?", "Ben"]
    assert [who for _, who in asked(clinic, order="who", is_reversed=True)] == ["Ben", "?"]
    assert [who for _, who in asked(clinic, order="who", most=1, is_reversed=True)] == ["Ben"]


def test_a_person_and_a_day_limit_the_rows_by_name_too(clinic: Store) -> None:
    put(clinic, ADA, ("trial-end", -7, "Dr. Okafor"), ("checkpoint", 2, "M. Reyes"), ("draft", None, "M. Reyes"))
    assert [kind for kind, _ in asked(clinic, order="who", person="M. Reyes", until=TODAY)] == ["draft"]


def test_only_so_many_rows_are_read_and_all_are_counted(clinic: Store) -> None:
    put(clinic, ADA, *(("checkpoint", -n, "") for n in range(30)), *(("goal", n, "") for n in range(30)))
    found = clinic.due_list(DueAsk(today=TODAY, most=5))
    assert [row.on for row in found.rows] == [TODAY - timedelta(days=29 - n) for n in range(5)]
    assert {count.kind: (count.count, count.late) for count in found.counts} == {
        "checkpoint": (30, 29),
        "goal": (30, 0),
    }


def test_counting_ends_at_a_thousand(clinic: Store) -> None:
    put(clinic, ADA, *(("goal", -n, "") for n in range(MOST_COUNTED + 5)))
    (count,) = clinic.due_list(DueAsk(today=TODAY)).counts
    assert (count.count, count.late) == (MOST_COUNTED, MOST_COUNTED)


@pytest.mark.parametrize("order", ["when", "what", "who", "why"])
def test_a_visit_that_is_over_is_neither_listed_nor_counted(clinic: Store, order: str) -> None:
    put(clinic, ADA, ("next-visit", -1, ""), ("next-visit", 0, ""))
    found = clinic.due_list(DueAsk(today=TODAY, order=order))  # type: ignore[arg-type]
    assert [row.on for row in found.rows] == [TODAY]
    assert [(count.count, count.late) for count in found.counts] == [(1, 0)]


def test_nothing_due_is_an_empty_list(clinic: Store) -> None:
    found = clinic.due_list(DueAsk(today=TODAY))
    assert (found.rows, found.counts, found.people) == ((), (), ())


# Handouts to print


def prints(store: Store) -> list[tuple[str, date | None]]:
    return [(row.plan, row.on) for row in store.due(TODAY) if row.kind == "print"]


def sheet() -> NewPaper:
    return NewPaper(document="exercise-sheet", title="Sheet", language="en", pages=1, pdf=b"%PDF sheet")


def test_a_final_revision_waits_for_its_handout(clinic: Store) -> None:
    plan = plan_for()
    first = finalise(clinic, plan, sheet())
    assert prints(clinic) == [("plan-1", TODAY)]
    clinic.add_paper(plan.id, paper(is_draft=True))
    assert prints(clinic) == [("plan-1", TODAY)], "a print marked as draft is none"
    clinic.add_paper(plan.id, paper(), revision=first)
    assert prints(clinic) == []
    second = finalise(clinic, replace(plan, title="Sciatica, calmer"))
    assert prints(clinic) == [("plan-1", TODAY)], "the newest handout is older than the plan"
    clinic.add_paper(plan.id, paper(), revision=first)
    assert prints(clinic) == [("plan-1", TODAY)]
    clinic.add_paper(plan.id, paper(), revision=second)
    assert prints(clinic) == []


def test_a_handout_that_is_bound_with_other_papers_counts_as_printed(clinic: Store) -> None:
    plan = plan_for()
    first = finalise(clinic, plan)
    clinic.add_paper(plan.id, replace(paper(), document="exercise-sheet+daily-log"), revision=first)
    assert prints(clinic) == [("plan-1", TODAY)], "no handout is in it"
    clinic.add_paper(plan.id, replace(paper(), document="handout+exercise-sheet"), revision=first)
    assert prints(clinic) == []


def test_a_handout_is_waited_for_while_the_plan_is_worked_on_and_no_longer_once_it_is_finished(clinic: Store) -> None:
    plan = plan_for()
    finalise(clinic, plan)
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert prints(clinic) == [("plan-1", TODAY)]
    clinic.save_draft(replace(plan, status=PlanStatus.FINISHED), ())
    assert prints(clinic) == []


def test_a_closing_that_is_taken_back_waits_for_the_handout_again(clinic: Store) -> None:
    plan = plan_for()
    finalise(clinic, plan)
    clinic.save_draft(replace(plan, status=PlanStatus.FINISHED), ())
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert prints(clinic) == [("plan-1", TODAY)]


def test_a_closed_plan_waits_for_its_hand_over_until_one_was_printed(clinic: Store) -> None:
    def waits() -> list[tuple[str, date | None]]:
        return [(row.plan, row.on) for row in clinic.due(TODAY) if row.kind == "print-handover"]

    plan = plan_for()
    closed = replace(plan, status=PlanStatus.FINISHED)
    finalise(clinic, plan, paper())
    assert waits() == []
    clinic.save_draft(closed, ())
    assert waits() == [("plan-1", TODAY)], "whether or not its visit was ended"
    revision = finalise(clinic, closed, paper())
    assert waits() == [("plan-1", TODAY)], "a handout is no hand-over"
    given = NewPaper(document="handover", title="Going on", language="en", pages=1, pdf=b"%PDF over")
    clinic.add_paper(plan.id, replace(given, is_draft=True), revision=revision)
    assert waits() == [("plan-1", TODAY)]
    clinic.add_paper(plan.id, given, revision=revision)
    assert waits() == []
    clinic.save_draft(replace(closed, title="Sciatica, over"), ())
    assert waits() == []


def test_a_plan_that_is_closed_again_later_waits_for_another_hand_over(clinic: Store) -> None:
    plan = plan_for()
    given = NewPaper(document="handover", title="Going on", language="en", pages=1, pdf=b"%PDF over")
    finalise(clinic, close_plan(plan, Closing(on=TODAY)), given)
    assert clinic.due(TODAY) == ()
    clinic.save_draft(plan, ())
    assert [row.kind for row in clinic.due(TODAY)] == ["print"]
    clinic.save_draft(close_plan(plan, Closing(on=TODAY + timedelta(days=9))), ())
    assert [row.kind for row in clinic.due(TODAY)] == ["print-handover"]


def test_a_closed_draft_that_is_dropped_leaves_no_row_behind(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(close_plan(plan, Closing(on=TODAY)), ())
    assert [row.kind for row in clinic.due(TODAY)] == ["print-handover"]
    clinic.discard_draft(plan.id)
    assert clinic.due(TODAY) == ()


def test_a_closed_plan_has_one_row_and_its_open_draft_shows_once_the_hand_over_was_printed(clinic: Store) -> None:
    def kinds() -> list[str]:
        return [row.kind for row in clinic.due(TODAY)]

    plan = plan_for()
    closed = close_plan(plan, Closing(on=TODAY))
    retitled = replace(closed, title="Sciatica, over")
    given = NewPaper(document="handover", title="Going on", language="en", pages=1, pdf=b"%PDF over")
    clinic.save_draft(closed, due_of(closed, is_draft=True))
    assert kinds() == ["print-handover"], "printing it ends the visit too"
    clinic.save_draft(retitled, due_of(retitled, is_draft=True))
    assert kinds() == ["print-handover"]
    revision = finalise(clinic, closed)
    clinic.save_draft(retitled, due_of(retitled, is_draft=True))
    assert kinds() == ["print-handover"]
    clinic.add_paper(plan.id, given, revision=revision)
    assert kinds() == ["draft"]
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert sorted(kinds()) == sorted([*(row.kind for row in due_of(plan, is_draft=True)), "print"])


# Looks: ready to decide, or waiting for numbers

SITTING = Measure(id="own.sitting", name=(), maximum=Decimal(600))
LOOK_DAY = TODAY + timedelta(days=7)


def looked_at() -> Plan:
    plan = plan_for(steps=1)
    asked_for = Criterion(
        measure=SITTING.id, baseline=Decimal(10), baseline_on=TODAY, target=Target(amount=Decimal(20))
    )
    check = Checkpoint(
        id="look", steps=(plan.steps[0].id,), when=AfterStep(step=plan.steps[0].id, days=7), criteria=(asked_for,)
    )
    return replace(plan, checkpoints=(check,))


def looks(store: Store) -> set[str]:
    return {row.kind for row in store.due(TODAY) if row.subject == "look"}


def sat(value: int, day: date) -> Reading:
    return Reading(id=f"reading-{day}", patient=ADA.id, measure=SITTING.id, on=day, value=Decimal(value))


def test_a_look_asks_for_its_numbers_until_they_are_there(clinic: Store) -> None:
    clinic.save_own_measure(SITTING)
    plan = looked_at()
    measures = clinic.measures_by_id([SITTING.id, "measure.unknown"])
    assert measures == {SITTING.id: SITTING}
    clinic.save_draft(plan, plan_due(plan, TODAY, is_draft=True, measures=measures))
    assert looks(clinic) == {"reassess"}
    day = next(row.on for row in clinic.due(TODAY) if row.subject == "look")
    assert day is not None
    clinic.save_reading(sat(25, day))
    assert looks(clinic) == {"checkpoint"}
    clinic.delete_reading(f"reading-{day}")
    assert looks(clinic) == {"reassess"}


def test_a_look_stays_with_the_author_of_the_plan_whoever_enters_the_number(clinic: Store) -> None:
    clinic.save_own_measure(SITTING)
    plan = looked_at()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    clinic.save_person(Person(id="person-1", name="Front Desk"))
    clinic.save_reading(sat(25, TODAY + timedelta(days=1)))
    assert {row.person for row in clinic.due(TODAY)} == {"Dr. Ada Okafor"}


def test_what_is_due_for_a_patient_leaves_out_others_later_days_and_what_has_no_day(clinic: Store) -> None:
    put(clinic, ADA, ("checkpoint", 0, ""), ("trial-end", -7, ""), ("checkpoint", 3, ""), ("draft", None, ""))
    put(clinic, BEN, ("checkpoint", -1, ""))
    assert [row.kind for row in clinic.due_of(ADA.id, TODAY)] == ["trial-end", "checkpoint"]
    assert clinic.due_of(ZOE.id, TODAY) == ()
