"""Outlines of a body as a block of a paper, to draw on."""

from __future__ import annotations

import msgspec

from painplanner.core.drawing import Drawing
from painplanner.documents.runs import Rich


class BodyView(msgspec.Struct, frozen=True):
    """One outline: its name, which side of the body is at its left and right, and what is said to who listens."""

    drawing: Drawing
    title: str
    at_left: str
    at_right: str
    alt: str


class BodyMap(msgspec.Struct, frozen=True, tag="body-map"):
    """Outlines side by side below how they are to be marked."""

    lead: Rich
    views: tuple[BodyView, ...]
