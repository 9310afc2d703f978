"""A log as it was printed and the page that it is typed into."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from painplanner.core.daily_log import LogRow, LogRowKind, LogSheet
from painplanner.core.measure import MeasureKind
from painplanner.core.values import LangText
from painplanner.gui.pages.log_entry import LogEntryPage
from painplanner.gui.patient_session import PatientSession
from painplanner.services.logs import give_sheet
from painplanner.services.plans import save_draft

Keys = Callable[..., None]


def measure(name: str, measure_id: str, kind: MeasureKind = MeasureKind.TRACKED, *, weekly: bool = False) -> LogRow:
    words = (LangText(lang="en", text=name),)
    return LogRow(id="", kind=LogRowKind.MEASURE, name=words, measure=measure_id, measure_kind=kind, weekly=weekly)


def exercise(name: str, item: str, days: int | None = None) -> LogRow:
    words = (LangText(lang="en", text=name),)
    return LogRow(id="", kind=LogRowKind.EXERCISE, name=words, item=item, days_per_week=days)


SITTING = measure("Sitting without a break", "measure.sitting_minutes")
LEG = measure("Leg pain, 0 to 10", "measure.nrs_leg", MeasureKind.SCORE, weekly=True)
SLEPT = measure("Slept through the night", "measure.slept_through", MeasureKind.YES_NO)
BRIDGE = exercise("Lift your hips", "item-bridge")
ROWS = (SITTING, LEG, SLEPT, BRIDGE)


@pytest.fixture
def patient_session(ctx, patient):
    """The open patient; what was logged goes with the test, so that nothing of it is due in another one."""
    made = PatientSession(ctx)
    made.open(patient)
    yield made
    made.close()
    for log in ctx.store.logs(patient.id):
        ctx.store.delete_log(log.id)
    for sheet in ctx.store.log_sheets_of(patient.id):
        ctx.store.let_sheet_go(sheet.id)


@pytest.fixture
def given(ctx, new_plan, patient_session) -> Callable[..., LogSheet]:
    """Print a log that began four weeks ago unless another day is given."""

    def give(rows: Iterable[LogRow] = ROWS, *, days: int = 7, ago: int = 28) -> LogSheet:
        save_draft(ctx.store, new_plan, ctx.today())
        first = ctx.today() - timedelta(days=ago)
        return give_sheet(ctx.store, new_plan, first, ctx.new_id, days=days, first_day=first, rows=rows)

    return give


@pytest.fixture
def page(qtbot, ctx, patient_session):
    made = LogEntryPage(ctx, patient_session)
    qtbot.addWidget(made)
    made.resize(1378, 756)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def begin(page, qtbot) -> Callable[[LogSheet], None]:
    """Ask for a sheet and confirm it with Enter."""

    def start(sheet: LogSheet) -> None:
        page.ask_for(sheet)
        page.take_focus()
        qtbot.keyClick(page.start.card.first_day.line, Qt.Key.Key_Return)
        assert page.is_entering
        assert page.grid.hasFocus()

    return start


@pytest.fixture
def keys(page, qtbot) -> Keys:
    """Press the keys of the numeric keypad; a new line is Enter."""

    def press(text: str) -> None:
        for sign in text:
            if sign == "\n":
                qtbot.keyClick(page.grid, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
            else:
                qtbot.keyClicks(page.grid, sign)

    return press


@pytest.fixture
def texts(page) -> Callable[[], list[str]]:
    """Return what would be typed for each cell, in the order of the paper."""
    from painplanner.services.log_entry import places

    return lambda: [page.filling.text(place) for place in places(page.filling.sheet)]
