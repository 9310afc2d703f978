"""The picture that is being drawn: a session of its own, kept under an id of its own and shown by the entry.

Each time of drawing makes a new picture, so that undoing the edit of the entry brings the old one back whole.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal

from painplanner.core.figure import Figure, alt_text, encode_figure
from painplanner.core.figure.arranging import new_figure, picture_of
from painplanner.core.figure.value import MOST_PICTURES
from painplanner.core.library import Intervention
from painplanner.core.plan import FigureRef
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.editor.editing import Draft, Editing
from painplanner.gui.session import Session
from painplanner.text import _

_LONGEST_NAME = 40


class Drawing(QObject):
    """Holds at most one figure; `ended` follows the end of the work on it."""

    ended = Signal()

    def __init__(self, ctx: AppContext, editing: Editing, parent: QObject | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self._ctx, self._editing = ctx, editing
        self.session: Session[Figure] = Session(self._write, ctx.now, self)
        self.start: Figure | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a picture is being drawn."""
        return self.session.is_open

    @property
    def entry(self) -> Intervention:
        """Return the entry whose picture it is."""
        return self._editing.session.value.entry.value

    def begin(self) -> bool:
        """Begin with the picture of the entry that is being edited, or with one person who stands."""
        if not self._editing.is_open or not self.end():
            return False
        entry = self.entry
        shown = self._ctx.library.figure(FigureRef(id=entry.figure)) if entry.figure else None
        blank = new_figure(picture_id(self._ctx, entry))
        self.start = blank if shown is None else _begun(blank, shown)
        return self.session.open(self.start)

    def _write(self, figure: Figure) -> None:
        self._ctx.store.keep_own_figure(figure.id, encode_figure(figure))
        if self.entry.figure != figure.id:
            self._editing.propose(_("Draw the picture"), lambda draft: shown_by(draft, figure.id))

    def keep(self) -> bool:
        """Save while the work goes on, so that other pages show the picture as it is now."""
        kept = self.session.save()
        self._ctx.library.forget()
        return kept

    def end(self) -> bool:
        """Save and hold nothing; what cannot be saved stays."""
        if not self.is_open:
            return True
        if not self.session.save():
            return False
        self.session.close()
        self._ctx.library.forget()
        self.ended.emit()
        return True


def _begun(blank: Figure, shown: Figure) -> Figure:
    """Return what is drawn on: the picture that is shown, with one person who stands where all of it is photographs."""
    return picture_of(blank, shown) if shown.frames else replace(blank, photos=shown.photos[: MOST_PICTURES - 1])


def picture_id(ctx: AppContext, entry: Intervention) -> str:
    """Return an id for a picture that reads like its entry and was never used."""
    name = re.sub(r"[^a-z0-9]+", "_", entry.texts[0].name.casefold()).strip("_")[:_LONGEST_NAME] or "picture"
    return f"own.{name}-{ctx.new_id('figure').rpartition('-')[2][-6:]}"


def shown_by(draft: Draft, figure_id: str) -> Draft:
    """Return a draft whose entry is shown by a picture."""
    return draft.with_value(replace(draft.entry.value, figure=figure_id))


def written_words(figure: Figure, frame: int, lang: str) -> str:
    """Return the words that were written for a picture in exactly this language."""
    given = figure.alt[frame] if frame < len(figure.alt) else ()
    return alt_text(figure, frame, lang) if any(one.lang == lang for one in given) else ""
