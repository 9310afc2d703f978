"""Long work comes back in the thread of the window, or is dropped when nobody waits for it."""

import threading

import pytest

from painplanner.gui.tasks import Tasks, Ticket


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.stop()


def test_a_value_comes_back_in_the_thread_of_the_window(qtbot, tasks):
    heard = []
    tasks.run(threading.get_ident, lambda value: heard.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    (worker, window), here = heard[0], threading.get_ident()
    assert window == here
    assert worker != here


def test_a_failure_comes_back_as_a_value(qtbot, tasks):
    heard = []

    def fail():
        raise ValueError("no")

    tasks.run(fail, heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ValueError)


def test_a_newer_task_of_the_lane_supersedes_the_older(qtbot, tasks):
    gate, heard = threading.Event(), []
    tasks.run(gate.wait, lambda _v: heard.append("old"), lane="preview")
    tasks.run(lambda: "new", heard.append, lane="preview")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == ["new"]


def test_cancelled_work_is_dropped_and_can_stop_early(qtbot, tasks):
    heard, ticket, seen = [], Ticket(), threading.Event()

    def work():
        while not ticket.cancelled:
            seen.set()
        return "late"

    tasks.run(work, heard.append, ticket=ticket)
    assert seen.wait(5)
    ticket.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == []


def test_progress_is_told_while_it_works(qtbot, tasks):
    heard, ticket = [], Ticket()

    def work():
        ticket.report(0.5, "half")
        return "done"

    tasks.run(work, heard.append, ticket=ticket, on_progress=lambda share, words: heard.append((share, words)))
    qtbot.waitUntil(lambda: "done" in heard)
    assert heard == [(0.5, "half"), "done"]
