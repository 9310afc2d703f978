"""Every change of a plan as a function from plan to plan: always valid, never a dangling reference.

Parts that a change does not touch stay the same objects, so a page sees at once what it need not draw again.
"""

from painplanner.core.edits.first_look import first_look
from painplanner.core.edits.items import (
    add_item,
    add_items,
    blank_medicine,
    move_items,
    new_item,
    resume_item,
    set_dose,
    stop_item,
    swap_item,
    with_level,
)
from painplanner.core.edits.made_template import template_from_plan, texts_naming
from painplanner.core.edits.painful import set_painful
from painplanner.core.edits.parts import (
    add_checkpoint,
    add_driver,
    add_goal,
    find_item,
    find_step,
    set_checkpoint,
    set_driver,
    set_goal,
    set_item,
    set_plan,
    set_step,
    step_of,
)
from painplanner.core.edits.removal import remove
from painplanner.core.edits.steps import add_step, insert_steps, move_steps
from painplanner.core.edits.stopping import is_never_sudden, stopped_suddenly, with_stop_plan
from painplanner.core.edits.templates import join_template, plan_from_template

__all__ = [
    "add_checkpoint",
    "add_driver",
    "add_goal",
    "add_item",
    "add_items",
    "add_step",
    "blank_medicine",
    "find_item",
    "find_step",
    "first_look",
    "insert_steps",
    "is_never_sudden",
    "join_template",
    "move_items",
    "move_steps",
    "new_item",
    "plan_from_template",
    "remove",
    "resume_item",
    "set_checkpoint",
    "set_dose",
    "set_driver",
    "set_goal",
    "set_item",
    "set_painful",
    "set_plan",
    "set_step",
    "step_of",
    "stop_item",
    "stopped_suddenly",
    "swap_item",
    "template_from_plan",
    "texts_naming",
    "with_level",
    "with_stop_plan",
]
