"""The painful side is entered once: procedures, hands-on care and devices of one side take it as exercises do."""

from __future__ import annotations

import pytest
from core.whole_plans import entry, small_library

from painplanner.core import edits
from painplanner.core.dose import AnyDose, DeviceDose, HandsOnDose, ProcedureDose, side_of
from painplanner.core.ids import counting_ids
from painplanner.core.library import Kind
from painplanner.core.plan import Item, Plan, Step
from painplanner.core.values import Region, Side

LIBRARY = small_library()
SIDED = [
    (Kind.PROCEDURE, ProcedureDose, Side.LEFT),
    (Kind.DIAGNOSTIC, ProcedureDose, Side.LEFT),
    (Kind.HANDS_ON, HandsOnDose, Side.LEFT),
    (Kind.HANDS_ON, DeviceDose, Side.RIGHT),
]


def sides(plan: Plan) -> list[Side | None]:
    return [side_of(item.dose) for item in plan.steps[0].items]


@pytest.mark.parametrize(("kind", "dose", "side"), SIDED)
def test_what_is_done_on_one_side_comes_on_the_painful_one(kind: Kind, dose: type[AnyDose], side: Side) -> None:
    plan = Plan(id="p", side=side)
    one_sided, midline = entry("one", kind, dose(), two_sided=True), entry("midline", kind, dose())
    assert side_of(edits.new_item(one_sided, LIBRARY, counting_ids(), plan=plan).dose) is side
    assert side_of(edits.new_item(one_sided, LIBRARY, counting_ids(), plan=Plan(id="p")).dose) is None
    assert side_of(edits.new_item(midline, LIBRARY, counting_ids(), plan=plan).dose) is None


@pytest.mark.parametrize("dose", [ProcedureDose, HandsOnDose, DeviceDose])
def test_what_is_done_on_one_side_follows_the_painful_one(
    dose: type[ProcedureDose] | type[HandsOnDose] | type[DeviceDose],
) -> None:
    doses = [dose(side=side, note="as agreed") for side in (None, Side.LEFT, Side.RIGHT)]
    items = tuple(Item(id=f"i{n}", kind="procedure", dose=each, two_sided=True) for n, each in enumerate(doses))
    midline = Item(id="midline", kind="procedure", dose=dose(), two_sided=False)
    plan = Plan(id="p", side=Side.LEFT, steps=(Step(id="s", items=(*items, midline)),))
    right = edits.set_painful(plan, Region.KNEE, Side.RIGHT)
    assert sides(right) == [Side.RIGHT, Side.RIGHT, Side.RIGHT, None]
    assert sides(edits.set_painful(plan, Region.KNEE, None)) == [None, None, Side.RIGHT, None]
    assert right.steps[0].items[0].dose == dose(side=Side.RIGHT, note="as agreed")
