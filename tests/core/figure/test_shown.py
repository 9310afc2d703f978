"""A photograph stands beside drawn frames as one more picture, whatever became of its bytes."""

from __future__ import annotations

import pytest
from core.photographed import ARROW, TALL, WIDE, figure, jpeg, kept, photo

from painplanner.core.drawing import Area, Drawing, Line, Photograph, points_of, without_bytes
from painplanner.core.figure import Figure, Frame, Photo, PhotoArrow, draw, draw_placeholder, encode_figure
from painplanner.core.figure.marks import STROKE
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.scene import USUAL
from painplanner.core.figure.shown import is_shown, shown, shown_count
from painplanner.core.figure.value import MOST_ARROWS, MOST_PICTURES, decode_figure
from painplanner.core.values import Impossible


def photograph(drawing: Drawing) -> Photograph:
    (found,) = [shape for shape in drawing.shapes if isinstance(shape, Photograph)]
    return found


def test_photographs_come_after_the_drawn_frames() -> None:
    data = jpeg()
    both = figure(photo(data), frames=2)
    assert shown_count(both) == 3
    assert shown(both, 1) == draw(both, 1)
    assert photograph(shown(both, 2, photos=kept(data))).data == data
    alone = figure(photo(data), frames=0)
    assert shown_count(alone) == 1
    assert photograph(shown(alone, 0, photos=kept(data)))


@pytest.mark.parametrize("size", [WIDE, TALL, (2000, 48), (48, 2000)])
def test_a_photograph_keeps_its_shape_and_fills_the_box_as_far_as_it_can(size: tuple[int, int]) -> None:
    data = jpeg(size)
    drawing = shown(figure(photo(data, size), frames=0), 0, photos=kept(data))
    found = photograph(drawing)
    assert (drawing.width, drawing.height) == (WIDTH, HEIGHT)
    assert found.width / found.height == pytest.approx(size[0] / size[1])
    assert found.width == pytest.approx(WIDTH) or found.height == pytest.approx(HEIGHT)
    assert (found.x + found.width / 2, found.y + found.height / 2) == pytest.approx((WIDTH / 2, HEIGHT / 2))


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_arrows_lie_over_their_photograph_as_thick_as_on_a_drawing(size: tuple[int, int]) -> None:
    data = jpeg(size)
    drawing = shown(figure(photo(data, size, ARROW), frames=0), 0, photos=kept(data))
    assert isinstance(drawing.shapes[0], Photograph)
    (line,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.role == "arrow"]
    (head,) = [shape for shape in drawing.shapes if isinstance(shape, Area) and shape.fill == "arrow"]
    box = photograph(drawing)
    assert line.width == pytest.approx(STROKE * USUAL)
    assert head.path[0] == pytest.approx((box.x + 0.9 * box.width, box.y + 0.8 * box.height))
    assert points_of(line.path)[0] == pytest.approx((box.x + 0.1 * box.width, box.y + 0.2 * box.height))


def test_a_real_person_is_never_mirrored() -> None:
    data = jpeg()
    mixed = figure(photo(data, WIDE, ARROW))
    assert shown(mixed, 1, "left", kept(data)) == shown(mixed, 1, "right", kept(data))
    assert shown(mixed, 0, "left") != shown(mixed, 0, "right")


def test_a_photograph_that_is_missing_or_broken_leaves_the_placeholder() -> None:
    data = jpeg()
    one = figure(photo(data), frames=0)
    name = one.photos[0].sha256
    empty = draw_placeholder("Lifts a box.")
    other = jpeg(TALL)
    for held in ({}, {name: b""}, {name: data[:-300]}, {name: data + b"x"}, {name: other}, {name: b"<svg/>"}):
        assert shown(one, 0, photos=held) == empty
        assert not is_shown(one, 0, held)
    assert is_shown(one, 0, kept(data))


@pytest.mark.parametrize("how", [{"progressive": True}, {"comment": b"Jane Sample"}, {"exif": b"Exif\0\0secret"}])
def test_a_jpeg_that_holds_more_than_its_picture_is_not_shown(how: dict[str, object]) -> None:
    data = jpeg(WIDE, **how)
    assert shown(figure(photo(data), frames=0), 0, photos=kept(data)) == draw_placeholder("Lifts a box.")


def test_a_photograph_of_another_size_than_is_said_is_not_shown() -> None:
    data = jpeg()
    assert not is_shown(figure(photo(data, TALL), frames=0), 0, kept(data))


def test_what_is_kept_by_drawing_keeps_no_bytes_of_a_photograph() -> None:
    data = jpeg()
    drawing = shown(figure(photo(data, WIDE, ARROW), frames=0), 0, photos=kept(data))
    light = without_bytes(drawing)
    assert light == drawing
    assert hash(light) == hash(drawing)
    assert photograph(light).data == b""
    drawn = draw(figure(), 0)
    assert without_bytes(drawn) is drawn


def test_two_drawings_are_the_same_when_the_same_photograph_stands_in_the_same_place() -> None:
    here = Photograph(0, 0, 4, 3, "a" * 64, b"x")
    assert here == Photograph(0, 0, 4, 3, "a" * 64, b"")
    assert here != Photograph(0, 0, 3, 4, "a" * 64, b"x")
    assert here != Photograph(0, 0, 4, 3, "b" * 64, b"x")
    assert len(repr(Photograph(0, 0, 4, 3, "a" * 64, bytes(9999)))) < 200


def test_figures_without_photographs_have_the_bytes_they_always_had() -> None:
    standing = Figure(id="figure.x", frames=(Frame(base="standing", knee=90),))
    assert encode_figure(standing) == b'{"frames":[{"base":"standing","knee":90.0}],"id":"figure.x"}'


def test_a_figure_with_photographs_is_read_back_as_it_was() -> None:
    one = figure(photo(jpeg(), WIDE, ARROW, PhotoArrow(x0=0, y0=0, x1=500, y1=0, bend=-100)), frames=0)
    assert decode_figure(encode_figure(one)) == one


def test_more_pictures_than_stand_in_a_row_are_refused() -> None:
    one = photo(jpeg())
    assert shown_count(figure(one, one, frames=2)) == MOST_PICTURES
    for photos, frames in (((one,), 4), ((one, one), 3), ((one,) * 5, 0)):
        with pytest.raises(Impossible, match="too-many-pictures"):
            figure(*photos, frames=frames)


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "x" * 64}, {"sha256": "A" * 64}, {"sha256": ""}, {"sha256": "a" * 63},
        {"width": 0}, {"height": 2001}, {"arrows": (ARROW,) * (MOST_ARROWS + 1)},
    ],
)  # fmt: skip
def test_a_photograph_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Impossible):
        Photo(**({"sha256": "a" * 64, "width": 400, "height": 300} | change))  # type: ignore[arg-type]
