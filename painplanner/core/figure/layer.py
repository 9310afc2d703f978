"""One body part as outlines with roles: all outlines first and all fills after them, so that joints have no seams."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.drawing import Area, Path, Shape

OUTLINE = 0.8
DETAIL = 0.5


class Piece(NamedTuple):
    """One outline of a layer: filled, and drawn round unless it only bridges two layers."""

    path: Path
    role: str
    bare: bool = False


class Layer:
    """The pieces of one body part, with fine lines on top."""

    def __init__(self, depth: float = 0.0, pieces: list[Piece] | None = None) -> None:
        """Start a layer at a depth."""
        self.depth = depth
        self.pieces = pieces or []
        self.details: list[Shape] = []

    def add(self, path: Path | None, role: str, *, bare: bool = False) -> None:
        """Add a piece; a shape seen edge-on (None) is left out."""
        if path is not None:
            self.pieces.append(Piece(path, role, bare))

    def shapes(self) -> list[Shape]:
        """Return outlines, then fills, then details."""
        lines: list[Shape] = [Area(p.path, line="ink", width=2 * OUTLINE) for p in self.pieces if not p.bare]
        return [*lines, *(Area(p.path, fill=p.role) for p in self.pieces), *self.details]
