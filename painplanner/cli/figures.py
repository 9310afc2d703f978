"""`painplanner figures --export`: pictures as files of their own, an SVG or a PNG for each frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure, draw, frame_count
from painplanner.core.palette import Palette, palette
from painplanner.core.values import replace
from painplanner.documents.picture_words import picture_words
from painplanner.errors import KnownError
from painplanner.services.explaining import explaining_pictures
from painplanner.services.files import write_whole
from painplanner.services.library import read_figures
from painplanner.text import _, language, ngettext

PaintPng = Callable[[Drawing, Palette], bytes]


def run_export(folder: Path, ids: Sequence[str], format_: str, paint_png: PaintPng) -> int:
    """Write the named pictures, or all, into a folder, one file for each frame."""
    drawings = _drawings(ids)
    _make(folder)
    colours = palette("paper")
    for name, drawing in drawings:
        write_whole(folder / f"{name}.{format_}", _bytes(drawing, colours, format_, paint_png))
    print(
        ngettext("{n} picture in {folder}", "{n} pictures in {folder}", len(drawings)).format(
            n=len(drawings), folder=folder
        )
    )
    return 0


def _drawings(ids: Sequence[str]) -> list[tuple[str, Drawing]]:
    """Return the frames with the names of their files: figure.bridge-1, figure.bridge-2."""
    figures = {figure.id: figure for figure in read_figures()}
    explaining = {one.id: one for one in explaining_pictures()}
    strange = [one for one in ids if one not in figures and one not in explaining]
    if strange:
        raise KnownError(
            _("There is no picture “{id}”. Nothing was written. “painplanner figures” lists them.").format(
                id=strange[0]
            )
        )
    made: list[tuple[str, Drawing]] = []
    for one in dict.fromkeys(ids) or [*figures, *explaining]:
        made += _frames(figures[one]) if one in figures else [(one, explaining[one].drawn("en"))]
    return made


def _frames(figure: Figure) -> list[tuple[str, Drawing]]:
    count = frame_count(figure)
    told = [replace(draw(figure, n), alt=picture_words(figure, n, figure.id, language())) for n in range(count)]
    return [(f"{figure.id}-{n}" if count > 1 else figure.id, drawing) for n, drawing in enumerate(told, 1)]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            _("The folder {folder} could not be made. Nothing was written. Choose another.").format(folder=folder)
        ) from error


def _bytes(drawing: Drawing, colours: Palette, format_: str, paint_png: PaintPng) -> bytes:
    if format_ == "png":
        return paint_png(drawing, colours)
    from painplanner.documents.svg import svg

    return svg(drawing, colours).encode("utf-8")
