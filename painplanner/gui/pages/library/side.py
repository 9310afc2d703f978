"""The right of the page: the detail, or for a while in its place the editor, a comparison, a pack, news, or names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from painplanner.core.dose import AnyDose
from painplanner.core.library import Intervention, Kind, Template
from painplanner.core.own import OwnEntry, edited_copy, fresh_copy, new_entry, own_entry
from painplanner.core.plan import texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.messages import Message
from painplanner.gui.pages.library.detail import EntryDetail
from painplanner.gui.pages.library.drawing.drawing import Drawing
from painplanner.gui.pages.library.editor.editing import Editing
from painplanner.gui.pages.library.finding import Finding
from painplanner.gui.pages.library.owning import Owning
from painplanner.gui.pages.library.photo.photographs import Photographs
from painplanner.gui.unread import UnreadText
from painplanner.gui.widgets.tabs import LazyPages
from painplanner.services import words
from painplanner.services.photographs import CleanPicture
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store


class Side(LazyPages):
    """Shows one page at a time; pages but the detail are made when they are first wanted.

    `undo_changed` follows whose edits are undone, `thing_wanted` asks to show an entry, `news_seen` says that the news
    were looked at.
    """

    undo_changed = Signal()
    thing_wanted = Signal(str)
    news_seen = Signal()

    def __init__(self, ctx: AppContext, finding: Finding, detail: EntryDetail, undo_stack: QUndoStack) -> None:
        """Begin with the detail."""
        super().__init__(
            {
                "detail": lambda: detail,
                "editor": self._make_editor,
                "drawing": self._make_drawing,
                "photo": self._make_photo,
                "compare": self._make_compare,
                "export": self._make_export,
                "import": self._make_import,
                "news": self._make_news,
                "names": self._make_names,
            }
        )
        self._ctx, self._finding, self._detail, self._undo_stack = ctx, finding, detail, undo_stack
        self.owning = Owning(ctx, finding, undo_stack, self)
        self.editing = Editing(ctx, self.owning, self)
        self.drawing = Drawing(ctx, self.editing, self)
        self.photographs = Photographs(ctx, self.editing, self)
        for session in (self.editing.session, self.drawing.session, self.photographs.session):
            session.undo_stack.indexChanged.connect(self._on_step)
        self.editing.session.changed.connect(lambda _old, _new: self._on_edited())
        self._told: Message | None = None
        self._edited_in: Store | None = None
        self.show_page("detail")

    def _on_step(self, _place: int) -> None:
        self.undo_changed.emit()

    # Pages made when they are first wanted

    def _make_editor(self) -> QWidget:
        from painplanner.gui.pages.library.editor import EntryEditor

        made = EntryEditor(self._ctx, self.editing, self._finding.known_tags)
        made.left.connect(self.finish)
        made.figure.draw_wanted.connect(self.draw)
        made.figure.photographs_wanted.connect(self.photograph)
        return made

    def _make_drawing(self) -> QWidget:
        from painplanner.gui.pages.library.drawing import DrawingPage

        made = DrawingPage(self._ctx, self.drawing, self._finding.name)
        made.left.connect(self.finish_drawing)
        made.given_up.connect(self.drop_drawing)
        return made

    def _make_photo(self) -> QWidget:
        from painplanner.gui.pages.library.photo.page import PhotoPage

        made = PhotoPage(self._ctx, self.photographs)
        made.left.connect(self.finish_photographs)
        made.given_up.connect(self.drop_photographs)
        return made

    def _make_compare(self) -> QWidget:
        from painplanner.gui.pages.library.compare import ComparePage

        made = ComparePage(self._ctx, self.owning)
        made.take_wanted.connect(self.owning.drop)
        made.keep_wanted.connect(self.owning.keep_mine)
        for wish in (made.take_wanted, made.keep_wanted, made.left):
            wish.connect(lambda *_: self.show_detail())
        return made

    def _make_export(self) -> QWidget:
        from painplanner.gui.pages.library.export import ExportPage

        made = ExportPage(self._ctx)
        made.left.connect(self.show_detail)
        return made

    def _make_import(self) -> QWidget:
        from painplanner.gui.pages.library.importing import ImportPage

        made = ImportPage(self._ctx, self.owning)
        made.left.connect(self.show_detail)
        return made

    def _make_news(self) -> QWidget:
        from painplanner.gui.pages.library.news import NewsPage

        made = NewsPage(self._ctx)
        made.left.connect(self._on_news_left)
        made.thing_wanted.connect(self.thing_wanted)
        made.compare_wanted.connect(self.compare)
        return made

    def _make_names(self) -> QWidget:
        from painplanner.gui.pages.library.names_page import NamesPage

        made = NamesPage(self._ctx, self.owning)
        made.left.connect(self.show_detail)
        return made

    def begin_anew(self) -> None:
        """Let go of everything that belongs to the practice before; what is being drawn and edited is kept in it."""
        if self._edited_in is self._ctx.store and self.drawing.end():
            self.editing.session.save()
        self.drawing.session.forget_edits()
        self.drawing.session.close()
        self.photographs.drop()
        self.editing.session.forget_edits()
        self.editing.session.close()
        self.drawing.tidy()
        self.show_page("detail")
        for key, page in self.made().items():
            stop = getattr(page, "stop", None)
            if stop is not None:
                stop()
            if key != "detail":
                self.drop_page(key)
                page.deleteLater()

    # What is in front

    @property
    def is_detail(self) -> bool:
        """Tell whether the detail is in front."""
        return self.currentWidget() is self._detail

    @property
    def is_wide(self) -> bool:
        """Tell whether a picture is worked on, which takes all the room there is."""
        return self.drawing.is_open or self.photographs.is_open

    @property
    def undo_stack(self) -> QUndoStack:
        """Return what is undone here: the edits of the entry that is open, else the page's own steps."""
        for open_work in (self.drawing, self.photographs):
            if open_work.is_open:
                return open_work.session.undo_stack
        return self.editing.session.undo_stack if self.editing.is_open else self._undo_stack

    def take_focus(self) -> None:
        """Put the keys into what is in front."""
        page: Any = self.currentWidget()
        page.take_focus()

    def show_detail(self) -> None:
        """Bring the detail back, with the keys where they were asked for."""
        field, page = QApplication.focusWidget(), self.currentWidget()
        had_keys = field is not None and page is not None and page.isAncestorOf(field)
        self.show_page("detail")
        if had_keys and self.isVisible():
            self._detail.take_focus()
        self.undo_changed.emit()

    def leave(self) -> bool:
        """End what stands in the place of the detail; an entry that cannot be saved stays."""
        if not self.drawing.end() or not self.photographs.end() or not self.editing.end():
            return False
        if not self.is_detail:
            self.show_detail()
        return True

    def finish(self) -> None:
        """End the editing, unless a text was not understood: then go there and say so."""
        unread = self.editing.unread.first()
        if unread is None:
            self.leave()
            return
        unread.go()
        said, text = unread.sentence, unread.text.strip()
        if text:
            said = _("“{text}” is not in the entry. {sentence}").format(text=text, sentence=said)
        self._told = self._ctx.say(
            said, kind="consider", action=_("Leave it out"), on_action=lambda: self._leave_out(unread)
        )

    def _leave_out(self, unread: UnreadText) -> None:
        """Forget a text that was not understood, and go on ending the editing."""
        unread.forget()
        self.finish()
        if self.is_detail:
            self._detail.take_focus()

    def _on_edited(self) -> None:
        """Take the message about a text away once every text is understood."""
        if self._told is not None and self.editing.unread.first() is None:
            self._ctx.hush(self._told)
            self._told = None

    def _bring(self, page: str, show: Callable[[Any], object]) -> None:
        """Show a page in the place of the detail, and give it the keys, unless it has nothing to show."""
        if not self.leave():
            return
        made: Any = self.page(page)
        if show(made) is not False:
            self.show_page(page)
            made.take_focus()
            self.undo_changed.emit()

    # Editing

    def do(self, action: str, key: str) -> None:
        """Do what was wanted of a thing."""
        calls: dict[str, Callable[[str], object]] = {
            "edit": self.edit,
            "duplicate": self.duplicate,
            "compare": self.compare,
            "drop": self.owning.drop,
            "keep-mine": self.owning.keep_mine,
            "export": self.export,
            "rename": self.rename,
            "draw": self.edit_and_draw,
            "save-pictures": self.save_pictures,
            "usual": lambda one: self.set_usual_dose(one, self._ctx.library.entries[one].dose),
            "forget-usual": lambda one: self.set_usual_dose(one, None),
        }
        calls[action](key)

    def edit(self, key: str) -> None:
        """Edit an own entry, or a copy that takes the place of a built-in one."""
        entry = self._ctx.library.entries.get(key)
        if entry is None:
            return
        held = own_entry(key, self._ctx.library.own)
        label = _("Edit {name}").format(name=self._finding.name(entry))
        self._begin(held or edited_copy(entry, self.owning.owner), label)

    def new_entry(self, kind: Kind) -> None:
        """Begin a new entry, which is kept with its first change."""
        name = _("New {kind}").format(kind=words.kind_words(kind).lower())
        lang = self._ctx.practice.language
        made = new_entry(kind, self._ctx.new_id("entry"), self.owning.owner, name=name, lang=lang)
        self._begin(made, _("New entry"), is_new=True)

    def duplicate(self, key: str) -> None:
        """Begin a new entry as another one; a template is copied, and its name asked for."""
        thing = self._finding.thing(key)
        if isinstance(thing, Template):
            made = self.owning.duplicate(key)
            if made:
                self.thing_wanted.emit(made)
                self.rename(made)
        elif isinstance(thing, Intervention):
            names = {one.lang: _("{name} (copy)").format(name=one.name) for one in thing.texts}
            copy = fresh_copy(thing, self._ctx.new_id("entry"), self.owning.owner, names)
            self._begin(copy, _("Duplicate"), is_new=True, keep=True)

    def _begin(self, entry: OwnEntry, label: str, *, is_new: bool = False, keep: bool = False) -> None:
        if not self.leave():
            return
        editor: Any = self.page("editor")
        if self.editing.open(entry, label=label, is_new=is_new, keep=keep):
            self._edited_in = self._ctx.store
            self.show_page("editor")
            editor.take_focus()
            self.undo_changed.emit()

    def edit_and_draw(self, key: str) -> None:
        """Edit an entry and draw its picture at once."""
        self.edit(key)
        if self.editing.is_open:
            self.draw()

    def save_pictures(self, key: str) -> None:
        """Write the pictures of an entry as files for other programs."""
        from painplanner.gui.pages.library.detail.picture_saving import save_pictures

        save_pictures(self._ctx, self, self._ctx.library.entries[key])

    def draw(self) -> None:
        """Draw the picture of the entry that is being edited."""
        page: Any = self.page("drawing")
        if page.begin():
            self.show_page("drawing")
            page.take_focus()
            self.undo_changed.emit()

    def finish_drawing(self) -> None:
        """Keep the picture and go back to the entry."""
        if self.drawing.finish():
            self._show_entry_anew()

    def drop_drawing(self) -> None:
        """Go back to the entry and keep nothing of what was drawn."""
        self.drawing.drop()
        self._show_entry_anew()

    def photograph(self, pictures: Sequence[CleanPicture] = ()) -> None:
        """Work on the photographs of the entry that is being edited, and on new ones."""
        page: Any = self.page("photo")
        if page.begin(pictures):
            self.show_page("photo")
            page.take_focus()
            self.undo_changed.emit()

    def finish_photographs(self) -> None:
        """Keep the photographs and go back to the entry."""
        if self.photographs.end():
            self._show_entry_anew()

    def drop_photographs(self) -> None:
        """Go back to the entry and keep nothing of what was done to its photographs."""
        self.photographs.drop()
        self._show_entry_anew()

    def _show_entry_anew(self) -> None:
        editor: Any = self.show_page("editor")
        editor.figure.show_anew()
        self.undo_changed.emit()

    @property
    def takes_pictures(self) -> bool:
        """Tell whether a picture can be pasted into what is in front."""
        return hasattr(self.currentWidget(), "paste_picture")

    def paste_picture(self) -> bool:
        """Paste a picture into what is in front; tell whether there was one."""
        page: Any = self.currentWidget()
        return self.takes_pictures and page.paste_picture()

    def set_usual_dose(self, key: str, dose: AnyDose | None) -> None:
        """Make a dose this person's usual one, or forget theirs, and say so."""
        self.owning.set_usual_dose(key, dose)
        name = texts_in(self._ctx.library.entries[key].texts, self._ctx.practice.language).name
        said = (
            _("“{name}” comes with this dose from now on.")
            if dose is not None
            else _("“{name}” comes with its own dose.")
        )
        self.owning.say_done(said.format(name=name))

    # Other pages

    def compare(self, key: str) -> None:
        """Show what differs from the original."""
        self._bring("compare", lambda page: page.show_thing(key))

    def rename(self, key: str) -> None:
        """Ask for other names of an own template."""
        self._bring("names", lambda page: page.show_template(key))

    def export(self, only: str = "") -> None:
        """Offer what is own for a pack."""
        self._bring("export", lambda page: page.show_own(only))

    def import_pack(self) -> None:
        """Begin to take in a pack."""
        self._bring("import", lambda page: page.begin())

    def show_news(self) -> None:
        """List what a newer library brought."""
        news = self._ctx.store.library_news()
        if news is not None:
            self._bring("news", lambda page: page.show_news(news))

    def _on_news_left(self) -> None:
        self.news_seen.emit()
        self.show_detail()
