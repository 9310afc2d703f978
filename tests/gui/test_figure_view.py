"""A figure is shown with all its frames side by side, each with its caption, in the colours of the theme."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel

from painplanner.core.figure import Figure, Frame, Photo, decode_figures
from painplanner.core.plan import FigureRef
from painplanner.core.values import LangText, Side, replace
from painplanner.gui.theme import Theme
from painplanner.gui.thumbnails import LAST, Thumbnails, number_of
from painplanner.gui.widgets.figure_view import FigureStrip, FigureThumb, captions
from painplanner.paths import resources


@pytest.fixture(scope="module")
def bridge():
    files = (resources() / "library/figures").glob("*.toml")
    return next(f for file in files for f in decode_figures(file.read_bytes()) if f.id == "figure.bridge")


def test_every_frame_has_its_caption(qtbot, bridge):
    Theme("light")
    strip = FigureStrip(bridge)
    qtbot.addWidget(strip)
    assert len(strip.thumbs) == len(bridge.frames) == 2
    assert [words.text() for words in strip.findChildren(QLabel)] == ["1 Start", "2 Finish"]
    assert all(thumb.accessibleName() for thumb in strip.thumbs)


def test_captions_count_what_lies_between():
    assert captions(1) == ("",)
    assert captions(4) == ("1 Start", "2", "3", "4 Finish")


def test_photographs_beside_a_drawing_are_only_counted():
    assert captions(3, drawn=2) == ("1 Start", "2 Finish", "3")
    assert captions(2, drawn=1) == ("1", "2")
    assert captions(2, drawn=0) == ("1 Start", "2 Finish")


def test_scenes_of_a_lesson_have_no_start_and_no_finish(qtbot, bridge):
    Theme("light")
    assert captions(3, are_scenes=True) == ("", "", "")
    strip = FigureStrip(bridge, are_scenes=True)
    qtbot.addWidget(strip)
    assert len(strip.thumbs) == 2
    assert not strip.findChildren(QLabel)


def test_a_photograph_is_shown_after_the_frames(qtbot, bridge):
    theme = Theme("light")
    data = red_jpeg()
    photo = Photo(sha256=sha256(data).hexdigest(), width=400, height=300, alt=(LangText(lang="en", text="On a mat."),))
    figure = replace(bridge, id="own.bridge", photos=(photo,))
    strip = FigureStrip(figure, photos={photo.sha256: data})
    qtbot.addWidget(strip)
    assert [thumb.accessibleName() for thumb in strip.thumbs][2] == "On a mat."
    for appearance in ("light", "dark"):
        theme.choose(appearance)
        seen = strip.thumbs[2].grab().toImage()
        middle = seen.pixelColor(seen.width() // 2, seen.height() // 2)
        assert middle.red() > 200 > 60 > middle.green()


def test_a_missing_or_broken_photograph_shows_the_placeholder(qtbot, bridge):
    Theme("light")
    data = red_jpeg()
    photo = Photo(sha256=sha256(data).hexdigest(), width=400, height=300)
    figure = Figure(id="own.lift", frames=(), photos=(photo,))
    for kept in ({}, {photo.sha256: data[:300]}, {photo.sha256: b"not a picture"}):
        thumb = FigureThumb(figure, photos=kept)
        qtbot.addWidget(thumb)
        seen = thumb.grab().toImage()
        assert seen.pixelColor(seen.width() // 2, seen.height() // 2).red() < 240
        assert seen == FigureThumb(figure).grab().toImage()


def red_jpeg() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (400, 300), (224, 16, 16)).save(buffer, "JPEG")
    return buffer.getvalue()


def test_the_other_side_is_another_picture(qtbot, bridge):
    Theme("light")
    right, left = FigureThumb(bridge, 0), FigureThumb(bridge, 0, Side.LEFT)
    for thumb in (right, left):
        qtbot.addWidget(thumb)
    assert right.grab().toImage() != left.grab().toImage()


def test_it_follows_the_theme(qtbot, bridge):
    theme = Theme("light")
    thumb = FigureThumb(bridge)
    qtbot.addWidget(thumb)
    light = thumb.grab().toImage()
    theme.choose("dark")
    assert thumb.grab().toImage() != light


def test_a_picture_without_words_is_read_out_by_exercise_and_pose(qtbot):
    Theme("light")
    own = Figure(id="own.x", frames=(Frame(base="supine", right_knee=90), Frame(right_knee=0)), trains="right_knee")
    strip, left = FigureStrip(own, name="Press"), FigureStrip(own, Side.LEFT, name="Press")
    for one in (strip, left):
        qtbot.addWidget(one)
    said = strip.thumbs[0].accessibleName()
    assert said.startswith("Press, picture 1 of 2: lying on the back, right knee bent 90 degrees")
    assert said == strip.thumbs[0].toolTip()
    assert "left knee" in left.thumbs[0].accessibleName()


def test_the_picture_at_the_end_is_that_of_the_movement_where_photographs_stand_beside_it(bridge):
    photo = Photo(sha256="0" * 64, width=400, height=300)
    assert number_of(bridge, LAST) == 1
    assert number_of(replace(bridge, photos=(photo,)), LAST) == 1
    assert number_of(replace(bridge, frames=(), photos=(photo, photo)), LAST) == 1
    assert number_of(bridge, 0) == 0


def test_one_scene_is_no_start_and_end(ctx):
    thumbnails = Thumbnails(ctx)
    assert thumbnails.is_moving(FigureRef(id="figure.bridge"))
    assert not thumbnails.is_moving(FigureRef(id="figure.desk_setup"))
    assert not thumbnails.is_moving(FigureRef(id="figure.nowhere"))
