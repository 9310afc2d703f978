"""The block of a card that is cut out and folded, as `blocks` offers it with all others."""

from __future__ import annotations

import msgspec

from painplanner.documents.runs import Rich


class FoldPanel(msgspec.Struct, frozen=True):
    """One side of a folded card: a heading, lines, numbers to call, and numbered lines to write on after the list.

    `mark` is that of the list: "number", "dot", or "" for lines without one. `last` stands below it all.
    """

    heading: str
    items: tuple[Rich, ...] = ()
    mark: str = ""
    blanks: int = 0
    phones: tuple[tuple[str, str], ...] = ()
    last: Rich = ()
    sign: str = ""
    """The word on the octagon beside the heading; empty for none."""


class FoldCard(msgspec.Struct, frozen=True, tag="fold-card"):
    """A card for the wallet, printed on one side, cut out and folded twice: its front, what is inside, and its back."""

    front: FoldPanel
    left: FoldPanel
    right: FoldPanel
    back: FoldPanel
