"""Where a fact comes from: a tag that says how well it was checked, and the citation shown in the window."""

from __future__ import annotations

from enum import StrEnum

from painplanner.core.values import LINE_LIMIT, Value, tidy


class SourceTag(StrEnum):
    """R: retrieved and read. R2: read second-hand. K: from knowledge, to be checked. D: default of the product."""

    R = "R"
    R2 = "R2"
    K = "K"
    D = "D"


class Source(Value, frozen=True, kw_only=True):
    """A citation with its tag."""

    tag: SourceTag
    text: str

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)
