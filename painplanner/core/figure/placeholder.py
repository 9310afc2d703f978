"""The calm empty frame that stands where a figure is not drawn yet: a pale silhouette, no words."""

from __future__ import annotations

from painplanner.core.drawing import Area, Drawing, circle, curve_through, rectangle

WIDTH = 160.0
HEIGHT = 120.0


def draw_placeholder(label: str = "") -> Drawing:
    """Return the empty frame; `label` is its alt text and is not drawn."""
    body = curve_through([(52, 18), (56, 48), (70, 60), (90, 60), (104, 48), (108, 18)])
    shoulders = (*body, (52, 18))
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        alt=label,
        shapes=(
            Area(path=rectangle(6, 6, WIDTH - 12, HEIGHT - 12, 6), line="frame", width=1.0),
            Area(path=shoulders, fill="ghost"),
            Area(path=circle(80, 82, 16), fill="ghost"),
        ),
    )
