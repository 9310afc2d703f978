"""What may be chosen of an exercise sheet: how many exercises share a page, how large pictures are, which boxes."""

from __future__ import annotations

from painplanner.documents.kind import Option
from painplanner.documents.request import Request

PER_PAGE = Option(
    "sheet.per-page",
    lambda t: t.gettext("Exercises on a page"),
    (
        ("fits", lambda t: t.gettext("as many as fit")),
        ("1", lambda t: t.gettext("1")),
        ("2", lambda t: t.gettext("up to 2")),
        ("4", lambda t: t.gettext("up to 4")),
        ("6", lambda t: t.gettext("up to 6")),
    ),
)
PICTURES = Option(
    "sheet.pictures",
    lambda t: t.gettext("Pictures"),
    (
        ("fits", lambda t: t.gettext("as large as fit")),
        ("large", lambda t: t.gettext("large")),
        ("small", lambda t: t.gettext("small")),
    ),
)
GRID = Option(
    "sheet.grid",
    lambda t: t.gettext("Boxes to tick"),
    (
        ("sides", lambda t: t.gettext("by day and side")),
        ("days", lambda t: t.gettext("by day")),
        ("none", lambda t: t.gettext("no boxes")),
    ),
)
OPTIONS = (PER_PAGE, PICTURES, GRID)


def most_on_a_page(request: Request) -> int:
    """Return how many exercises a page has at most, 0 for as many as fit."""
    chosen = request.chosen(PER_PAGE.id, PER_PAGE.usual)
    return int(chosen) if chosen.isdigit() else 0


def picture_size(request: Request) -> str:
    """Return "large" or "small", nothing for as large as fit."""
    chosen = request.chosen(PICTURES.id, PICTURES.usual)
    return chosen if chosen in {"large", "small"} else ""


def has_boxes(request: Request) -> bool:
    """Tell whether exercises have boxes to tick: none where a daily log goes along."""
    return request.log is None and request.chosen(GRID.id, GRID.usual) != "none"


def is_by_side(request: Request) -> bool:
    """Tell whether left and right have boxes of their own."""
    return request.chosen(GRID.id, GRID.usual) == GRID.usual
