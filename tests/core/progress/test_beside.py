"""What stands beside a result: flares, words and sore days since the last look."""

from __future__ import annotations

from datetime import date, timedelta

from core.progress.numbers import PAIN, TODAY, day, read

from painplanner.core.checkpoint import Checkpoint, Decision
from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogNote, LogRow, LogRowKind, LogSheet
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Flare, OnDate, Plan, Step
from painplanner.core.progress.beside import Beside, Note, Sore, beside, last_look
from painplanner.core.values import replace

ROW = LogRow(id="r1", kind=LogRowKind.EXERCISE, item="bridge")
SHEET = LogSheet(id="s", number=1, plan="plan", patient="p", printed_on=day(-8), first_day=day(-7), days=7, rows=(ROW,))
PLAN = Plan(id="plan", patient="p")
DONE, SORE, NOT, UNREAD = CellState.DONE, CellState.TOO_SORE, CellState.NOT_DONE, CellState.UNREADABLE


def filled(*states: CellState | None, first: date = day(-7), log_id: str = "log", **changes: object) -> FilledLog:
    cells = tuple(LogCell(row="r1", day=n, state=state) for n, state in enumerate(states) if state is not None)
    log = FilledLog(id=log_id, sheet="s", plan="plan", patient="p", first_day=first, entered_on=TODAY, cells=cells)
    changed: FilledLog = replace(log, **changes)
    return changed


def seen(*logs: FilledLog, plan: Plan = PLAN, since: int | None = -7) -> Beside:
    return beside(plan, logs, (SHEET,), (), None if since is None else day(since), TODAY)


def test_a_flare_counts_while_a_day_of_it_lies_since_the_last_look() -> None:
    flares = (
        Flare(id="over", on=day(-20), back_on=day(-7)),
        Flare(id="last day", on=day(-20), back_on=day(-6)),
        Flare(id="open", on=day(-30)),
        Flare(id="today", on=TODAY),
        Flare(id="to come", on=day(1)),
    )
    found = seen(plan=replace(PLAN, flares=flares))
    assert [flare.id for flare in found.flares] == ["last day", "open", "today"]


def test_sore_days_are_counted_of_the_days_it_was_done() -> None:
    assert seen(filled(DONE, SORE, NOT, None, UNREAD, SORE)).too_sore == (Sore(item="bridge", days=2, of=3),)
    assert seen(filled(DONE, NOT)).too_sore == ()
    assert seen(filled(DONE, SORE, DONE), since=-5).too_sore == ()


def test_of_two_logs_of_one_day_the_one_entered_later_counts() -> None:
    first = filled(SORE, log_id="a", entered_on=day(-1))
    assert seen(filled(DONE, log_id="b"), first).too_sore == ()


def test_words_marked_for_the_clinician_come_first_then_the_newest() -> None:
    notes = (LogNote(text="slept badly", day=1), LogNote(text="numb foot", day=0, for_clinician=True))
    found = seen(filled(notes=notes, remark="came late"))
    assert found.notes == (
        Note(on=day(-7), text="numb foot", for_clinician=True),
        Note(on=TODAY, text="came late"),
        Note(on=day(-6), text="slept badly"),
    )


def test_a_note_on_a_reading_is_shown_too_and_old_ones_are_not() -> None:
    readings = (read(PAIN, 4, note="dizzy on the new tablets"), read(PAIN, 6, -9, note="old"))
    found = beside(PLAN, (), (), readings, day(-7), TODAY)
    assert [note.text for note in found.notes] == ["dizzy on the new tablets"]


def test_a_log_of_another_plan_says_nothing_here() -> None:
    assert seen(filled(SORE, plan="other", remark="x")).is_empty


def test_without_a_last_look_everything_counts() -> None:
    assert not seen(filled(SORE, first=day(-90)), since=None).is_empty


def test_a_look_goes_back_to_the_last_decision_else_to_the_start_of_its_steps() -> None:
    check = Checkpoint(id="c", steps=("a",))
    plan = replace(PLAN, start=day(-60), steps=(Step(id="a", timing=OnDate(on=day(-28))),), checkpoints=(check,))
    assert last_look(plan, check, known_dates(plan, TODAY), TODAY) == day(-28)
    decided = replace(plan, decisions=tuple(Decision(id=f"{n}", checkpoint="c", on=day(n)) for n in (-14, 0)))
    assert last_look(decided, check, known_dates(plan, TODAY), TODAY) == day(-14)
    loose = replace(check, steps=())
    assert last_look(plan, loose, known_dates(plan, TODAY), TODAY) == TODAY - timedelta(days=60)
