"""The picture on screen is the picture on paper: same shapes, roles coloured by the palette, sharp at every ratio."""

from __future__ import annotations

from pathlib import Path

import pytest
from core.photographed import ARROW, BLUE, GREEN, RED, WIDE, figure, jpeg, kept, photo
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from painplanner.core.drawing import Area, Drawing, Line, Photograph, Text, circle, polygon, rectangle
from painplanner.core.figure import decode_figures, draw
from painplanner.core.figure.shown import shown
from painplanner.core.palette import palette
from painplanner.gui.widgets.drawing_painter import pixmap

FIGURES = decode_figures((Path(__file__).parents[2] / "resources/library/figures/trunk.toml").read_bytes())


def colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("medium", ["light", "dark"])
def test_a_figure_shows_skin_shirt_and_trousers(qapp, medium) -> None:
    image = pixmap(draw(FIGURES[0], 1), QSize(160, 120), palette(medium)).toImage()
    assert {palette(medium)[role] for role in ("skin", "shirt", "trousers", "arrow")} <= colours(image)


@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0])
def test_a_pixmap_has_the_pixels_of_its_screen(qapp, dpr) -> None:
    picture = pixmap(draw(FIGURES[0], 0), QSize(160, 120), palette("light"), dpr)
    assert (picture.width(), picture.height()) == (round(160 * dpr), round(120 * dpr))
    assert picture.deviceIndependentSize().toSize() == QSize(160, 120)


def test_up_is_up_and_words_stand_on_their_line(qapp) -> None:
    drawing = Drawing(
        40,
        40,
        (
            Area(rectangle(0, 20, 40, 20), fill="skin"),
            Area(circle(20, 10, 3), fill="shirt"),
            Line(polygon([(0, 1), (40, 1)]), "arrow", 2, "butt", (4, 1)),
            Text(20, 25, "I", "ink", 12, "middle", bold=True),
        ),
    )
    image = pixmap(drawing, QSize(80, 80), palette("light")).toImage()
    assert QColor(image.pixel(5, 5)).name().upper() == palette("light")["skin"]
    assert QColor(image.pixel(40, 60)).name().upper() == palette("light")["shirt"]
    assert QColor(image.pixel(2, 77)).name().upper() == palette("light")["arrow"]
    assert image.pixelColor(5, 50).alpha() == 0


@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_a_photograph_is_painted_upright_in_its_place_under_its_arrows(qapp: object, dpr: float) -> None:
    data = jpeg(WIDE)
    drawing = shown(figure(photo(data, WIDE, ARROW), frames=0), 0, None, kept(data))
    image = pixmap(drawing, QSize(160, 120), palette("light"), dpr).toImage()
    arrow = QColor(palette("light")["arrow"])
    seen = {"red": (30, 50), "green": (130, 90), "blue": (80, 5), "arrow": (48, 78)}
    wanted = {"red": QColor(*RED), "green": QColor(*GREEN), "blue": QColor(*BLUE), "arrow": arrow}
    for name, (x, y) in seen.items():
        found = image.pixelColor(int(x * dpr), int(y * dpr))
        assert found.getRgb()[:3] == pytest.approx(wanted[name].getRgb()[:3], abs=30), name


def test_a_photograph_that_cannot_be_decoded_leaves_its_place_free(qapp: object) -> None:
    broken = Drawing(
        40, 30, (Photograph(0, 0, 40, 30, "0" * 64, b"\xff\xd8\xff"), Area(rectangle(0, 0, 10, 30), "skin"))
    )
    image = pixmap(broken, QSize(40, 30), palette("light")).toImage()
    assert image.pixelColor(30, 15).alpha() == 0
    assert image.pixelColor(5, 15) == QColor(palette("light")["skin"])
