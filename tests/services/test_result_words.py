"""Results in one sentence each: what moved, whether it is met, how sure that is, and what stands beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.progress.numbers import (
    MEASURES,
    NDI,
    PAIN,
    RAISES,
    SCREEN,
    SITTING,
    SLEPT,
    TODAY,
    WALKING,
    asks,
    day,
    read,
    to,
    week,
)
from core.review.made import exercise, plan, step

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint
from painplanner.core.measure import Criterion, Reading, TargetKind
from painplanner.core.plan import Flare, Texts
from painplanner.core.progress.beside import Beside, Note, Sore
from painplanner.core.progress.decided import Overdue
from painplanner.core.progress.judge import CheckResult, judge
from painplanner.core.progress.reach import Reach
from painplanner.core.progress.since import Delta, Win, WinKind
from painplanner.core.values import Impossible, Side, replace
from painplanner.services.words.refusals import impossible_sentence
from painplanner.services.words.results import (
    beside_lines,
    check_sentence,
    moved_sentence,
    overdue_sentence,
    reach_sentence,
    result_sentence,
    win_sentence,
)

BRIDGE = exercise(texts=(Texts(lang="en", name="Bridge"),))
PLAN = plan(step(BRIDGE, title="Calm the nerve"), step(step_id="load", title="Load"))


def judged(criterion: Criterion, *readings: Reading) -> CheckResult:
    met = Action(kind=ActionKind.NEXT_STEP, target="load")
    return judge(Checkpoint(id="c", criteria=(criterion,), on_met=met), MEASURES, readings, TODAY)


def said(criterion: Criterion, *readings: Reading) -> str:
    return result_sentence(judged(criterion, *readings).parts[0])


@pytest.mark.parametrize(
    ("criterion", "readings", "sentence"),
    [
        (
            asks(WALKING, 20, 10),
            week(WALKING, (25,) * 7),
            (
                "Walking minutes: 10 → 25 min; target 20: met; change larger than the smallest that matters (2.5 [R]); "
                "7 of the last 7 days filled"
            ),
        ),
        (
            asks(SITTING, 20, 10),
            week(SITTING, (15, 15, None, 15, 15)),
            "Sitting minutes: 10 → 15 min; target 20: partly; 4 of the last 7 days filled",
        ),
        (
            asks(PAIN, 3, 7),
            (read(PAIN, 5, -1),),
            (
                "Pain: 7 → 5; target 3: partly; change just as large as the smallest that matters (2 [R]); "
                "measured on 27 Jan 2026"
            ),
        ),
        (
            asks(PAIN, 3, 7),
            (read(PAIN, 9),),
            "Pain: 7 → 9; target 3: not met; worse by 2; measured on 28 Jan 2026",
        ),
        (
            asks(NDI, 15, 30),
            (read(NDI, 24),),
            (
                "Ndi: 30 → 24; target 15: not met; no detectable change: smaller than the error of the measure "
                "(10.2 [R]); measured on 28 Jan 2026"
            ),
        ),
        (
            asks(PAIN, to(None, TargetKind.MCID), 1),
            (read(PAIN, 0),),
            (
                "Pain: 1 → 0; target -1, beyond the scale: met, as the best of the scale is reached; "
                "change smaller than the smallest that matters (2 [R]); measured on 28 Jan 2026"
            ),
        ),
        (asks(PAIN, 3, 7), (read(PAIN, 7),), "Pain: 7 → 7; target 3: not met; no change; measured on 28 Jan 2026"),
        (
            asks(PAIN, 3),
            (read(PAIN, 5),),
            (
                "Pain: 5; target 3: not reached; without the value at the start nobody can say how far it has come; "
                "measured on 28 Jan 2026"
            ),
        ),
        (
            asks(PAIN, None, 7),
            (read(PAIN, 5),),
            (
                "Pain: 7 → 5; it has no target yet; change just as large as the "
                "smallest that matters (2 [R]); measured on 28 Jan 2026"
            ),
        ),
        (asks(SCREEN, 4), (read(SCREEN, 5),), "Dn4: 5; this screen has no better or worse; measured on 28 Jan 2026"),
        (
            asks(SLEPT, 5, 1),
            week(SLEPT, (1, 1, 0)),
            "Slept through the night: not enough data: 3 of the last 7 days are filled, 4 are needed",
        ),
        (asks(PAIN, 3, 7), (), "Pain: not enough data: nothing new was measured"),
        (
            asks(RAISES, 20, 5, side=Side.BOTH),
            (read(RAISES, 25, side=Side.LEFT), read(RAISES, 22, side=Side.RIGHT)),
            "Heel raises, both sides: 5 → 22; target 20: met; measured on 28 Jan 2026 (right)",
        ),
    ],
)
def test_a_result_is_one_sentence_with_its_reason(
    criterion: Criterion, readings: tuple[Reading, ...], sentence: str
) -> None:
    assert said(criterion, *readings) == sentence


def test_a_measure_that_left_the_library_says_so() -> None:
    gone = replace(asks(PAIN, 3, 7), measure="measure.gone")
    assert said(gone) == "Pain: its measure is no longer in the library"


def test_a_checkpoint_says_what_its_rule_makes_of_the_numbers() -> None:
    assert check_sentence(judged(asks(PAIN, 3, 7), read(PAIN, 3)), PLAN) == "Met: go on to “Load”"
    assert check_sentence(judged(asks(PAIN, 3, 7), read(PAIN, 5)), PLAN) == "Partly met: recheck in 14 days"
    assert check_sentence(judged(asks(PAIN, 3, 7), read(PAIN, 7)), PLAN) == "Not met: reconsider the cause"


def test_too_little_data_is_never_said_to_be_not_met() -> None:
    assert check_sentence(judged(asks(PAIN, 3, 7)), PLAN).startswith("Not enough data yet")
    assert check_sentence(judged(asks(PAIN, None, 7), read(PAIN, 5)), PLAN).startswith("Cannot be worked out yet")


def test_reach_is_said_with_its_day_and_whether_anybody_could_get_there() -> None:
    found = Reach(criterion=asks(SITTING, 20), item="bridge", on=day(7), amount=Decimal(18), target=Decimal(20))
    assert reach_sentence(found, PLAN) == (
        "By 4 Feb 2026 “Bridge” comes to 18 min: 20 is out of reach even for a patient who does everything."
    )
    near = replace(found, amount=Decimal(20))
    assert reach_sentence(near, PLAN) == "By 4 Feb 2026 “Bridge” comes to 20 min, so 20 is within reach."


def test_what_stands_beside_a_result_is_a_line_each_and_what_is_for_the_clinician_comes_first() -> None:
    found = Beside(
        since=day(-14),
        on=TODAY,
        flares=(
            Flare(id="f", on=day(-9), back_on=day(-6), items=("bridge",), note="after the garden"),
            Flare(id="g", on=day(-1)),
            Flare(id="h", on=day(-4), back_on=day(-3)),
        ),
        notes=(Note(on=day(-2), text="numb foot", for_clinician=True), Note(on=day(-3), text="slept badly")),
        too_sore=(Sore(item="bridge", days=2, of=6),),
    )
    assert beside_lines(found, PLAN) == (
        "26 Jan 2026, for the clinician: “numb foot”",
        "Flare from 19 Jan 2026 to 21 Jan 2026: Bridge: after the garden",
        "Flare since 27 Jan 2026",
        "Flare on 24 Jan 2026",
        "Bridge: too sore on 2 of 6 days",
        "25 Jan 2026: “slept badly”",
    )


@pytest.mark.parametrize(
    ("gain", "words"), [("3", ", better by 3"), ("-3", ", worse by 3"), ("0", ", no change"), (None, "")]
)
def test_what_moved_says_better_or_worse_and_nothing_of_what_has_no_direction(gain: str | None, words: str) -> None:
    better = None if gain is None else Decimal(gain)
    delta = Delta(since=day(-14), was=Decimal(7), on=TODAY, now=Decimal(4), gain=better)
    assert moved_sentence(delta, "points") == f"since 14 Jan 2026: 7 → 4 points{words}"


def test_wins_are_called_out() -> None:
    nights = Win(kind=WinKind.YES_DAYS, count=2)
    assert win_sentence(nights, "Slept through the night") == "Slept through the night: 2 times"
    assert win_sentence(replace(nights, count=1), "Slept through the night") == "Slept through the night: 1 time"
    best = Win(kind=WinKind.BEST, value=Decimal(30))
    assert win_sentence(best, "Sitting", "min") == "Sitting: best so far, 30 min"
    assert win_sentence(replace(best, kind=WinKind.TARGET), "Sitting", "min") == "Sitting: target 30 min reached"


def test_an_overdue_trial_says_since_when_it_waits() -> None:
    found = Overdue(step="load", end=day(-1))
    assert overdue_sentence(found, PLAN) == "The trial “Load” ended on 27 Jan 2026 and waits for a decision."


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Impossible("nothing-decided", "action"), "Choose what follows"),
        (Impossible("reason-missing", "reason"), "Give the reason"),
        (Impossible("medicine-goes-on", "items", names=("Gabapentin",)), "Gabapentin is still taken"),
        (Impossible("taking-down-missing", "items", names=("Gabapentin",)), "Gabapentin must never stop suddenly"),
    ],
)
def test_a_decision_that_cannot_be_says_what_to_do(refusal: Impossible, words: str) -> None:
    assert words in impossible_sentence(refusal)
