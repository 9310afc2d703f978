"""The log that is being typed in: its session, and what was typed but cannot be, which stays where it was typed.

It writes each cell as it is typed; a text that is refused leaves its cell blank, so that nothing else is kept than is
shown. No widgets.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from painplanner.core.daily_log import FilledLog, LogCell, LogRow, LogSheet
from painplanner.core.log_typing import TO, as_typed, typed
from painplanner.core.measure import Measure
from painplanner.core.values import Impossible, replace, text_in
from painplanner.gui.context import AppContext
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.session import Session
from painplanner.services import log_entry
from painplanner.services.log_entry import Place
from painplanner.text import _


class Refused(NamedTuple):
    """A text that a cell cannot hold, and why; the sentence is empty while it may only be unfinished."""

    text: str
    sentence: str = ""


class Filling(QObject):
    """Holds one log with its sheet; `changed` follows every change of what is shown."""

    changed = Signal()
    first_day_refused = Signal(str)

    def __init__(self, ctx: AppContext, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self.session: Session[FilledLog] = Session(self._write, ctx.now, self)
        self.refused: dict[Place, Refused] = {}
        self._sheet: LogSheet | None = None
        self._rows: dict[str, LogRow] = {}
        self._measures: Mapping[str, Measure] = {}
        self._is_typing = False
        self.session.changed.connect(self._on_changed)
        self.session.refused.connect(self._on_refused)

    @property
    def is_open(self) -> bool:
        """Tell whether a log is open."""
        return self.session.is_open

    @property
    def log(self) -> FilledLog:
        """Return the log as it stands."""
        return self.session.value

    @property
    def sheet(self) -> LogSheet:
        """Return the sheet it belongs to."""
        assert self._sheet is not None  # noqa: S101  (there is one whenever a log is open)
        return self._sheet

    def open(self, sheet: LogSheet, log: FilledLog) -> bool:
        """Hold a log; where the one before cannot be saved, that one stays."""
        if not self.session.save():
            return False
        self.refused = {}
        self._sheet, self._rows = sheet, {row.id: row for row in sheet.rows}
        self._measures = log_entry.measures_of(self._ctx.store, sheet)
        return self.session.open(log)

    def close(self) -> bool:
        """Save and hold nothing."""
        return self.session.close()

    # Cells

    def row(self, place: Place) -> LogRow:
        """Return the row of a cell."""
        return self._rows[place.row]

    def cell(self, place: Place) -> LogCell | None:
        """Return what stands in a cell."""
        return log_entry.cell_at(self.log, place)

    def text(self, place: Place) -> str:
        """Return what would be typed for what stands in a cell, or the text that it cannot hold."""
        refused, cell = self.refused.get(place), self.cell(place)
        return refused.text if refused is not None else as_typed(cell) if cell is not None else ""

    def problem(self, place: Place) -> str:
        """Return why a cell cannot hold what was typed."""
        refused = self.refused.get(place)
        return refused.sentence if refused is not None else ""

    def type(self, place: Place, text: str, *, is_final: bool = False) -> bool:
        """Put a text into a cell; tell whether it stands there. What is not final may be the beginning of a number."""
        try:
            new = self._read(place, text)
        except Impossible as refusal:
            sentence = self._sentence(place, refusal) if is_final or self._is_over(refusal, text) else ""
            self._put(place, None, Refused(text, sentence))
            return False
        self._put(place, new, None)
        return True

    def _read(self, place: Place, text: str) -> LogCell | None:
        row = self.row(place)
        before = log_entry.cell_before(self.log, row, place)
        cell = typed(text, row, self._measures.get(row.measure), day=place.day, before=before)
        log_entry.with_cell(self.log, self.sheet, place, cell, self._ctx.today())
        return cell

    def _put(self, place: Place, cell: LogCell | None, refused: Refused | None) -> None:
        self.refused.pop(place, None)
        if refused is not None:
            self.refused[place] = refused
        today, sheet = self._ctx.today(), self.sheet
        self._is_typing = True
        self.session.apply(
            _("Typing the log"),
            lambda log: log_entry.with_cell(log, sheet, place, cell, today),
            merge_key=f"{place.row}:{place.day}",
        )
        self._is_typing = False
        self.changed.emit()

    @staticmethod
    def _is_over(refusal: Impossible, text: str) -> bool:
        """Tell whether no further key can help: a number over its range, a mark that is none, a day to come."""
        if refusal.code == "out-of-range":
            value, high = refusal.args_.get("value"), refusal.args_.get("high")
            return high is not None and value is not None and value > high  # type: ignore[operator]
        is_begun = refusal.code == "not-a-number" and text[-1:] in {TO, ".", ","} and text[:1].isdigit()
        return not is_begun and refusal.code != "range-upside-down"

    def _sentence(self, place: Place, refusal: Impossible) -> str:
        row, lang = self.row(place), self.sheet.lang
        said = {"name": log_entry.row_name(row, lang), "unit": text_in(row.unit, lang)}
        named = Impossible(refusal.code, refusal.field, **{**refusal.args_, **said})
        return impossible_sentence(named)

    def first_refused(self) -> Place | None:
        """Return the first cell whose text cannot be, in the order of the paper."""
        return next((place for place in log_entry.places(self.sheet) if place in self.refused), None)

    # The rest of the sheet

    def set_first_day(self, day: date) -> bool:
        """Take the first day that the patient wrote; tell whether it can be."""
        today = self._ctx.today()
        return self.session.apply(_("First day"), lambda log: log_entry.with_first_day(log, day, today), "first-day")

    def set_note(self, week: int, text: str, *, for_clinician: bool) -> None:
        """Take the words of a week."""
        self.session.apply(
            _("Anything new?"),
            lambda log: log_entry.with_note(log, week, text, for_clinician=for_clinician),
            f"note-{week}",
        )

    def set_complete(self, *, on: bool) -> None:
        """Mark the log as entered to its end, or not yet."""
        self.session.apply(_("Complete"), lambda log: replace(log, is_complete=on))

    def set_seen(self) -> None:
        """Note that a clinician read today what is marked for them."""
        today = self._ctx.today()
        self.session.apply(_("Read"), lambda log: replace(log, seen_on=today))

    def set_scan(self, sha256: str) -> None:
        """Attach a picture of the sheet, or none."""
        words = _("Attach a scan") if sha256 else _("Take the scan away")
        self.session.apply(words, lambda log: replace(log, scan=sha256))

    # What follows

    def _write(self, log: FilledLog) -> None:
        self._sheet = log_entry.keep(self._ctx.store, self.sheet, log, self._ctx.today())
        self._ctx.news.readings_changed.emit(log.patient)

    def _on_changed(self, old: FilledLog | None, new: FilledLog | None) -> None:
        """Forget a refused text where undoing brought something else into its cell."""
        if not self._is_typing and old is not None and new is not None:
            gone = [at for at in self.refused if log_entry.cell_at(old, at) != log_entry.cell_at(new, at)]
            for place in gone:
                del self.refused[place]
        if new is None:
            self.refused = {}
        self.changed.emit()

    def _on_refused(self, field: str, sentence: str) -> None:
        if field == "first_day":
            self.first_day_refused.emit(sentence)
        else:
            self._ctx.say(sentence, kind="stop")
