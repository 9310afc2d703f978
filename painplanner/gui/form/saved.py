"""When the open value was saved, in words, so that it can be said at every moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from painplanner.gui.session import Session
from painplanner.text import _


def saved_words(session: Session[Any]) -> str:
    """Return when the value was saved, or that it is about to be."""
    if not session.is_open:
        return ""
    if not session.is_saved:
        return _("Not saved yet") if session.problem else _("Saving…")
    return _("Saved {time}").format(time=time_words(session.saved_at)) if session.saved_at else ""


def time_words(moment: datetime) -> str:
    """Write a time of day."""
    from PySide6.QtCore import QLocale, QTime

    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
