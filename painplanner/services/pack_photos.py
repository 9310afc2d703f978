"""The photographs of a library pack: which ones go along, whether a stranger's can be decoded, and which are kept.

One that is missing or broken here is left out, as everywhere: its place is shown free.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from painplanner.core.figure import Photo, decode_figure
from painplanner.core.figure.shown import is_photo
from painplanner.core.values import Impossible
from painplanner.exchange.library_pack import MOST_BYTES, Jpeg, Pack, PackFault, PackFigure, PackPhoto, Picture, Record
from painplanner.services.photographs import first_undecodable

if TYPE_CHECKING:
    from painplanner.store import Store


def photos_along(figures: Iterable[PackFigure], store: Store) -> Iterator[PackPhoto]:
    """Yield the photographs that figures show, each once. Raises PackFault when they fill more than a pack."""
    wanted = {photo.sha256: photo for figure in figures for photo in _photos(figure.figure)}
    filled = 0
    for sha256, photo in wanted.items():
        data = store.pictures((sha256,)).get(sha256, b"")
        if is_photo(photo, data):
            filled += len(data)
            if filled > MOST_BYTES:
                raise PackFault(0, Impossible("file-too-big", limit=MOST_BYTES))
            yield PackPhoto(photo=Jpeg(id=sha256, data=data))


def refuse_undecodable(pack: Pack, store: Store) -> None:
    """Refuse a photograph that is written like one and is none; those that the practice has were tried before."""
    records = [record.photo for record in pack.records if isinstance(record, PackPhoto)]
    known = store.picture_hashes(record.id for record in records)
    new = [record for record in records if record.id not in known]
    broken = first_undecodable([record.data for record in new])
    if broken is not None:
        raise PackFault(pack.lines[new[broken].id], Impossible("no-photograph"), new[broken].id, "data")


def photos_kept(records: Collection[Record], ids: Collection[str]) -> dict[str, bytes]:
    """Return those of a pack's photographs that its figures of these ids show, by content hash."""
    figures = (record for record in records if isinstance(record, PackFigure) and record.id in ids)
    wanted = {photo.sha256 for figure in figures for photo in _photos(figure.figure)}
    found = (record.photo for record in records if isinstance(record, PackPhoto))
    return {photo.id: photo.data for photo in found if photo.id in wanted}


def _photos(picture: Picture) -> tuple[Photo, ...]:
    return decode_figure(picture.data.encode()).photos
