"""The library of the open practice in memory: names are found at once, the rest is taken in between two letters.

Entries stay in the store until they are looked at; what is own lies over the built-in ones.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from painplanner.core.catalogue import Catalogue
    from painplanner.core.figure import Figure
    from painplanner.core.library import Intervention, Library, Template
    from painplanner.core.measure import Measure
    from painplanner.core.own import OwnLibrary
    from painplanner.core.plan import FigureRef
    from painplanner.core.search import SearchIndex
    from painplanner.store import Store

TAKEN_AT_ONCE = 600
"""A library of up to so many entries is taken in whole when it is opened, which nobody notices."""
NAMES_AT_ONCE = 300
PHOTOS_KEPT = 24_000_000
"""Bytes of photographs that are held: some forty of them."""


class LibraryCache:
    """Everything that pages read of the library; `on_read` is told when a large one has been taken in whole."""

    def __init__(self, store: Store, on_read: Callable[[], object] = bool) -> None:
        """Remember where to read from; nothing is read yet."""
        self._store, self._on_read = store, on_read
        self._value: Library | None = None
        self._built_in: Library | None = None
        self._own: OwnLibrary | None = None
        self._catalogue: Catalogue | None = None
        self._filling: Iterator[object] | None = None
        self._is_small = True
        self._turn: QTimer | None = None
        self._figures: dict[str, Figure | None] = {}
        self._photos: OrderedDict[str, bytes] = OrderedDict()

    @property
    def value(self) -> Library:
        """Return the whole library as one value, with what is own in its place."""
        if self._value is None:
            from painplanner.core.own import with_own

            self._value = with_own(self.built_in, self.own)
        return self._value

    @property
    def built_in(self) -> Library:
        """Return the library as the program brought it."""
        if self._built_in is None:
            self._built_in = self._store.built_in_library()
        return self._built_in

    @property
    def own(self) -> OwnLibrary:
        """Return what the practice and the person at the desk made their own."""
        if self._own is None:
            self._own = self._store.own_library()
        return self._own

    @property
    def version(self) -> str:
        """Return the version of the library that new items are taken from."""
        return self.value.version

    @property
    def entries(self) -> Mapping[str, Intervention]:
        """Return every entry by its id."""
        return self.value.entries

    @property
    def templates(self) -> Mapping[str, Template]:
        """Return every template by its id."""
        return self.value.templates

    @property
    def offered_templates(self) -> tuple[Template, ...]:
        """Return the templates that nobody hid, as they are offered for a plan."""
        hidden = self.own.hidden
        return tuple(template for key, template in self.templates.items() if key not in hidden)

    @property
    def measures(self) -> Mapping[str, Measure]:
        """Return every measure by its id."""
        return self.value.measures

    # What is searched and filtered

    @property
    def catalogue(self) -> Catalogue:
        """Return every entry as it is searched and filtered."""
        if self._catalogue is None:
            from painplanner.core.catalogue import Catalogue, in_order
            from painplanner.core.own import held_of, owners_seen
            from painplanner.services.words import filed_words

            lang, mine = self._store.practice.language, owners_seen(held_of(self.own.entries))
            called = self._store.called(lang)
            if mine:
                called = in_order((*(one for one in called if one.id not in mine), *self._store.own_called(lang)))
            self._catalogue = Catalogue(called, lang, filed_words())
            self._filling = self._fill(self._catalogue, mine)
            self._is_small = len(called) <= TAKEN_AT_ONCE
            self.take_in(whole=self._is_small)
        return self._catalogue

    @property
    def index(self) -> SearchIndex:
        """Return the search index over the entries."""
        return self.catalogue.index

    @property
    def is_read(self) -> bool:
        """Tell whether everything can be found and filtered."""
        return self._catalogue is not None and self._filling is None

    def take_in(self, *, whole: bool = False) -> None:
        """Take in one more part, and the next ones when there is nothing else to do; or all of them now."""
        while self._filling is not None:
            if next(self._filling, None) is None:
                self._filling = None
                if not whole:
                    self._on_read()
            elif not whole:
                self._take_in_later()
                return

    def _take_in_later(self) -> None:
        if self._turn is None:
            self._turn = QTimer(singleShot=True, interval=0)  # type: ignore[call-overload]
            self._turn.timeout.connect(self.take_in)
        self._turn.start()

    def _fill(self, catalogue: Catalogue, mine: Mapping[str, str]) -> Iterator[object]:
        """Take in names, then headings, then texts, one part at each step, and get ready for slips of the finger."""
        while catalogue.take_names(NAMES_AT_ONCE):
            yield catalogue
        store, tags = self._store, self.own.tags
        built_in = ([one for one in part if one.id not in mine] for part in store.heading_parts())
        for headings in chain(built_in, store.own_heading_parts(mine)):
            for heading in headings:
                catalogue.add(heading, tags.get(heading.id, ()))
            yield catalogue
        texts = ([one for one in part if one[0] not in mine] for part in store.word_parts())
        for words in chain(texts, store.own_word_parts(mine)):
            for key, by_lang in words:
                catalogue.add_text(key, by_lang)
            yield catalogue
        while not self._is_small and catalogue.index.get_ready():
            yield catalogue

    # Pictures

    def figure(self, ref: FigureRef | None) -> Figure | None:
        """Return the picture an item points to (its own version by content hash), or `None` when it is not drawn."""
        if ref is None:
            return None
        key = ref.sha256 or ref.id
        if key not in self._figures:
            self._figures[key] = self._read_figure(key)
        return self._figures[key]

    def _read_figure(self, key: str) -> Figure | None:
        from painplanner.core.figure import decode_figure

        data = self._store.figure_bytes(key)
        return decode_figure(data) if data else None

    def photos(self, figure: Figure | None) -> dict[str, bytes]:
        """Return the photographs that a figure shows by their content hash; those that are missing are left out."""
        wanted = [] if figure is None else [photo.sha256 for photo in figure.photos]
        kept = {key: self._photos.pop(key) for key in dict.fromkeys(wanted) if key in self._photos}
        lacking = [key for key in wanted if key not in kept]
        found = kept | (self._store.pictures(lacking) if lacking else {})
        self._photos.update(found)
        while sum(map(len, self._photos.values())) > PHOTOS_KEPT:
            self._photos.popitem(last=False)
        return found

    # Reading anew

    def let_go(self) -> None:
        """Read nothing more, because the practice is about to be closed."""
        self._filling = None
        if self._turn is not None:
            self._turn.stop()

    def forget(self) -> None:
        """Read everything anew at the next use."""
        self.forget_own()
        self._built_in = None
        self._figures.clear()

    def forget_own(self, *, only_hidden: bool = False) -> None:
        """Read what is own anew at the next use; what is only hidden or shown is found as before."""
        self._own = None
        if not only_hidden:
            self._value = self._catalogue = self._filling = None
