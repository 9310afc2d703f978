"""How a picture is called where two are compared: by its name, one of our own also by what it shows."""

from __future__ import annotations

from painplanner.core.figure import Figure
from painplanner.text import _, ngettext


def figure_name(key: str) -> str:
    """Return how a figure is called by its id alone."""
    return key.split(".", 1)[-1].replace("_", " ")


def picture_name(key: str, figure: Figure | None) -> str:
    """Return how a figure is called; one of our own may have the name of the one that it was made from."""
    name = figure_name(key)
    if figure is None or not (key.startswith("own.") or figure.photos):
        return name
    made = name.rpartition("-")[0] or name if key.startswith("own.") else name
    return f"{made} ({_shown(figure)})"


def _shown(figure: Figure) -> str:
    if not figure.photos:
        return _("own drawing")
    photos = ngettext("{n} photograph", "{n} photographs", len(figure.photos)).format(n=len(figure.photos))
    return _("drawing and {photographs}").format(photographs=photos) if figure.frames else photos
