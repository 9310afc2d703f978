"""The code that is printed on a log or a plan, typed or scanned: it leads there, or a sentence says what is wrong.

A reader that is plugged in types like a person, only faster, and ends with Enter; so it is known anywhere on a page.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from painplanner.core.plan import Plan
from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.shortcuts import FocusFilter

if TYPE_CHECKING:
    from painplanner.core.daily_log import LogSheet
    from painplanner.gui.context import AppContext

LONGEST_GAP_S = 0.05
"""Between two digits of a reader; fingers on a keypad need twice as long."""
LEAST_DIGITS = 4
_AS_PRINTED = re.compile(r"\s*\d{3,}\s*-\s*\d\s*")
_DIGITS = re.compile(rf"\s*\d{{{LEAST_DIGITS},}}\s*")


class Read(NamedTuple):
    """What a code leads to: the log, the plan, or why there is none."""

    sheet: LogSheet | None = None
    plan: Plan | None = None
    problem: str = ""


def is_as_printed(text: str) -> bool:
    """Tell whether a text is meant as a code: digits, a hyphen, the check digit."""
    return _AS_PRINTED.fullmatch(text) is not None


def may_be_code(text: str) -> bool:
    """Tell whether a text could be a code: as printed, or the digits alone, which may be a record number too."""
    return is_as_printed(text) or _DIGITS.fullmatch(text) is not None


def read(ctx: AppContext, text: str) -> Read:
    """Return what a code leads to."""
    from painplanner.services.logs import paper_of_code

    try:
        found = paper_of_code(ctx.store, text)
    except Impossible as refusal:
        return Read(problem=impossible_sentence(refusal))
    except KnownError as error:
        return Read(problem=error.sentence)
    return Read(plan=found) if isinstance(found, Plan) else Read(found)


class CodeFilter(FocusFilter):
    """Hears a code wherever the keys are while `is_on`; `refused` carries what leads to no log and to no plan."""

    found = Signal(str)
    plan_found = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        app: QApplication,
        parent: QObject,
        ctx: AppContext,
        is_on: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Wait to be started; `clock` tells how fast the digits come."""
        super().__init__(app, parent)
        self._ctx, self._is_on, self._clock = ctx, is_on, clock
        self._burst, self._at = "", 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gather digits that come fast; at Enter take them where they are a code."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        is_fast, self._at = self._clock() - self._at <= LONGEST_GAP_S, self._clock()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            burst, self._burst = self._burst if is_fast else "", ""
            return self._is_on() and self._take(watched, burst)
        if event.text():
            is_part = event.text().isdigit() or event.text() == "-"
            self._burst = (self._burst if is_fast else "") + event.text() if is_part else ""
        return False

    def _take(self, watched: QObject, burst: str) -> bool:
        """Go to the paper that was scanned, or typed as printed; tell whether it was a code."""
        field = watched if isinstance(watched, QLineEdit) else None
        typed = field.text() if field is not None else ""
        text = burst if may_be_code(burst) else typed if is_as_printed(typed) else ""
        if not text:
            return False
        found = read(self._ctx, text)
        if found.problem and not is_as_printed(text):
            return False
        if field is not None:
            field.setText(typed.removesuffix(text))
        if found.sheet is not None:
            self.found.emit(found.sheet.id)
        elif found.plan is not None:
            self.plan_found.emit(found.plan.id)
        else:
            self.refused.emit(text.strip())
        return True
