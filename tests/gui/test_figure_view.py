"""A figure is shown with all its frames side by side, each with its caption, in the colours of the theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from painplanner.core.figure import decode_figures
from painplanner.core.values import Side
from painplanner.gui.theme import Theme
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
