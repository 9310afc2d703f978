"""Giving the practice's own entries, templates and pictures to others as a library pack, and taking one in.

A pack is refused whole, with its first wrong line, before anything is written; what was taken in can be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from painplanner import __version__
from painplanner.core.codec import content_hash, encode
from painplanner.core.figure import Figure, decode_figure, draw, encode_figure
from painplanner.core.figure.shown import shown_count
from painplanner.core.library import Library
from painplanner.core.library_news import named_by
from painplanner.core.loose_ends import leading_nowhere, unknown_codes
from painplanner.core.own import (
    MOST_TAGS,
    PRACTICE,
    Held,
    OwnChange,
    OwnEntry,
    OwnLibrary,
    OwnTemplate,
    held_of,
    own_entry,
    own_template,
)
from painplanner.core.photo_marks import arrows_drawn
from painplanner.core.values import Impossible
from painplanner.core.values import replace as with_changes
from painplanner.errors import KnownError
from painplanner.exchange.library_pack import (
    MOST_BYTES,
    Pack,
    PackEntry,
    PackFault,
    PackFigure,
    PackPhoto,
    PackTemplate,
    Picture,
    Record,
    write_pack,
)
from painplanner.exchange.pack_parts import fault
from painplanner.exchange.pack_reading import read_pack
from painplanner.services.pack_photos import photos_along, photos_kept, refuse_undecodable
from painplanner.services.words.pack_faults import pack_sentence
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

Own = TypeVar("Own", OwnEntry, OwnTemplate)
MOST_NEW_FRAMES = 2_000


@dataclass(frozen=True)
class PackPreview:
    """A pack that was read and found sound, beside the library: the ids that are new, the same, and different here."""

    file_name: str
    pack: Pack
    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    records: Mapping[str, Record] = field(default_factory=dict[str, Record])


def export_pack(store: Store, ids: Collection[str] | None, name: str, *, today: date) -> bytes:
    """Return a pack of these entries and templates, of everything own without ids.

    What a template names and no built-in library has comes with it, and so does every picture and photograph. Raises
    KnownError for more than a pack holds.
    """
    library, built_in, own = store.library(), store.built_in_library(), store.own_library()
    wanted = dict.fromkeys(ids if ids is not None else (one.value.id for one in (*own.entries, *own.templates)))
    templates = [key for key in wanted if key in library.templates]
    named = (key for one in templates for key in named_by(library.templates[one]))
    entries = [key for key in wanted if key in library.entries]
    entries += (key for key in named if key in library.entries and key not in built_in.entries)
    records: list[Record] = [_entry_record(key, library, own) for key in dict.fromkeys(entries)]
    records += (_template_record(key, library, own) for key in templates)
    figures = tuple(_pictures(records, store, library))
    records += figures
    try:
        records += photos_along(figures, store)
        return write_pack(records, name=name, program=__version__, made_on=today)
    except PackFault as too_much:
        said = _("{n} entries, templates and pictures are more than one pack holds. No pack was made. Choose fewer.")
        raise KnownError(said.format(n=len(records))) from too_much


def _entry_record(key: str, library: Library, own: OwnLibrary) -> PackEntry:
    held = own_entry(key, own)
    value = library.entries[key]
    return PackEntry(entry=value, original=held.original if held else value, tags=own.tags.get(key, ()))


def _template_record(key: str, library: Library, own: OwnLibrary) -> PackTemplate:
    held = own_template(key, own)
    value = library.templates[key]
    return PackTemplate(template=value, original=held.original if held else value, tags=own.tags.get(key, ()))


def _pictures(records: Iterable[Record], store: Store, library: Library) -> Iterator[PackFigure]:
    """Yield the pictures that entries and items with words of their own show, one for each figure."""
    shown: dict[str, str] = {}
    for record in records:
        for figure, sha256 in _shown(record):
            shown.setdefault(figure, sha256 or library.figures.get(figure, ""))
    for figure, sha256 in shown.items():
        data = store.figure_bytes(sha256) if sha256 else None
        if data is not None:
            yield PackFigure(figure=Picture(id=figure, sha256=content_hash(data), data=data.decode()))


def _shown(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, PackEntry) and record.entry.figure:
        yield record.entry.figure, ""
    if isinstance(record, PackTemplate):
        items = (item for step in record.template.steps for item in step.items)
        yield from ((item.figure.id, item.figure.sha256) for item in items if item.figure is not None)


def pack_bytes(path: Path) -> bytes:
    """Return the bytes of a pack's file. Raises KnownError for one that cannot be read or is larger than any pack."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(pack_sentence(path.name, 0, "", "", Impossible("file-too-big", limit=MOST_BYTES)))
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            _("{file} cannot be read. Nothing was taken in. Check that it is there and try again.").format(file=path)
        ) from error


