"""The morning list shows what is due, a screenful first, and its rows lead to exactly what they are about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from painplanner.core.due import DueItem
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.gui.pages.today import FIRST_ROWS, TodayPage
from painplanner.gui.pages.today.counts import count_words, left_words
from painplanner.gui.pages.today.kinds import KINDS, Kind, kind_of
from painplanner.gui.pages.today.row import lateness
from painplanner.services.words.due import due_sentence
from painplanner.store import DueCount, DueList, DueRow

PLACES = {"plan", "part", "decide", "print", "print-handover", "patient", "log", "note", "alert"}


def due(plan: Plan, kind: str, on: date | None, person: str = "", title: str = "Sciatica") -> DueItem:
    return DueItem(
        kind=kind, patient=plan.patient, plan=plan.id, on=on, subject="part-1", person=person, args=(("title", title),)
    )


def row(kind: str, on: date | None = None) -> DueRow:
    return DueRow(
        kind=kind, patient="p-1", patient_name="Ana", plan="plan-1", on=on, subject="s-1", args=(("title", "Words"),)
    )


@pytest.fixture
def page(qtbot, ctx):
    made = TodayPage(ctx)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def many(ctx, page, new_plan):
    days = (ctx.today() - timedelta(days=n) for n in range(FIRST_ROWS + 3))
    ctx.store.save_draft(new_plan, tuple(due(new_plan, "checkpoint", day) for day in days))
    page.refresh()
    return page


@pytest.fixture
def mixed(ctx, page, new_plan):
    """Five rows of two people: three of this day or before it, one this week, one far ahead."""
    today = ctx.today()
    ctx.store.save_draft(
        new_plan,
        (
            due(new_plan, "trial-end", today - timedelta(days=7), "Dr. Okafor", "Gabapentin 300 mg"),
            due(new_plan, "checkpoint", today, "M. Reyes", "Walking"),
            due(new_plan, "draft", None, "M. Reyes"),
            due(new_plan, "log-to-enter", today + timedelta(days=3), "M. Reyes", "1001-4"),
            due(new_plan, "goal", today + timedelta(days=60), "Dr. Okafor", "Drive to work"),
        ),
    )
    page.refresh()
    return page


def lines(page: TodayPage) -> list[tuple[str, str, str, str, str]]:
    return [line.words for line in page._lines if line.act.isVisibleTo(page)]


def whats(page: TodayPage) -> list[str]:
    return [words[0] for words in lines(page)]


def went(ctx) -> list[tuple[str, str]]:
    places: list[tuple[str, str]] = []
    ctx.news.go.connect(lambda place, subject: places.append((place, subject)))
    return places


# Rows


def test_a_long_list_begins_with_a_screenful(many):
    assert len(lines(many)) == FIRST_ROWS
    assert many.more.text() == "Show 3 more"


def test_the_rest_of_a_long_list_is_one_press_away(many):
    many.more.click()
    assert len(lines(many)) == FIRST_ROWS + 3
    assert not many.more.isVisibleTo(many)


def test_lines_that_were_made_ahead_show_nothing_when_nothing_is_due(ctx, page, new_plan):
    page.make_lines()
    page.refresh()
    assert lines(page) == []
    assert page._empty.isVisibleTo(page)


def test_a_row_says_what_who_why_when_and_what_to_do(mixed):
    assert lines(mixed) == [
        ("Overdue trial", "Daniel Whitcombe", "Gabapentin 300 mg: trial until 13 Jan 2026", "7 days late", "Decide"),
        ("Ready to decide", "Daniel Whitcombe", "Checkpoint: Walking", "due today", "Decide"),
        ("Draft", "Daniel Whitcombe", "Draft: Sciatica", "any time", "Continue"),
    ]


def test_what_cannot_wait_comes_first(ctx, page, new_plan):
    today = ctx.today()
    late = (due(new_plan, kind, today - timedelta(days=9)) for kind in ("checkpoint", "log-note", "red-flag"))
    ctx.store.save_draft(new_plan, (*late, due(new_plan, "same-day", today)))
    page.refresh()
    assert whats(page) == ["Same day", "Red flag", "Note for today", "Ready to decide"]


def test_a_step_that_began_is_not_late(ctx):
    began = row("step-start", ctx.today() - timedelta(days=14))
    assert lateness(began.on, ctx.today(), is_news=kind_of(began.kind).is_news) == ("since 6 Jan 2026", "info")


# Kinds


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_words_and_leads_to_a_place_that_the_window_knows(name):
    kind = kind_of(name)
    assert kind.what
    assert kind.action
    assert kind.count(2).format(n=2).startswith("2 ")
    assert kind.place(row(name))[0] in PLACES
    assert "Words" in due_sentence(row(name)) or name == "red-flag"
    assert kind.reason(row(name, date(2026, 1, 20)))


def test_a_further_kind_of_row_is_one_function(ctx, page, new_plan, monkeypatch):
    def call_back() -> Kind:
        return Kind(
            what="Call back",
            action="Call",
            count=lambda n: f"{{n}} to call back {n}",
            place=lambda row: ("patient", row.patient),
        )

    monkeypatch.setitem(KINDS, "call-back", call_back)
    ctx.store.save_draft(new_plan, (due(new_plan, "call-back", ctx.today(), title="Asked about the shot"),))
    page.refresh()
    assert lines(page) == [("Call back", "Daniel Whitcombe", "Asked about the shot", "due today", "Call")]
    assert page.counts.text() == "1 thing to do: 1 to call back 1"
    places = went(ctx)
    page._lines[0].act.click()
    assert places == [("patient", new_plan.patient)]


def test_a_kind_that_is_not_known_yet_still_shows_and_opens_the_patient(ctx, page, new_plan):
    ctx.store.save_draft(new_plan, (due(new_plan, "second-opinion", ctx.today()),))
    page.refresh()
    assert whats(page) == ["Second opinion"]
    assert page._lines[0].target == ("patient", new_plan.patient)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("checkpoint", ("decide", "plan-1 s-1")),
        ("reassess", ("decide", "plan-1 s-1")),
        ("trial-end", ("decide", "plan-1 s-1")),
        ("log-to-enter", ("log", "s-1")),
        ("log-note", ("note", "s-1")),
        ("same-day", ("alert", "p-1 s-1")),
        ("print", ("print", "plan-1")),
        ("print-handover", ("print-handover", "plan-1")),
        ("draft", ("plan", "plan-1")),
    ],
)
def test_a_row_opens_exactly_the_place_it_is_about(name, place):
    assert kind_of(name).place(row(name)) == place


def test_a_checkpoint_is_ready_to_decide_on_its_day_and_a_trial_overdue_after_its_own(ctx):
    today = ctx.today()
    days = (today + timedelta(days=1), today, today - timedelta(days=1))
    named = {name: [kind_of(name).named(row(name, on), today) for on in days] for name in ("checkpoint", "trial-end")}
    assert named["checkpoint"] == ["Checkpoint", "Ready to decide", "Ready to decide"]
    assert named["trial-end"] == ["Trial ends", "Trial ends", "Overdue trial"]


def test_a_look_without_its_numbers_names_them():
    waiting = replace(row("reassess"), args=(("title", "Epidural"), ("measure", "PSFS"), ("measure", "Walking")))
    assert kind_of("reassess").reason(waiting) == "Epidural: numbers are missing for PSFS, Walking"


# Counts


def test_the_counts_stand_above_in_words(mixed):
    assert mixed.counts.text() == "3 things to do, 1 late: 1 trial · 1 to decide · 1 draft"
    mixed.span.choose("all")
    assert mixed.counts.text() == ("5 things to do, 1 late: 1 trial · 1 to decide · 1 goal · 1 log to enter · 1 draft")


def test_counts_of_very_many_say_so():
    counts = (DueCount(kind="draft", count=1000, late=0), DueCount(kind="checkpoint", count=12, late=1))
    assert count_words(counts) == "1012+ things to do, 1 late: 12 to decide · 1000+ drafts"
    assert left_words(DueList(rows=(row("draft"),), counts=counts, people=())) == "Show more"


def test_what_only_goes_on_is_never_counted_late():
    assert count_words((DueCount(kind="step-start", count=2, late=2),)) == "2 things to do: 2 steps start"


# Filters and order


def test_the_days_can_be_chosen(mixed):
    mixed.span.choose("soon")
    assert whats(mixed) == ["Overdue trial", "Ready to decide", "Draft", "Log to enter"]
    mixed.span.choose("all")
    assert whats(mixed)[-1] == "Goal due"


def test_the_rows_of_one_person_can_be_chosen_and_everyone_is_first(mixed):
    assert mixed.person.key() == ""
    assert list(mixed.person._chips)[:3] == ["", "Dr. Okafor", "M. Reyes"]
    mixed.person.choose("Dr. Okafor")
    assert whats(mixed) == ["Overdue trial"]
    assert mixed.counts.text() == "1 thing to do, 1 late: 1 trial"
    mixed.person.choose("")
    assert len(lines(mixed)) == 3


def test_a_person_who_has_nothing_more_to_do_is_chosen_no_longer(ctx, mixed, new_plan):
    mixed.person.choose("Dr. Okafor")
    ctx.store.save_draft(new_plan, (due(new_plan, "checkpoint", ctx.today(), "M. Reyes"),))
    mixed.refresh()
    assert mixed.person.key() == ""
    assert whats(mixed) == ["Ready to decide"]
    assert not mixed.person.isVisibleTo(mixed), "one person needs no choice"


def test_a_span_with_nothing_in_it_says_so(ctx, page, new_plan):
    ctx.store.save_draft(new_plan, (due(new_plan, "goal", ctx.today() + timedelta(days=90)),))
    page.refresh()
    assert page._nothing.isVisibleTo(page)
    assert not page._empty.isVisibleTo(page)


def test_a_head_orders_the_rows_and_turns_them_round_when_it_is_pressed_again(ctx, mixed, new_plan):
    ben = Patient(id=ctx.new_id("patient"), name="Ben Carrow", record_number="B1")
    ctx.store.save_patient(ben)
    plan = Plan(id=ctx.new_id("plan"), number=ctx.store.new_plan_number(), patient=ben.id)
    ctx.store.save_draft(plan, (due(plan, "checkpoint", ctx.today() - timedelta(days=1), "M. Reyes"),))
    mixed.refresh()
    what, who, _why, when = mixed.heads.buttons
    who.click()
    assert [words[1] for words in lines(mixed)] == ["Ben Carrow", *["Daniel Whitcombe"] * 3]
    assert who.accessibleName() == "Who, sorted, first first"
    who.click()
    assert [words[1] for words in lines(mixed)] == [*["Daniel Whitcombe"] * 3, "Ben Carrow"]
    what.click()
    assert whats(mixed) == ["Draft", "Overdue trial", "Ready to decide", "Ready to decide"]
    when.click()
    assert whats(mixed)[0] == "Overdue trial"
    when.click()
    assert whats(mixed)[-1] == "Overdue trial"


# Keys


def focused(page: TodayPage) -> int:
    return next((n for n, line in enumerate(page._lines) if line.act.hasFocus()), -1)


def press(qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def active(qtbot, many):
    with qtbot.waitActive(many):
        many.show()
    many.take_focus()
    return many


def test_the_arrows_lead_from_the_search_along_the_lines_and_back(qtbot, active):
    press(qtbot, Qt.Key.Key_Down)
    assert focused(active) == 0
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused(active) == 2
    press(qtbot, Qt.Key.Key_Up)
    assert focused(active) == 1
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert active.search.hasFocus()


def test_page_keys_home_and_end_make_longer_ways(qtbot, active):
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert focused(active) == 10
    press(qtbot, Qt.Key.Key_Home)
    assert focused(active) == 0
    press(qtbot, Qt.Key.Key_End)
    assert active.more.hasFocus()
    press(qtbot, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert focused(active) == 0


def test_enter_on_the_last_line_shows_more_and_goes_on_there(qtbot, active):
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert focused(active) == FIRST_ROWS


def test_enter_acts_on_a_line_and_coming_back_goes_on_there(qtbot, ctx, active, new_plan):
    places = went(ctx)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert places == [("decide", f"{new_plan.id} part-1")]
    active.search.setFocus()
    active.refresh()
    active.take_focus()
    assert focused(active) == 1
    active.take_focus()
    assert active.search.hasFocus(), "only once"


def test_the_tab_key_goes_through_the_lines_in_their_order(qtbot, active):
    for _press in range(14):
        if focused(active) == 0:
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert focused(active) == 0
    press(qtbot, Qt.Key.Key_Tab)
    assert focused(active) == 1
