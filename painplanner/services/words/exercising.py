"""What an exercise trains and which safety line it prints, in the words of the library."""

from __future__ import annotations

from painplanner.core.library import Category, SafetyRule
from painplanner.text import _


def category_words(category: Category) -> str:
    """Return what an exercise trains."""
    return {
        Category.STRENGTH: _("strength"),
        Category.MOBILITY: _("mobility"),
        Category.MOTOR_CONTROL: _("motor control"),
        Category.RELAXATION: _("relaxation"),
        Category.NERVE_GLIDE: _("nerve glide"),
        Category.GRADED_ACTIVITY: _("graded activity"),
        Category.POSTURE: _("posture"),
        Category.AEROBIC: _("endurance"),
        Category.BALANCE: _("balance"),
    }[category]


def safety_words(rule: SafetyRule) -> str:
    """Return which safety line an entry prints."""
    return {
        SafetyRule.GENERAL: _("By its kind"),
        SafetyRule.TENDON: _("Tendon: up to 5 of 10"),
        SafetyRule.NERVE_GLIDE: _("Nerve glide: tingling passes"),
        SafetyRule.GRADED_ACTIVITY: _("Graded: by the clock"),
    }[rule]
