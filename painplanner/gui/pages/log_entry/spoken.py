"""What a screen reader says of a cell, and what stands below the cells in words: row, day and content."""

from __future__ import annotations

from datetime import timedelta

from painplanner.gui.dates import day_words
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.services import log_entry
from painplanner.services.log_entry import Place
from painplanner.text import _


def spoken(filling: Filling, place: Place | None) -> str:
    """Return a cell in words."""
    if place is None or not filling.is_open:
        return _("Cells of the log")
    row, when = filling.row(place), filling.log.first_day + timedelta(days=place.day)
    refused, lang = filling.refused.get(place), filling.sheet.lang
    words = refused.text if refused is not None else log_entry.cell_words(filling.cell(place))
    parts = (log_entry.row_name(row, lang), log_entry.row_unit(row, lang), day_words(when, weekday=True), words)
    return ", ".join(part for part in parts if part)
