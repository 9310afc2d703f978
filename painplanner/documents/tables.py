"""A plain table as a block of a paper: heads of columns, and rows of words."""

from __future__ import annotations

import msgspec

from painplanner.documents.runs import Rich


class Column(msgspec.Struct, frozen=True):
    """The head of a column; `kind` is "text", "number" (its digits stand below one another) or "box" (one to tick)."""

    title: str
    kind: str = "text"


class Table(msgspec.Struct, frozen=True, tag="table"):
    """Rows below column heads, each with as many cells as there are columns; the cell of a box is empty.

    The first text of a row names it. `caption` says for those who listen what the table holds.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Rich, ...], ...]
    caption: str = ""
