"""A drawing leaves the program as SVG that any viewer reads: every shape, right way up, in the palette's colours."""

from __future__ import annotations

import re
from base64 import b64decode
from xml.etree import ElementTree as ET

import pytest
from core.photographed import ARROW, TALL, figure, jpeg, kept, photo

from painplanner.core.drawing import Area, Drawing, Line, Text, circle, polygon, rectangle
from painplanner.core.figure import draw
from painplanner.core.figure.shown import shown
from painplanner.core.palette import palette
from painplanner.documents.svg import svg
from painplanner.services.explaining import explaining_pictures
from painplanner.services.library import read_figures

COLOURS = palette("paper")
NAME = "{http://www.w3.org/2000/svg}"
SAMPLE = Drawing(
    40,
    30,
    (
        Area(rectangle(0, 0, 10, 5), fill="skin"),
        Area(circle(20, 15, 5), fill="shirt", line="ink", width=1),
        Line(polygon([(0, 0), (40, 30)]), "arrow", 2, "butt", (3, 2)),
        Text(20, 20, "90 % <b>", anchor="middle", bold=True),
    ),
    alt='Lift & "hold" <here>\x00',
)


def read(drawing: Drawing) -> ET.Element:
    return ET.fromstring(svg(drawing, COLOURS))


def test_every_shape_is_there_in_order_and_the_ground_is_at_the_foot() -> None:
    root = read(SAMPLE)
    assert root.get("viewBox") == "0 0 40 30"
    paths = list(root.iter(NAME + "path"))
    assert [path.get("fill") for path in paths] == [COLOURS["skin"], COLOURS["shirt"], None]
    assert paths[0].get("d") == "M0 30 L10 30 L10 25 L0 25 Z"
    assert (paths[2].get("stroke-dasharray"), paths[2].get("stroke-linecap")) == ("3 2", "butt")
    assert root.find(NAME + "rect").get("fill") == COLOURS["background"]  # type: ignore[union-attr]


def test_words_are_words_and_never_markup() -> None:
    root = read(SAMPLE)
    (text,) = root.iter(NAME + "text")
    assert (text.text, text.get("y"), text.get("text-anchor")) == ("90 % <b>", "10", "middle")
    assert root.find(NAME + "title").text == 'Lift & "hold" <here>'  # type: ignore[union-attr]
    assert root.get("aria-label") == 'Lift & "hold" <here>'


@pytest.mark.parametrize("figure", read_figures()[::12], ids=lambda one: one.id)
def test_a_figure_of_the_library_is_whole_and_asks_for_nothing_outside(figure: object) -> None:
    drawing = draw(figure, 0)  # type: ignore[arg-type]
    written = svg(drawing, COLOURS)
    assert len(list(ET.fromstring(written).iter(NAME + "path"))) == len(drawing.shapes)
    assert "href" not in written
    assert len(written) < 120_000
    numbers = [float(n) for d in re.findall(r' d="([^"]+)"', written) for n in re.findall(r"-?[\d.]+", d)]
    assert max(map(abs, numbers)) < 2 * max(drawing.width, drawing.height)


def test_explaining_pictures_keep_their_labels() -> None:
    picture = explaining_pictures()[0].drawn("es")
    words = {text.text for text in read(picture).iter(NAME + "text")}
    assert words == {shape.text for shape in picture.shapes if isinstance(shape, Text)}


def test_a_photograph_is_within_the_file_right_way_up_under_its_arrows() -> None:
    data = jpeg(TALL)
    root = read(shown(figure(photo(data, TALL, ARROW), frames=0), 0, None, kept(data)))
    (image,) = root.iter(NAME + "image")
    kind, _, written = (image.get("href") or "").partition(",")
    assert (kind, b64decode(written)) == ("data:image/jpeg;base64", data)
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["50", "0", "60", "120"]
    group = root.find(NAME + "g")
    assert group is not None
    assert [child.tag for child in group] == [NAME + "image", *[NAME + "path"] * 4]


def test_a_broken_photograph_leaves_the_placeholder_in_the_file() -> None:
    drawing = shown(figure(photo(jpeg()), frames=0), 0)
    assert not list(read(drawing).iter(NAME + "image"))
    assert len(list(read(drawing).iter(NAME + "path"))) == len(drawing.shapes)
