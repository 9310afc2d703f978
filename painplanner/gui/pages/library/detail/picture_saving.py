"""Pictures of an entry as files for other programs: SVG or PNG, one for each, in the colours of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure
from painplanner.core.figure.shown import shown, shown_count
from painplanner.core.library import Intervention
from painplanner.core.plan import FigureRef, texts_in
from painplanner.core.values import replace
from painplanner.documents.picture_words import picture_words
from painplanner.errors import KnownError
from painplanner.gui import person_drawn
from painplanner.gui.context import AppContext
from painplanner.gui.picture_files import png
from painplanner.gui.settings import Settings
from painplanner.services.files import write_whole
from painplanner.text import _, ngettext

FOLDER = "library/picture-file-folder"
_SVG, _PNG = ".svg", ".png"


def save_pictures(ctx: AppContext, parent: QWidget, entry: Intervention) -> QFileDialog | None:
    """Ask for a place and write the pictures of an entry there; say what came of it."""
    figure = ctx.library.figure(FigureRef(id=entry.figure)) if entry.figure else None
    if figure is None:
        return None
    name = texts_in(entry.texts, ctx.practice.language).name
    return _ask(parent, ctx.settings, name, lambda place: _save(ctx, figure, name, place))


def _save(ctx: AppContext, figure: Figure, name: str, place: Path) -> None:
    try:
        made = write_pictures(place, drawings(ctx, figure, name))
    except KnownError as problem:
        ctx.say(problem.sentence, kind="stop")
        return
    said = ngettext("The picture is in {file}.", "{n} pictures are in {folder}: {file} and on.", len(made))
    ctx.say(said.format(n=len(made), file=made[0].name, folder=place.parent.name), kind="done")


def drawings(ctx: AppContext, figure: Figure, name: str) -> tuple[Drawing, ...]:
    """Return every picture of a figure, told in the language of the practice."""
    photos, lang = ctx.library.photos(figure), ctx.practice.language
    count = shown_count(figure)
    return tuple(
        replace(shown(figure, n, photos=photos), alt=picture_words(figure, n, name, lang)) for n in range(count)
    )


def write_pictures(place: Path, pictures: Sequence[Drawing]) -> tuple[Path, ...]:
    """Write one file at a place, or several numbered ones beside it, over none that is there. Raises KnownError."""
    suffix = place.suffix.lower() if place.suffix.lower() in {_SVG, _PNG} else _SVG
    stem = place.with_suffix("") if place.suffix.lower() == suffix else place
    if len(pictures) == 1:
        places = (stem.with_name(stem.name + suffix),)
    else:
        places = tuple(stem.with_name(f"{stem.name}-{n}{suffix}") for n in range(1, len(pictures) + 1))
        there = next((one for one in places if one.exists()), None)
        if there is not None:
            raise KnownError(_("{file} is there already. Nothing was written. Choose another name.").format(file=there))
    for one, picture in zip(places, pictures, strict=True):
        write_whole(one, _written(picture, suffix))
    return places


def _written(picture: Drawing, suffix: str) -> bytes:
    colours = person_drawn.palette("paper")
    if suffix == _PNG:
        return png(picture, colours)
    from painplanner.documents.svg import svg

    return svg(picture, colours).encode("utf-8")


# Asking where


def _ask(parent: QWidget, settings: Settings, name: str, on_chosen: Callable[[Path], object]) -> QFileDialog:
    kinds = {_("Drawing that stays sharp (*.svg)"): _SVG, _("Picture of dots (*.png)"): _PNG}
    dialog = QFileDialog(parent, _("Save the pictures as files"), str(_last_folder(settings)), ";;".join(kinds))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(_file_name(name) + _SVG)
    dialog.setDefaultSuffix(_SVG.removeprefix("."))

    def on_kind(kind: str) -> None:
        chosen = dialog.selectedFiles()
        dialog.setDefaultSuffix(kinds[kind].removeprefix("."))
        if chosen:
            dialog.selectFile(Path(chosen[0]).with_suffix(kinds[kind]).name)

    def on_selected(text: str) -> None:
        settings.remember(FOLDER, str(Path(text).parent))
        on_chosen(Path(text))

    dialog.filterSelected.connect(on_kind)
    dialog.fileSelected.connect(on_selected)
    dialog.open()
    return dialog


def _file_name(name: str) -> str:
    plain = "".join(ch if ch.isalnum() or ch in "-_" else " " for ch in name)
    return "-".join(plain.split()).lower() or "picture"


def _last_folder(settings: Settings) -> Path:
    kept = settings.text(FOLDER)
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
