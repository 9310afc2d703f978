"""A line of time as a block of a paper: what happens when, one moment below the other, the line at their left."""

from __future__ import annotations

import msgspec

from painplanner.documents.runs import Rich


class Moment(msgspec.Struct, frozen=True):
    """One moment or stretch of time: when, what, and lines about it.

    `sign` is "now", "step" (with its `number` and the colour `role` of its purpose, whose word stands in the lines),
    "check" or "day"; the words say the same as the sign.
    """

    when: str
    title: str
    lines: tuple[Rich, ...] = ()
    sign: str = "day"
    number: str = ""
    role: str = ""


class Moments(msgspec.Struct, frozen=True, tag="moments"):
    """Moments in their order along one line, which may go on from those above and to those below."""

    moments: tuple[Moment, ...]
    goes_on: bool = False
    is_rest: bool = False