def open_pack(store: Store, data: bytes, file_name: str) -> PackPreview:
    """Return what a pack would bring. Raises KnownError naming the file, line, entry and field that is wrong."""
    library = store.library()
    try:
        pack = read_pack(data)
        _check(pack, library)
        _draw_new(pack, store)
        refuse_undecodable(pack, store)
    except PackFault as wrong:
        sentence = pack_sentence(file_name, wrong.line, wrong.entry, wrong.field, wrong.refusal)
        raise KnownError(sentence) from wrong
    return _beside(library, pack, file_name)


def _check(pack: Pack, library: Library) -> None:
    """Refuse a template that leads nowhere, and a code that no review would ever match."""
    entries = library.entries.keys() | {record.id for record in pack.records if isinstance(record, PackEntry)}
    for record in pack.records:
        if isinstance(record, PackTemplate):
            for place, name in leading_nowhere(record.template, entries, library.measures):
                raise _fault(pack, record, Impossible("leads-nowhere", name=name), f"template.{place}")
        elif isinstance(record, PackEntry):
            for place, code in unknown_codes(record.entry):
                raise _fault(pack, record, Impossible("unknown-code", value=code), f"entry.{place}")


def _draw_new(pack: Pack, store: Store) -> None:
    """Refuse a picture that is written like one but cannot be drawn, and more of them than can be tried in a while."""
    frames, figures = 0, list[tuple[Figure, PackFigure]]()
    for record in pack.records:
        if isinstance(record, PackFigure) and store.figure_bytes(record.figure.sha256) is None:
            figures.append((decode_figure(record.figure.data.encode()), record))
            frames += shown_count(figures[-1][0])
            if frames > MOST_NEW_FRAMES:
                raise _fault(pack, record, Impossible("too-many-frames", limit=MOST_NEW_FRAMES), "figure.data")
    for figure, record in figures:
        _draw(figure, record, pack)


def _draw(figure: Figure, record: PackFigure, pack: Pack) -> None:
    try:
        for frame in range(len(figure.frames)):
            draw(figure, frame)
        for photo in figure.photos:
            arrows_drawn(photo.arrows, photo.width, photo.height)
    except Exception as error:
        raise _fault(pack, record, Impossible("no-figure"), "figure.data") from error


def _fault(pack: Pack, record: Record, refusal: Impossible, path: str) -> PackFault:
    return fault(pack.lines[record.id], refusal, msgspec.json.decode(encode(record)), path)


def _beside(library: Library, pack: Pack, file_name: str) -> PackPreview:
    """Set the records of a pack beside the library; photographs come and go with the pictures that show them."""
    sorted_ids: dict[str, list[str]] = {"new": [], "same": [], "different": []}
    records = [record for record in pack.records if not isinstance(record, PackPhoto)]
    for record in records:
        sorted_ids[_standing(record, library)].append(record.id)
    return PackPreview(
        file_name=file_name,
        pack=pack,
        records={record.id: record for record in records},
        **{word: tuple(ids) for word, ids in sorted_ids.items()},
    )


def _standing(record: PackEntry | PackTemplate | PackFigure, library: Library) -> str:
    if isinstance(record, PackFigure):
        ours, theirs = library.figures.get(record.id), record.figure.sha256
    elif isinstance(record, PackEntry):
        ours, theirs = library.entries.get(record.id), record.entry
    else:
        ours, theirs = library.templates.get(record.id), record.template
    return "new" if ours is None else "same" if ours == theirs else "different"


