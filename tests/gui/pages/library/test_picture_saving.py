"""The pictures of an entry are saved as files: sharp or of dots, one for each, over none that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from painplanner.core.plan import FigureRef
from painplanner.errors import KnownError
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.detail.picture_saving import drawings, write_pictures


@pytest.fixture
def bridge(ctx):
    return ctx.library.figure(FigureRef(id="figure.bridge"))


def test_each_picture_becomes_a_sharp_file_that_tells_what_it_shows(ctx, bridge, tmp_path: Path) -> None:
    made = write_pictures(tmp_path / "bridge.svg", drawings(ctx, bridge, "Bridge"))
    assert [one.name for one in made] == ["bridge-1.svg", "bridge-2.svg"]
    text = made[1].read_text(encoding="utf-8")
    assert text.startswith("<?xml")
    assert "<title>" in text
    assert "#FFFFFF" in text


def test_pictures_of_dots_are_large_enough_for_paper(ctx, bridge, tmp_path: Path) -> None:
    made = write_pictures(tmp_path / "bridge.png", drawings(ctx, bridge, "Bridge"))
    with Image.open(made[0]) as image:
        assert image.format == "PNG"
        assert image.width == 1600


def test_one_picture_keeps_the_name_that_was_chosen(ctx, bridge, tmp_path: Path) -> None:
    made = write_pictures(tmp_path / "v1.2 bridge", drawings(ctx, bridge, "Bridge")[:1])
    assert [one.name for one in made] == ["v1.2 bridge.svg"]


def test_no_numbered_file_is_written_over(ctx, bridge, tmp_path: Path) -> None:
    (tmp_path / "bridge-2.svg").write_text("mine")
    with pytest.raises(KnownError, match="Choose another name"):
        write_pictures(tmp_path / "bridge.svg", drawings(ctx, bridge, "Bridge"))
    assert [one.name for one in tmp_path.iterdir()] == ["bridge-2.svg"]
    assert (tmp_path / "bridge-2.svg").read_text() == "mine"


def test_the_menu_of_an_entry_offers_it(qtbot, page: LibraryPage, ctx, spoken, tmp_path: Path) -> None:
    page.show_thing("exercise.bridge")
    assert ("save-pictures", "Save the pictures as files…") in page.own_actions.lines()
    page.side.do("save-pictures", "exercise.bridge")
    dialog = page.side.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "bridge.svg"))
    dialog.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bridge-1.svg", "bridge-2.svg"]
    assert spoken[-1].text.startswith("2 pictures are in")


def test_an_entry_without_a_picture_offers_none(page: LibraryPage, ctx) -> None:
    plain = next(key for key, entry in ctx.library.entries.items() if not entry.figure)
    page.show_thing(plain)
    assert "save-pictures" not in dict(page.own_actions.lines())
