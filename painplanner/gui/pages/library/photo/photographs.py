"""The photographs that are worked on: a session of its own, kept with the entry's picture only when that is wanted.

What a cut leaves is made anew on saving, so that nothing of the rest is kept. Each saving makes a new picture, so that
undoing the edit of the entry brings the old one back whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from PySide6.QtCore import QObject, Signal

from painplanner.core.figure import Figure, encode_figure
from painplanner.core.figure.shown import is_photo
from painplanner.core.figure.value import MOST_PICTURES, Photo
from painplanner.core.library import Intervention
from painplanner.core.plan import FigureRef
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.drawing.drawing import picture_id, shown_by
from painplanner.gui.pages.library.editor.editing import Editing
from painplanner.gui.pages.library.photo.shots import Shot, Work, photo_of, shot_of, with_shots_added
from painplanner.gui.session import Session
from painplanner.services.photographs import CleanPicture, Framing, framed
from painplanner.text import _

Wanted = tuple[str, Framing]
"""A photograph by its hash, and how it is to be turned and cut."""


class Photographs(QObject):
    """Holds the photographs of at most one entry; `ended` follows the end of the work on them."""

    ended = Signal()

    def __init__(self, ctx: AppContext, editing: Editing, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._ctx, self._editing = ctx, editing
        self.session: Session[Work] = Session(self._write, ctx.now, self, saves_itself=False)
        self.drawn: Figure | None = None
        self._base = Work()
        self._pictures: dict[str, CleanPicture] = {}
        self._framed: dict[Wanted, CleanPicture] = {}

    @property
    def is_open(self) -> bool:
        """Tell whether photographs are being worked on."""
        return self.session.is_open

    @property
    def is_changed(self) -> bool:
        """Tell whether anything differs from what the entry shows."""
        return self.is_open and self.session.value != self._base

    @property
    def entry(self) -> Intervention:
        """Return the entry whose photographs they are."""
        return self._editing.session.value.entry.value

    def picture(self, shot: Shot) -> CleanPicture | None:
        """Return a photograph as it was taken in, nothing when the practice does not have it whole."""
        return self._pictures.get(shot.sha256)

    def figure(self, work: Work) -> tuple[Figure, int]:
        """Return the picture that work would make, before anything is turned or cut, and how many frames it has."""
        frames = self.drawn.frames if self.drawn is not None and work.is_beside else ()
        photos = tuple(photo_of(shot, shot.sha256, shot.width, shot.height) for shot in work.shots)
        return Figure(id="own.picture", frames=frames[: MOST_PICTURES - len(photos)], photos=photos), len(frames)

    @property
    def room(self) -> int:
        """Return how many photographs more can stand beside, or instead of, the drawing."""
        work = self.session.value
        return MOST_PICTURES - len(work.shots) - (self.frames if work.is_beside else 0)

    @property
    def frames(self) -> int:
        """Return how many drawn pictures the entry has."""
        return len(self.drawn.frames) if self.drawn is not None else 0

    # Beginning and ending

    def begin(self) -> bool:
        """Take up the photographs of the entry that is being edited."""
        if not self._editing.is_open or not self.end():
            return False
        self._pictures, self._framed = {}, {}
        figure = self._figure(self.entry.figure)
        photos = self._ctx.library.photos(figure)
        for photo in figure.photos if figure is not None else ():
            if is_photo(photo, photos.get(photo.sha256, b"")):
                self._pictures[photo.sha256] = CleanPicture(photos[photo.sha256], photo.width, photo.height)
        self.drawn = self._drawing(figure)
        shots = tuple(map(shot_of, figure.photos)) if figure is not None else ()
        is_beside = bool(figure.frames) if figure is not None and shots else 0 < self.frames < MOST_PICTURES
        self._base = Work(shots, is_beside)
        return self.session.open(self._base)

    def _figure(self, key: str) -> Figure | None:
        return self._ctx.library.figure(FigureRef(id=key)) if key else None

    def _drawing(self, figure: Figure | None) -> Figure | None:
        """Return the drawing that photographs stand beside: shown, before it, or when the entry was new."""
        if figure is not None and figure.frames:
            return figure
        before = self._figure(figure.instead_of) if figure is not None else None
        if before is not None and before.frames:
            return before
        original = self._editing.session.value.entry.original
        first = self._figure(original.figure) if original is not None else None
        return first if first is not None and first.frames else None

    def take(self, pictures: Iterable[CleanPicture], after: int) -> int:
        """Put photographs in behind a place, as many as there is room for; return how many that were."""
        shots: list[Shot] = []
        for picture in tuple(pictures)[: max(0, self.room)]:
            key = sha256(picture.data).hexdigest()
            self._pictures[key] = picture
            shots.append(Shot(key, picture.width, picture.height))
        if shots:
            self.session.apply(_("Add a photograph"), lambda work: with_shots_added(work, after, tuple(shots)))
        return len(shots)

    def end(self) -> bool:
        """Save and hold nothing; what cannot be saved stays."""
        if self.is_open and not self.session.save():
            return False
        self.drop()
        return True

    def drop(self) -> None:
        """Hold nothing, and keep nothing of what was changed."""
        if self.is_open:
            self.session.forget_edits()
            self.session.close()
            self._pictures, self._framed = {}, {}
            self.ended.emit()

    # Saving

    def wanted(self) -> tuple[tuple[Wanted, CleanPicture], ...]:
        """Return which pictures are still to be turned and cut before they can be saved."""
        shots = self.session.value.shots if self.is_open else ()
        keys = {(one.sha256, one.framing): one for one in shots if one.is_framed}
        found = ((key, self.picture(one)) for key, one in keys.items() if key not in self._framed)
        return tuple((key, picture) for key, picture in found if picture is not None)

    def take_framed(self, made: dict[Wanted, CleanPicture]) -> None:
        """Take pictures that were turned and cut elsewhere."""
        self._framed |= made

    def _write(self, work: Work) -> None:
        """Keep the photographs and show them by the entry. Raises KnownError."""
        if work == self._base:
            return
        self._framed |= all_framed(self.wanted())
        jpegs: dict[str, bytes] = {}
        photos = tuple(self._kept(shot, jpegs) for shot in work.shots)
        key = self._keep(photos, jpegs.values(), is_beside=work.is_beside)
        self._ctx.library.forget()
        words = _("Change the photographs") if self._base.shots else _("Add a photograph")
        self._editing.propose(words, lambda draft: shown_by(draft, key))
        self._base = work

    def _kept(self, shot: Shot, jpegs: dict[str, bytes]) -> Photo:
        """Return what the figure holds of a photograph, and put its bytes to those that are to be kept."""
        picture = self._framed[shot.sha256, shot.framing] if shot.is_framed else self.picture(shot)
        if picture is None:  # one that is missing here stays as it is, for who still has it
            return photo_of(shot, shot.sha256, shot.width, shot.height)
        key = sha256(picture.data).hexdigest()
        jpegs[key] = picture.data
        return photo_of(shot, key, picture.width, picture.height)

    def _keep(self, photos: tuple[Photo, ...], jpegs: Iterable[bytes], *, is_beside: bool) -> str:
        """Keep the picture; return the id that it is found by, nothing when there is none."""
        drawn = self.drawn if is_beside or not photos else None
        if not photos and (drawn is None or not drawn.photos):
            return drawn.id if drawn is not None else ""
        key = picture_id(self._ctx, self.entry)
        made = Figure(id=key, frames=(), photos=photos, instead_of=self.drawn.id if self.drawn is not None else "")
        if drawn is not None:
            made = replace(drawn, id=key, photos=photos)
        self._ctx.store.keep_own_figure(key, encode_figure(made), tuple(jpegs))
        return key


def all_framed(wanted: Iterable[tuple[Wanted, CleanPicture]]) -> dict[Wanted, CleanPicture]:
    """Turn and cut pictures; needs no window, so that it may run beside one. Raises KnownError."""
    return {key: framed(picture, key[1]) for key, picture in wanted}
