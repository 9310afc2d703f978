"""The picture that is being drawn: a session of its own, kept when that is wanted, and in between where work is long.

Each time of drawing makes a new picture, so that undoing the edit of the entry brings the old one back whole. Pictures
that nothing shows any more are taken away by the store.
"""

from __future__ import annotations

import re
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from painplanner.core.figure import Figure, alt_text, encode_figure
from painplanner.core.figure.arranging import new_figure, picture_of
from painplanner.core.figure.value import MOST_PICTURES
from painplanner.core.library import Intervention
from painplanner.core.plan import FigureRef
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import Message
from painplanner.gui.pages.library.editor.editing import Draft, Editing
from painplanner.gui.session import Session
from painplanner.text import _

_LONGEST_NAME = 40
SAFE_AFTER_MS = (60_000, 120_000, 240_000, 480_000)
"""So long after a change it is kept though nobody asked, so that no fault can take more: each time it is drawn on a
little later, because what was once kept stays in the practice."""


class Drawing(QObject):
    """Holds at most one figure; `ended` follows the end of the work on it."""

    ended = Signal()

    def __init__(self, ctx: AppContext, editing: Editing, parent: QObject | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self._ctx, self._editing = ctx, editing
        self.session: Session[Figure] = Session(self._write, ctx.now, self, saves_itself=False)
        self.start: Figure | None = None
        self._before, self._kept_times = "", 0
        self._told: Message | None = None
        self._safe = QTimer(self, singleShot=True)
        self._safe.timeout.connect(self._keep_safe)
        self.session.changed.connect(self._on_changed)
        editing.ended.connect(lambda _key: self._hush())

    @property
    def is_open(self) -> bool:
        """Tell whether a picture is being drawn."""
        return self.session.is_open

    @property
    def is_changed(self) -> bool:
        """Tell whether anything differs from what the entry showed."""
        return self.is_open and self.session.value != self.start

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
        self._before, self._kept_times = entry.figure, 0
        self.start = blank if shown is None else _begun(blank, shown, self._drawing_before(shown))
        return self.session.open(self.start)

    def _drawing_before(self, shown: Figure) -> Figure | None:
        """Return the drawing that photographs stand instead of."""
        found = self._ctx.library.figure(FigureRef(id=shown.instead_of)) if shown.instead_of else None
        return found if found is not None and found.frames else None

    def _on_changed(self, old: Figure | None, new: Figure | None) -> None:
        if old is not None and new is not None and not self._safe.isActive():
            self._safe.start(SAFE_AFTER_MS[min(self._kept_times, len(SAFE_AFTER_MS) - 1)])

    def _keep_safe(self) -> None:
        """Keep what was drawn and is not kept yet."""
        if not self.session.is_saved and self.session.save():
            self._kept_times += 1

    def _write(self, figure: Figure) -> None:
        if figure == self.start:
            self._show(self._before)
            return
        self._ctx.store.keep_own_figure(figure.id, encode_figure(figure))
        self._show(figure.id)

    def _show(self, figure_id: str) -> None:
        """Let the entry show a picture."""
        if self.entry.figure != figure_id:
            self._editing.propose(_("Draw the picture"), lambda draft: shown_by(draft, figure_id))

    def keep(self) -> bool:
        """Save while the work goes on, so that other pages show the picture as it is now."""
        kept = self.session.save()
        self._ctx.library.forget()
        return kept

    def end(self) -> bool:
        """Save and hold nothing; what cannot be saved stays."""
        if self.is_open and not self.session.save():
            return False
        self._close()
        return True

    def finish(self) -> bool:
        """End the work, and offer the way back to the picture before."""
        figure_id, is_changed = self.session.value.id if self.is_open else "", self.is_changed
        if not self.end():
            return False
        if is_changed:
            said = _("The picture is kept.")
            self._told = self._ctx.say(
                said, kind="done", action=_("Undo"), on_action=lambda: self._take_back(figure_id)
            )
        return True

    def _hush(self) -> None:
        """Take the way back away with the entry that it led back to."""
        self._ctx.hush(self._told)
        self._told = None

    def _take_back(self, figure_id: str) -> None:
        if self._editing.is_open and self.entry.figure == figure_id:
            self._editing.session.undo()

    def drop(self) -> None:
        """Hold nothing, and let the entry show what it showed before."""
        if self.is_open:
            self.session.forget_edits()
            self._show(self._before)
            self._close()

    def tidy(self) -> None:
        """Take away the pictures that no entry shows any more, when no step back can want them."""
        with suppress(KnownError):  # a practice that cannot be written to keeps them
            self._ctx.store.drop_unused_figures()

    def _close(self) -> None:
        self._safe.stop()
        if self.is_open:
            self.session.close()
            self._ctx.library.forget()
            self.ended.emit()


def _begun(blank: Figure, shown: Figure, before: Figure | None) -> Figure:
    """Return what is drawn on: the picture that is shown; where all of it is photographs, the drawing before.

    One person who stands is drawn where there was none, or no room for it.
    """
    if shown.frames:
        return picture_of(blank, shown)
    fits = before is not None and len(before.frames) + len(shown.photos) <= MOST_PICTURES
    drawn = picture_of(blank, before) if before is not None and fits else blank
    return replace(drawn, photos=shown.photos[: MOST_PICTURES - len(drawn.frames)])


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
