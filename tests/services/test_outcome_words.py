"""What plans came to is said in counts first, and in percent only where there are plans enough."""

from __future__ import annotations

from datetime import date

import pytest

from painplanner.core.outcomes import GoalSeen, Tally
from painplanner.core.plan import Closing, Goal, GoalEnd, Plan
from painplanner.services.words.outcomes import closed_sentence, goal_seen_words, share_words, tally_words

TABLE = [
    (Tally(plans=1, judged=1, reached=1), "1 closed plan: 1 of 1 goal reached", "too few plans for a percentage"),
    (
        Tally(plans=9, judged=9, reached=5, partly=3, not_reached=2, unknown=1, no_longer_wanted=2),
        "9 closed plans: 5 of 10 goals reached; 3 partly; 2 no longer wanted; 1 not known",
        "too few plans for a percentage",
    ),
    (Tally(plans=2, unknown=3), "2 closed plans, no outcome known; 3 not known", "too few plans for a percentage"),
    (Tally(plans=12, judged=9, reached=9, unknown=3), "12 closed plans: 9 of 9 goals reached; 3 not known", "too few"),
    (Tally(plans=10, judged=10, reached=5, not_reached=5), "10 closed plans: 5 of 10", "50 % (range 23 to 77 %)"),
]


@pytest.mark.parametrize(("tally", "counts", "percent"), TABLE)
def test_counts_are_always_said_and_a_percentage_only_from_ten_judged_plans(
    tally: Tally, counts: str, percent: str
) -> None:
    assert tally_words(tally).startswith(counts)
    assert share_words(tally).startswith(percent)


def test_a_goal_without_a_measure_asks_the_patient() -> None:
    assert goal_seen_words(GoalSeen(goal="g")) == "Not measured; ask the patient."


def test_a_closed_plan_says_its_day_and_its_goals() -> None:
    closing = Closing(on=date(2026, 4, 1), goals=(("g", GoalEnd.REACHED),))
    plan = Plan(id="plan", goals=(Goal(id="g", text="Sit through dinner"),))
    assert closed_sentence(closing, plan) == "Closed on 1 Apr 2026. Sit through dinner: reached"
    assert closed_sentence(closing, Plan(id="plan")) == "Closed on 1 Apr 2026."
