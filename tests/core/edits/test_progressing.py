"""A proposal that is taken becomes the dose from today on; one to stay changes nothing, one to stop keeps the item."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.logged import TODAY, day, item, plan_of

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose, MedicineDose, Progression
from painplanner.core.edits import find_item
from painplanner.core.edits.progressing import accept, accept_all
from painplanner.core.graded import graded_amount, on_day
from painplanner.core.progression_sources import SOURCES
from painplanner.core.proposal import Proposal, ProposalKind, Reason
from painplanner.core.values import Impossible, replace

DOSE = ExerciseDose(sets=3, reps=10)


def proposed(now: AnyDose, later: AnyDose, kind: ProposalKind = ProposalKind.MORE, item_id: str = "i") -> Proposal:
    return Proposal(
        item=item_id,
        kind=kind,
        dose_now=now,
        dose_next=later,
        reason=Reason(code="regular"),
        from_rule="load-steps",
        source=SOURCES["load-steps"],
    )


def test_the_proposed_dose_is_the_dose_from_today_on() -> None:
    more = replace(DOSE, reps=12)
    taken = find_item(accept(plan_of(item(DOSE)), proposed(DOSE, more), TODAY), "i")
    assert (taken.dose, taken.dosed_on) == (more, TODAY)


def test_a_graded_dose_counts_from_today_even_where_it_comes_back_to_where_it_began() -> None:
    rule = Progression(add=Decimal(2), every_days=3, since=day(30))
    old = ActivityDose(minutes=Decimal(8), progression=rule)
    one = item(old)
    plan = accept(plan_of(one), proposed(old, old, ProposalKind.AGAIN), TODAY)
    taken = find_item(plan, "i")
    assert graded_amount(on_day(one, day(30), TODAY).dose) == 28
    assert graded_amount(on_day(taken, day(30), TODAY).dose) == 8


def test_to_stay_changes_nothing_and_to_stop_keeps_the_item_with_its_day() -> None:
    plan = plan_of(item(DOSE))
    assert accept(plan, proposed(DOSE, DOSE, ProposalKind.STAY), TODAY) is plan
    stopped = find_item(accept(plan, proposed(DOSE, DOSE, ProposalKind.STOP), TODAY), "i")
    assert (stopped.stopped_on, stopped.dose) == (TODAY, DOSE)


def test_several_are_taken_in_one_edit_and_what_is_gone_is_refused() -> None:
    plan = plan_of(item(DOSE), item(DOSE, id="j"))
    more = replace(DOSE, reps=12)
    done = accept_all(plan, (proposed(DOSE, more), proposed(DOSE, more, item_id="j")), TODAY)
    assert [one.dose for one in done.steps[0].items] == [more, more]
    with pytest.raises(Impossible, match="no-such-part"):
        accept(plan, proposed(DOSE, more, item_id="gone"), TODAY)


def test_a_medicine_is_never_given_another_dose() -> None:
    pill = item(MedicineDose(amount=Decimal(300)), kind="medicine")
    plan = plan_of(pill)
    assert accept(plan, proposed(DOSE, replace(DOSE, reps=1)), TODAY) is plan
