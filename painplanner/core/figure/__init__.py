"""The jointed figure: a pose of angles and contacts becomes a drawing with roles; no colours, no files."""

from painplanner.core.figure.placeholder import draw_placeholder
from painplanner.core.figure.scene import alt_text, draw, frame_count, joint_angle
from painplanner.core.figure.value import (
    Figure,
    Frame,
    Mark,
    Photo,
    PhotoArrow,
    Pin,
    Prop,
    decode_figure,
    decode_figures,
    encode_figure,
)

__all__ = [
    "Figure",
    "Frame",
    "Mark",
    "Photo",
    "PhotoArrow",
    "Pin",
    "Prop",
    "alt_text",
    "decode_figure",
    "decode_figures",
    "draw",
    "draw_placeholder",
    "encode_figure",
    "frame_count",
    "joint_angle",
]
