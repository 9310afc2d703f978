"""What a new version of the library changed, in sentences: one for the whole, one for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from painplanner.core.library import Library
from painplanner.core.library_news import LibraryNews
from painplanner.core.plan import texts_in
from painplanner.core.values import text_in
from painplanner.text import _, ngettext


class NewsLine(NamedTuple):
    """One thing that is other now: a code for sorting and pictures, whose it is, its name, and what to do with it."""

    code: str
    id: str
    owner: str
    name: str
    sentence: str


def news_sentence(news: LibraryNews) -> str:
    """Return the news in one sentence or two."""
    counts = (
        (_("{n} added"), len(news.added)),
        (_("{n} changed"), len(news.changed)),
        (_("{n} gone"), len(news.gone)),
        (_("{n} drawn anew"), len(news.redrawn)),
    )
    told = ", ".join(words.format(n=n) for words, n in counts if n)
    concerned = len(news.new_originals)
    lost = len(news.lost_originals)
    sentences = [_("The library is new: {told}.").format(told=told)]
    if concerned:
        sentences.append(
            ngettext("{n} of yours has a new original.", "{n} of yours have a new original.", concerned).format(
                n=concerned
            )
        )
    if lost:
        sentences.append(
            ngettext("The original of {n} of yours is gone.", "The originals of {n} of yours are gone.", lost).format(
                n=lost
            )
        )
    return " ".join((*sentences, _("Your own stay as they are.")))


def news_lines(news: LibraryNews, library: Library, lang: str) -> tuple[NewsLine, ...]:
    """Return a line for each thing, what concerns the practice's own first."""
    return tuple(_lines(news, library, lang))


def _lines(news: LibraryNews, library: Library, lang: str) -> Iterator[NewsLine]:
    named = _Names(news, library, lang)
    for place in news.new_originals:
        yield NewsLine(
            "new-original", *place, named[place.id], _("The original of your copy changed. Compare the two.")
        )
    for place in news.lost_originals:
        said = _("The library no longer has the original. Your copy stays.")
        yield NewsLine("original-gone", *place, named[place.id], said)
    for one in news.names_nothing:
        missing = ", ".join(named[key] for key in one.missing)
        said = _("Your template names what is gone: {names}. Put others in their place.").format(names=missing)
        yield NewsLine("names-nothing", *one.template, named[one.template.id], said)
    for code, ids, said in (
        ("gone", news.gone, _("No longer in the library. Plans keep it.")),
        ("changed", news.changed, _("Changed. Plans keep what they have.")),
        ("added", news.added, _("New.")),
    ):
        yield from (NewsLine(code, key, "", named[key], said) for key in ids)
    yield from _redrawn(news, library, named)


def _redrawn(news: LibraryNews, library: Library, named: _Names) -> Iterator[NewsLine]:
    """Tell of figures by the entries that they show; one that no entry shows has the name of its file."""
    shown = {entry.figure: entry.id for entry in library.entries.values() if entry.figure} if news.redrawn else {}
    said = _("Drawn anew. Plans keep the pictures they have.")
    for figure in news.redrawn:
        plain = figure.split(".", 1)[-1].replace("_", " ")
        key = shown.get(figure, figure)
        yield NewsLine("redrawn", key, "", named[key] if key in library.entries else plain, said)


class _Names:
    """What things are called now, or were called."""

    def __init__(self, news: LibraryNews, library: Library, lang: str) -> None:
        self._library, self._lang = library, lang
        self._former = {one.id: text_in(one.name, lang) for one in news.former}

    def __getitem__(self, key: str) -> str:
        part = self._library.entries.get(key) or self._library.templates.get(key)
        return (texts_in(part.texts, self._lang).name if part is not None else self._former.get(key, "")) or key
