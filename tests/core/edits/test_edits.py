"""Every edit keeps the plan valid and whole, and leaves alone what it does not touch."""

from __future__ import annotations

from core.whole_plans import TODAY, all_ids, chain, dangling, plans, small_library
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core import edits
from painplanner.core.codec import decode_plan, encode_plan
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Plan, items_of
from painplanner.core.schedule import schedule
from painplanner.core.values import Region, Side

LIBRARY = small_library()


def draw_edit(data: st.DataObject, plan: Plan) -> Plan:
    """Draw one edit that the plan allows, and return what it makes."""
    new_id = counting_ids(5000)
    steps = [step.id for step in plan.steps]
    items = [item.id for _, item in items_of(plan)]
    place = data.draw(st.integers(-1, 6))
    made = [
        lambda: edits.add_item(plan, edits.new_item(LIBRARY.entries["exercise.glide"], LIBRARY, new_id), new_id),
        lambda: edits.add_step(plan, new_id, after=data.draw(st.sampled_from(["", *steps]))),
        lambda: edits.add_checkpoint(plan, new_id, steps=steps[:1]),
        lambda: edits.add_goal(plan, new_id, "walk to the shop"),
        lambda: edits.add_driver(plan, new_id, "a stiff hip"),
        lambda: edits.set_painful(plan, Region.KNEE, data.draw(st.sampled_from([None, *Side]))),
        lambda: edits.remove(plan, data.draw(st.sets(st.sampled_from(["nothing", *all_ids(plan)])))),
        lambda: edits.move_steps(plan, data.draw(st.sets(st.sampled_from(["nothing", *steps]))), place),
    ]
    if items:
        item = data.draw(st.sampled_from(items))
        entry = LIBRARY.entries["exercise.bridge"]
        made += [
            lambda: edits.move_items(plan, {item, *items[:2]}, data.draw(st.sampled_from(steps)), place),
            lambda: edits.swap_item(plan, item, entry, LIBRARY, new_id, today=TODAY),
            lambda: edits.stop_item(plan, item, TODAY),
            lambda: edits.resume_item(plan, item),
            lambda: edits.set_dose(plan, item, None),
        ]
    return data.draw(st.sampled_from(made))()


@given(plan=plans(), data=st.data())
def test_every_edit_keeps_the_plan_whole(plan: Plan, data: st.DataObject) -> None:
    new = draw_edit(data, plan)
    assert dangling(new) == set()
    assert decode_plan(encode_plan(new)) == new
    schedule(new, TODAY)


@given(plan=plans(), data=st.data())
def test_steps_that_an_edit_leaves_as_they_were_stay_the_same_objects(plan: Plan, data: st.DataObject) -> None:
    new = draw_edit(data, plan)
    before = {step.id: step for step in plan.steps}
    assert [s.id for s in new.steps if s == before.get(s.id) and s is not before[s.id]] == []


def test_an_edit_of_one_step_shares_the_other_thirty_nine() -> None:
    plan = chain(40)
    new = edits.set_step(plan, plan.steps[7].id, note="slower")
    assert [a is b for a, b in zip(new.steps, plan.steps, strict=True)].count(False) == 1
    assert new.checkpoints is plan.checkpoints


def test_an_edit_that_changes_nothing_returns_the_same_plan() -> None:
    plan = chain(3)
    assert edits.set_step(plan, plan.steps[0].id, note="") is plan
    assert edits.remove(plan, ["nothing"]) is plan
    assert edits.move_steps(plan, [plan.steps[1].id], 1) is plan
    assert edits.move_items(plan, [plan.steps[0].items[0].id], plan.steps[0].id, 0) is plan
