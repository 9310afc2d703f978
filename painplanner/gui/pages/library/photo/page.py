"""The page where a clinician's photographs are turned, cut, pointed at and put into words before they are kept.

Every change is proposed to the session of `photographs`; unlike a drawing, nothing is kept before it is saved, because
what is cut away is then gone for good.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPixmap

from painplanner.core.plan import texts_in
from painplanner.documents.picture_words import generated_words
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import copied, has_sources
from painplanner.gui.form.subject import propose
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.library.photo import framing, shots
from painplanner.gui.pages.library.photo.layout import PhotoLayout
from painplanner.gui.pages.library.photo.painting import working_pixmap
from painplanner.gui.pages.library.photo.photographs import Photographs, all_framed
from painplanner.gui.pages.library.photo.shots import Shot, Work
from painplanner.gui.tasks import Ticket
from painplanner.services.photographs import CleanPicture
from painplanner.text import _

__all__ = ["PhotoPage"]


class PhotoPage(PhotoLayout):
    """Follows the photographs that are worked on; `left` asks to keep them, `given_up` to keep nothing."""

    left = Signal()
    given_up = Signal()

    def __init__(self, ctx: AppContext, photographs: Photographs) -> None:
        """Build once; the photographs of each entry are shown in it."""
        super().__init__(ctx)
        self._ctx, self.photographs = ctx, photographs
        self.place = 0
        self._pixmaps: dict[str, QPixmap] = {}
        self._saving: Ticket | None = None
        self._straightening = framing.Straightening()
        self.setAcceptDrops(True)
        self._connect()
        self._connect_tools()

    def _connect(self) -> None:
        session, canvas, tabs = self.photographs.session, self.canvas, self.tabs
        session.changed.connect(self._on_changed)
        session.refused.connect(lambda _field, sentence: self._ctx.say(sentence, kind="stop"))
        session.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        session.undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        for made, call in (
            (self.undo, session.undo),
            (self.redo, session.redo),
            (self.cancel, self.give_up),
            (self.save, self.keep),
        ):
            made.clicked.connect(lambda _on=False, do=call: do())
        for made in (self.undo, self.redo):
            made.setEnabled(False)
        canvas.changed.connect(lambda shot, words, key: self.change(words, lambda _old: shot, key))
        canvas.dragging.connect(self.panel.printed.show_drag)
        canvas.refused.connect(lambda refusal: self._ctx.say(sentence_for(refusal), kind="stop"))
        tabs.chosen.connect(self.show_place)
        tabs.add_wanted.connect(self.intake.ask)
        tabs.move_wanted.connect(self._on_move)
        tabs.remove_wanted.connect(self._on_remove)
        self.intake.taken.connect(self._on_taken)
        self.work.cancelled.connect(self._stop_saving)

    def _connect_tools(self) -> None:
        panel = self.panel
        panel.place_wanted.connect(self._on_place)
        panel.quarter_wanted.connect(
            lambda n: self.change(
                _("Turn the photograph"), lambda s: shots.with_framing(s, framing.quarter_turned(s.framing, n))
            )
        )
        panel.degrees_wanted.connect(
            lambda d: self.change(
                _("Turn the photograph"),
                lambda s: shots.with_framing(s, self._straightening.turned(s.size, s.framing, d)),
                "degrees",
            )
        )
        panel.uncut_wanted.connect(
            lambda: self.change(
                _("Show all of it again"), lambda s: shots.with_framing(s, framing.uncut(s.size, s.framing))
            )
        )
        panel.arrow_wanted.connect(self._on_arrow)
        panel.arrow_gone.connect(lambda n: self.change(_("Take an arrow away"), lambda s: shots.without_arrow(s, n)))
        panel.arrow_chosen.connect(self._take_arrow)
        panel.words_changed.connect(
            lambda lang, text: self.change(
                _("Change the words"), lambda s: shots.with_words(s, lang, text.strip()), f"alt:{lang}"
            )
        )

    # What is shown

    @property
    def value(self) -> Work:
        """Return the photographs as they are now."""
        return self.photographs.session.value

    @property
    def shot(self) -> Shot | None:
        """Return the photograph in front, nothing when there is none."""
        return self.value.shots[self.place] if self.place < len(self.value.shots) else None

    def begin(self, pictures: Sequence[CleanPicture] = ()) -> bool:
        """Take up the photographs of the entry that is being edited, and put new ones behind them."""
        self.intake.begin_anew()
        self._stop_saving()
        self._pixmaps.clear()
        self.place = 0
        if not self.photographs.begin():
            return False
        if pictures:
            self.place = len(self.value.shots) - 1
            self._on_taken(pictures)
        return True

    def show_place(self, place: int) -> None:
        """Bring a photograph to the front."""
        self.place = place
        self._show(self.value)

    def _on_changed(self, old: Work | None, new: Work | None) -> None:
        if new is None:
            self.canvas.show_shot(None, None)
            self._pixmaps.clear()
            return
        if not self.intake.is_busy:
            self.intake.say("")
        if old is not None:
            self.place = shots.first_other(old, new, self.place)
        self.place = max(0, min(self.place, len(new.shots) - 1))
        self._show(new)

    def _show(self, work: Work) -> None:
        shot, entry = self.shot, self.photographs.entry
        name = texts_in(entry.texts, self._ctx.practice.language).name
        many = len(work.shots) > 1
        self.title.setText((_("Photographs of {name}") if many else _("Photograph of {name}")).format(name=name))
        self.tabs.show_photos(len(work.shots), self.place, self.photographs.room)
        pixmap = self._pixmap(shot)
        self.canvas.show_shot(shot, pixmap)
        self.show_parts(shot, is_there=pixmap is not None)
        self.panel.show_place(work, self.photographs.frames)
        self.panel.show_shot(shot, is_there=pixmap is not None, plain=self._plain)
        self.panel.printed.show_shot(shot, pixmap)
        self.order_keys()

    def _pixmap(self, shot: Shot | None) -> QPixmap | None:
        picture = self.photographs.picture(shot) if shot is not None else None
        if shot is None or picture is None:
            return None
        if shot.sha256 not in self._pixmaps:
            self._pixmaps[shot.sha256] = working_pixmap(picture)
        return self._pixmaps[shot.sha256]

    def _plain(self, lang: str) -> str:
        """Return the words that stand for the photograph in front while nobody wrote any."""
        figure, frames = self.photographs.figure(self.value)
        return generated_words(figure, frames + self.place, texts_in(self.photographs.entry.texts, lang).name, lang)

    # What is done

    def change(self, words: str, fn: Callable[[Shot], Shot], key: str = "") -> None:
        """Propose a change of the photograph in front; what cannot be is said."""
        place = self.place
        if self.shot is None:
            return

        def changed(work: Work) -> Work:
            return shots.with_shot(work, place, fn(work.shots[place]))

        self._propose(words, changed, f"{place}:{key}" if key else "")

    def _propose(self, words: str, fn: Callable[[Work], Work], key: str = "") -> None:
        sentence = propose(self.photographs.session, words, fn, key)
        if sentence:
            self._ctx.say(sentence, kind="stop")
            self._show(self.value)

    def _on_taken(self, pictures: Sequence[CleanPicture]) -> None:
        count = self.photographs.take(pictures, self.place)
        if count < len(pictures):
            self.intake.say(_("At most four pictures stand in a row. Remove one, then add the other again."))
        if count:
            self.take_focus()

    def _on_place(self, is_beside: bool) -> None:
        self._propose(_("Change where it stands"), lambda work: replace(work, is_beside=is_beside))

    def _on_move(self, by: int) -> None:
        place = self.place
        self._propose(_("Move a photograph"), lambda work: shots.with_shot_moved(work, place, by))
        self.show_place(max(0, min(len(self.value.shots) - 1, place + by)))

    def _on_remove(self) -> None:
        place = self.place
        self._propose(_("Remove a photograph"), lambda work: shots.without_shot(work, place))
        if self.shot is None and self.empty.action is not None:
            self.empty.action.setFocus()

    def _on_arrow(self) -> None:
        self.change(_("Draw an arrow"), lambda shot: shots.with_arrow_added(shot, shots.arrow_in_middle(shot)))
        if self.shot is not None:
            self._take_arrow(len(self.shot.arrows) - 1)

    def _take_arrow(self, number: int) -> None:
        """Take the point of an arrow in hand, so that the arrow keys move it."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.choose(f"tip:{number}")

    def take_focus(self) -> None:
        """Put the keys onto the photograph, or where one is chosen."""
        if self.photographs.is_open and self.shot is None and self.empty.action is not None:
            self.empty.action.setFocus()
        else:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # Saving and leaving

    def keep(self) -> None:
        """Turn and cut what is to be kept beside the window, then ask to keep it."""
        if self._saving is not None:
            return
        wanted = self.photographs.wanted()
        if not wanted:
            self.left.emit()
            return
        self.save.setEnabled(False)
        self.work.show_work(0, _("Saving the photograph…"))
        self._saving = self._ctx.tasks.run(lambda: all_framed(wanted), self._on_framed, self._on_not_framed)

    def _on_framed(self, made: object) -> None:
        self._stop_saving()
        self.photographs.take_framed(made)  # type: ignore[arg-type]
        self.left.emit()

    def _on_not_framed(self, error: Exception) -> None:
        self._stop_saving()
        self.intake.say(sentence_for(error))

    def _stop_saving(self) -> None:
        if self._saving is not None:
            self._saving.cancel()
        self._saving = None
        self.work.rest()
        self.save.setEnabled(True)

    def give_up(self) -> None:
        """Keep nothing of what was changed."""
        self.stop()
        self.given_up.emit()

    def stop(self) -> None:
        """Do nothing more beside the window."""
        self.intake.stop()
        self._stop_saving()

    # Dropping, pasting, keys

    def paste_picture(self) -> bool:
        """Take in a picture that was copied; tell whether there was one."""
        return self.intake.take_from(copied())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if has_sources(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is let go."""
        if self.intake.take_from(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc where nothing would be lost; letters stay here."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif not event.text().isprintable():
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if not self.photographs.is_changed:
            self.give_up()
            return
        self._ctx.say(_("Save the photograph, or cancel to keep nothing of it."), kind="consider")
        self.save.setFocus()