def import_pack(
    store: Store, preview: PackPreview, owner: str = PRACTICE, replace: Collection[str] = frozenset()
) -> OwnChange:
    """Take in what is new and those of the different ones that are to be replaced; return what takes it all back.

    What stands different here and is not named stays as it is. One change, whole or not at all.
    """
    built_in, own = store.built_in_library(), store.own_library()
    now = _beside(store.library(), preview.pack, preview.file_name)
    wanted = {*now.new, *(key for key in now.different if key in replace)}
    if owner == PRACTICE:
        wanted.update(_only_mine(now.same, built_in, own))
    taken = [record for record in preview.pack.records if record.id in wanted]
    change = _TakingIn(built_in, own, owner, store.own_tags(owner)).change(taken)
    return store.change_own(replaced(change, photos=photos_kept(preview.pack.records, {*wanted, *now.same})))


def _only_mine(ids: Iterable[str], built_in: Library, own: OwnLibrary) -> Iterator[str]:
    """Yield what nobody but this person has, so that others do not look for it in vain."""
    held = (*held_of(own.entries), *held_of(own.templates))
    mine = {one.id for one in held if one.owner != PRACTICE} - {one.id for one in held if one.owner == PRACTICE}
    yield from (key for key in ids if key in mine and key not in built_in.entries and key not in built_in.templates)


class _TakingIn:
    """Records of a pack on their way to one owner."""

    def __init__(self, built_in: Library, own: OwnLibrary, owner: str, tags: Mapping[str, tuple[str, ...]]) -> None:
        self._built_in, self._own, self._owner, self._tags = built_in, own, owner, tags

    def change(self, taken: Collection[Record]) -> OwnChange:
        figures = [record.figure for record in taken if isinstance(record, PackFigure)]
        apart = dict(self._apart(figures))
        kept = [apart.get(picture.id, picture) for picture in figures]
        return OwnChange(
            entries=_over(held_of(self._own.entries), self._entries(taken, apart)),
            templates=_over(held_of(self._own.templates), self._templates(taken)),
            tags=dict(self._joined_tags(taken)),
            figures={picture.id: picture.sha256 for picture in kept},
            pictures={picture.sha256: picture.data.encode() for picture in (*figures, *kept)},
        )

    def _apart(self, figures: Iterable[Picture]) -> Iterator[tuple[str, Picture]]:
        """Yield pictures that everybody has otherwise under an id of their own, where they are for one person."""
        here = {**self._built_in.figures, **self._own.figures}
        for picture in figures:
            if self._owner != PRACTICE and here.get(picture.id, picture.sha256) != picture.sha256:
                new_id = f"own.figure-{picture.sha256[:16]}"
                data = encode_figure(with_changes(decode_figure(picture.data.encode()), id=new_id))
                yield picture.id, Picture(id=new_id, sha256=content_hash(data), data=data.decode())

    def _entries(self, taken: Iterable[Record], apart: Mapping[str, Picture]) -> Iterator[OwnEntry]:
        for record in taken:
            if isinstance(record, PackEntry):
                value = record.entry
                if value.figure in apart:
                    value = with_changes(value, figure=apart[value.figure].id)
                original = record.original or self._built_in.entries.get(record.id)
                yield OwnEntry(value=value, owner=self._owner, original=original)

    def _templates(self, taken: Iterable[Record]) -> Iterator[OwnTemplate]:
        for record in taken:
            if isinstance(record, PackTemplate):
                original = record.original or self._built_in.templates.get(record.id)
                yield OwnTemplate(value=record.template, owner=self._owner, original=original)

    def _joined_tags(self, taken: Iterable[Record]) -> Iterator[tuple[Held, tuple[str, ...]]]:
        for record in taken:
            if isinstance(record, PackEntry | PackTemplate) and record.tags:
                tags = dict.fromkeys((*self._tags.get(record.id, ()), *record.tags))
                yield Held(record.id, self._owner), tuple(tags)[:MOST_TAGS]


def _over(held: Iterable[Held], new: Iterable[Own]) -> dict[Held, Own | None]:
    """Return the new ones in their places; what everybody is to see stands behind nothing of this person's."""
    placed: dict[Held, Own | None] = {Held(one.value.id, one.owner): one for one in new}
    mine = [one for one in held if one.owner != PRACTICE and Held(one.id) in placed]
    return {**dict.fromkeys(mine), **placed}
