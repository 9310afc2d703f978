"""The page where a clinician draws: the picture large, its frames as tabs, the tools at the right; saved at the end.

Every change is proposed to the session of `drawing`; the entry that shows the picture is edited beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from painplanner.core.figure import Figure, arranging, scenery, stringing
from painplanner.core.figure.editing import POINTS, with_hand, with_hold
from painplanner.core.figure.mirroring import mirrored
from painplanner.core.plan import texts_in
from painplanner.core.values import replace
from painplanner.documents.picture_words import generated_words
from painplanner.gui.context import AppContext
from painplanner.gui.form.saved import saved_words
from painplanner.gui.form.subject import propose
from painplanner.gui.pages.library.drawing.drawing import Drawing
from painplanner.gui.pages.library.drawing.grips import thing_of
from painplanner.gui.pages.library.drawing.layout import DrawingLayout
from painplanner.text import _

__all__ = ["DrawingPage"]

Change = Callable[[Figure], Figure]
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DrawingPage(DrawingLayout):
    """Follows the picture that is being drawn; `left` asks to keep it, `given_up` to keep nothing of it."""

    left = Signal()
    given_up = Signal()

    def __init__(self, ctx: AppContext, drawing: Drawing, name: Callable[[Any], str]) -> None:
        """Build once; each picture is shown in it."""
        super().__init__(ctx, name)
        self._ctx, self.drawing = ctx, drawing
        self.frame = 0
        self._connect()
        self._connect_tools()

    def _connect(self) -> None:
        session, canvas, tabs = self.drawing.session, self.canvas, self.tabs
        session.changed.connect(self._on_changed)
        session.saved.connect(lambda _moment: self._show_saved())
        session.refused.connect(lambda _field, sentence: self._ctx.say(sentence, kind="stop"))
        session.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        session.undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        for made, call in (
            (self.undo, session.undo),
            (self.redo, session.redo),
            (self.cancel, self.given_up.emit),
            (self.save, self.left.emit),
        ):
            made.clicked.connect(lambda _on=False, do=call: do())
        for part in (self.undo, self.redo):
            part.setEnabled(False)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)
        canvas.changed.connect(lambda figure, words, key: self.change(words, lambda _old: figure, key))
        canvas.dragging.connect(self.panel.printed.show_drawing)
        canvas.chosen.connect(lambda name: self.panel.show_hand(name, self.figure, self.frame))
        tabs.chosen.connect(self.show_frame)
        tabs.add_wanted.connect(self._on_add)
        tabs.remove_wanted.connect(self._on_remove)
        tabs.copy_wanted.connect(self._on_copy)
        tabs.onion_changed.connect(lambda on: canvas.show_onion(on=on))

    def _connect_tools(self) -> None:
        panel, source = self.panel, self.panel.poses
        source.base_taken.connect(
            lambda base: self.change(_("Take a pose"), lambda f: arranging.based_on(f, self.frame, base))
        )
        source.pose_taken.connect(
            lambda other, n: self.change(_("Take a pose"), lambda f: arranging.pose_from(f, self.frame, other, n))
        )
        source.picture_taken.connect(lambda other: self.change(_("Take all pictures"), lambda f: _drawn_as(f, other)))
        panel.view_wanted.connect(self._on_view)
        panel.mirror_wanted.connect(lambda: self.change(_("Exchange sides"), mirrored))
        panel.words_changed.connect(self._on_words)
        things, signs = panel.things, panel.signs
        things.added.connect(self._on_thing)
        things.taken.connect(self._take_thing)
        things.gone.connect(lambda n: self.change(_("Take a thing away"), lambda f: scenery.without_prop(f, n)))
        things.over_wanted.connect(
            lambda n, over: self.change(_("Move a thing"), lambda f: scenery.with_prop_over(f, n, over))
        )
        signs.added.connect(self._on_sign)
        signs.taken.connect(lambda n: self._take(f"mark:{n}"))
        signs.gone.connect(lambda n: self.change(_("Take a sign away"), lambda f: scenery.without_mark(f, n)))
        self._connect_hand()

    def _connect_hand(self) -> None:
        hand = self.panel.in_hand
        hand.side_wanted.connect(self._on_side)
        hand.tie_wanted.connect(self._on_tie)
        hand.frames_wanted.connect(self._on_frames)
        hand.hold_wanted.connect(
            lambda part, on: self.change(_("Hold in place"), lambda f: with_hold(f, self.frame, part, on=on))
        )
        hand.shape_wanted.connect(
            lambda side, shape: self.change(_("Change the hand"), lambda f: with_hand(f, self.frame, side, shape))
        )

    # What is shown

    @property
    def figure(self) -> Figure:
        """Return the figure as it is now."""
        return self.drawing.session.value

    def begin(self) -> bool:
        """Draw the picture of the entry that is being edited; tell whether there is one."""
        self.frame = 0
        self.panel.poses.clear()
        return self.drawing.begin()

    def show_frame(self, frame: int) -> None:
        """Bring a frame to the front, with nothing in hand."""
        self.frame = frame
        self.canvas.choose("")
        self._show(self.figure)

    def _on_changed(self, _old: Figure | None, new: Figure | None) -> None:
        if new is None:
            self.panel.printed.stop()
            return
        self.frame = min(self.frame, len(new.frames) - 1)
        self._show(new)

    def _show(self, figure: Figure) -> None:
        entry = self.drawing.entry
        name = texts_in(entry.texts, self._ctx.practice.language).name
        self.title.setText(_("Picture of {name}").format(name=name))
        self.tabs.show_frames(figure, self.frame)
        self.canvas.show_frame(figure, self.frame)

        def plain(lang: str) -> str:
            return generated_words(figure, self.frame, texts_in(entry.texts, lang).name, lang)

        self.panel.show_figure(figure, self.frame, is_stale=self._is_stale(figure), plain=plain)
        self._show_saved()

    def _is_stale(self, figure: Figure) -> bool:
        """Tell whether the words are still those of the picture before, which shows another pose."""
        start, frame = self.drawing.start, self.frame
        if start is None or frame >= min(len(start.frames), len(start.alt), len(figure.alt)):
            return False
        return figure.alt[frame] == start.alt[frame] and figure.frames[frame] != start.frames[frame]

    def _show_saved(self) -> None:
        session = self.drawing.session
        is_waiting = self.drawing.is_changed and not session.is_saved
        self.saved.setText(_("Not saved yet") if is_waiting else saved_words(session) if session.is_saved else "")

    # What is done

    def change(self, words: str, fn: Change, key: str = "") -> None:
        """Propose a change; what cannot be is said."""
        sentence = propose(self.drawing.session, words, fn, key)
        if sentence:
            self._ctx.say(sentence, kind="stop")
            self._show(self.figure)

    def _on_add(self) -> None:
        frame = self.frame
        self.frame += 1
        self.change(_("Add a picture"), lambda f: arranging.with_frame_added(f, frame))

    def _on_remove(self) -> None:
        frame = self.frame
        self.change(_("Remove a picture"), lambda f: arranging.with_frame_removed(f, frame))

    def _on_copy(self) -> None:
        frame = self.frame
        self.change(_("Take a pose"), lambda f: arranging.with_frame_copied(f, frame - 1, frame))

    def _on_view(self, view: str) -> None:
        if view:
            self.change(_("Change the view"), lambda f: arranging.with_view(f, cast("Any", view)))
        else:  # an angle of its own is kept, and cannot be chosen
            self._show(self.figure)

    def _on_thing(self, kind: str) -> None:
        self.change(_("Add a thing"), lambda f: scenery.with_prop(f, cast("Any", kind), self.frame))
        self._take_thing(len(self.figure.props) - 1)

    def _on_sign(self, kind: str) -> None:
        at = POINTS.get(self.canvas.hand, "")
        self.change(_("Add a sign"), lambda f: scenery.with_mark(f, cast("Any", kind), at, self.frame))
        self._take(f"mark:{len(self.figure.marks) - 1}")

    def _take(self, name: str) -> None:
        """Take what was just put in in hand, so that the arrow keys move it."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.choose(name)

    def _take_thing(self, number: int) -> None:
        """Take a thing in hand, where it can be seen in this picture."""
        for name in (f"prop:{number}", f"bend:{number}:0"):
            self._take(name)

    def _on_side(self, side: str) -> None:
        """Take the same joint of the other side in hand, or put a thing to the other side."""
        name = self.canvas.hand
        number = thing_of(name)
        if number is None:
            self._take(f"{side}_{name.partition('_')[2]}")
        else:
            self.change(_("Change the side"), lambda f: stringing.on_side(f, number, side))

    def _on_tie(self, name: str) -> None:
        number, which = (int(part) for part in self.canvas.hand.split(":")[1:])
        if name:
            self.change(_("Tie it to the body"), lambda f: stringing.tied(f, number, which, name))
        else:
            self.change(_("Tie it to nothing"), lambda f: stringing.freed(f, self.frame, number, which))

    def _on_frames(self, on: bool) -> None:
        """Show a thing in this picture only, or a sign in all of them; or not any more."""
        name, frame = self.canvas.hand, self.frame
        number = thing_of(name)
        if number is not None:
            self.change(_("Change where it is shown"), lambda f: scenery.with_prop_only(f, number, frame, on=on))
        else:
            sign = int(name.split(":")[1])
            self.change(_("Change where it is shown"), lambda f: scenery.with_mark_in_all(f, sign, frame, on=on))

    def _on_words(self, lang: str, text: str) -> None:
        frame = self.frame
        self.change(
            _("Change the words"), lambda f: arranging.with_alt(f, frame, lang, text.strip()), f"alt:{frame}:{lang}"
        )

    def take_focus(self) -> None:
        """Put the keys onto the picture."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc where nothing would be lost, go through the pictures; letters stay here."""
        by = _PAGES.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif by is not None:
            self._turn_to(self.frame + by)
        elif not event.text().isprintable():
            super().keyPressEvent(event)

    def _turn_to(self, frame: int) -> None:
        """Show another picture, with the same joint in hand where it has it."""
        if 0 <= frame < len(self.figure.frames):
            name = self.canvas.hand
            self.show_frame(frame)
            self.canvas.choose(name)

    def _on_escape(self) -> None:
        if not self.drawing.is_changed:
            self.given_up.emit()
            return
        self._ctx.say(_("Save the picture, or cancel to keep nothing of it."), kind="consider")
        self.save.setFocus()


def _drawn_as(figure: Figure, other: Figure) -> Figure:
    """Return a figure drawn as another one; its photographs are its own."""
    return replace(arranging.picture_of(figure, other), photos=figure.photos)
