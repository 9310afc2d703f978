"""A session holds one value: edits, undo, typing that merges, refusals in words, and a save soon after."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.gui.session import Session

NOON = datetime(2026, 2, 9, 12, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.seconds = 10.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def written():
    return []


@pytest.fixture
def session(qapp, clock, written):
    made = Session(written.append, lambda: NOON, clock=clock)
    made.open(Plan(id="plan-1"))
    yield made
    made.save()


def title(words):
    return lambda plan: replace(plan, title=words)


def test_an_edit_changes_the_value_and_tells_the_old_and_the_new(qtbot, session):
    with qtbot.waitSignal(session.changed) as heard:
        assert session.apply("Change title", title("Sciatica"))
    assert [plan.title for plan in heard.args] == ["", "Sciatica"]
    assert session.value.title == "Sciatica"
    assert session.undo_stack.undoText() == "Change title"


def test_an_edit_that_changes_nothing_is_nothing_to_undo(session):
    session.apply("Change title", title(""))
    assert not session.undo_stack.canUndo()


def test_undo_and_redo_show_the_same_values_again(session):
    session.apply("Change title", title("Sciatica"))
    kept = session.value
    session.undo()
    assert session.value == Plan(id="plan-1")
    session.redo()
    assert session.value is kept


def type_words(session, clock, words, pause=0.1):
    for n in range(1, len(words) + 1):
        session.apply("Change title", title(words[:n]), "title")
        clock.seconds += pause


def test_typing_is_one_step_to_undo(session, clock):
    type_words(session, clock, "Sciatica")
    session.undo()
    assert session.value.title == ""


def test_typing_after_a_pause_is_a_step_of_its_own(session, clock):
    type_words(session, clock, "Sci")
    clock.seconds += 1.1
    session.apply("Change title", title("Sciatica"), "title")
    session.undo()
    assert session.value.title == "Sci"


def test_typing_in_another_field_is_a_step_of_its_own(session, clock):
    session.apply("Change title", title("Sci"), "title")
    session.apply("Change note", lambda plan: replace(plan, note="calm"), "note")
    session.undo()
    assert (session.value.title, session.value.note) == ("Sci", "")


def test_a_change_of_focus_ends_typing(qtbot, session):
    page = QWidget()
    lines = QVBoxLayout(page)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        lines.addWidget(field)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        fields[0].setFocus()
    session.apply("Change title", title("S"), "title")
    fields[1].setFocus()
    session.apply("Change title", title("Sc"), "title")
    session.undo()
    assert session.value.title == "S"


def test_typing_back_to_the_start_leaves_nothing_to_undo(session):
    session.apply("Change title", title("S"), "title")
    session.apply("Change title", title(""), "title")
    assert not session.undo_stack.canUndo()


def test_what_cannot_be_is_refused_in_words_and_changes_nothing(qtbot, session):
    with qtbot.waitSignal(session.refused) as heard:
        assert not session.apply("Change title", title("x" * 1000))
    field, sentence = heard.args
    assert field == "title"
    assert sentence
    assert session.value == Plan(id="plan-1")


def test_an_edit_is_written_soon_without_being_asked(qtbot, session, written):
    with qtbot.waitSignal(session.saved, timeout=2000) as heard:
        session.apply("Change title", title("Sciatica"))
        assert not session.is_saved
    assert written == [session.value]
    assert heard.args == [NOON]
    assert session.saved_at == NOON


def test_saving_again_writes_nothing_new(session, written):
    session.apply("Change title", title("Sciatica"))
    assert session.save()
    assert session.save()
    assert len(written) == 1


def test_opening_another_value_writes_the_one_before_and_forgets_its_edits(session, written):
    session.apply("Change title", title("Sciatica"))
    session.open(Plan(id="plan-2"))
    assert [plan.id for plan in written] == ["plan-1"]
    assert not session.undo_stack.canUndo()


def test_a_save_that_fails_says_so_and_keeps_the_work(qtbot, qapp):
    answers = [KnownError("The disk is full. Your work is still on the screen; free some space."), None]

    def write(_plan):
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    session = Session(write, lambda: NOON)
    session.open(Plan(id="plan-1"))
    session.apply("Change title", title("Sciatica"))
    with qtbot.waitSignal(session.refused) as heard:
        assert not session.save()
    assert "disk is full" in heard.args[1]
    assert not session.is_saved
    assert session.save()


@pytest.fixture
def full(qapp):
    """A session on a disk that is full until `answers` says otherwise."""
    answers = [KnownError("The disk is full. Free some space.")]

    def write(_plan):
        if answers:
            raise answers[0]

    made = Session(write, lambda: NOON)
    made.open(Plan(id="plan-1"))
    made.apply("Change title", title("Sciatica"))
    yield made, answers
    made.forget_edits()


def test_what_cannot_be_saved_is_not_let_go(full):
    session, answers = full
    work = session.value
    assert not session.open(Plan(id="plan-2"))
    assert not session.close()
    assert session.value is work
    assert session.undo_stack.canUndo()
    assert session.problem == answers[0].sentence
    answers.clear()
    assert session.open(Plan(id="plan-2"))
    assert session.problem == ""
    assert session.close()
    assert not session.is_open


def test_trying_again_by_itself_does_not_say_the_same_again(qtbot, full):
    session, answers = full
    assert not session.save()
    with qtbot.assertNotEmitted(session.refused):
        session._pause.timeout.emit()
    answers.clear()
    session._pause.timeout.emit()
    assert session.is_saved
