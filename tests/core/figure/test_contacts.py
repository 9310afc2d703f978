"""Nobody floats: in every frame something of the body rests on the floor or on a thing that bears it."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.core.figure import Figure, decode_figures
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.skeleton import Skeleton, lowest_of
from painplanner.core.figure.value import Prop

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = [figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())]
WHOLE = [figure for figure in FIGURES if figure.show == "all" and not figure.crop]
PARTS = (
    "trunk",
    "seat",
    "head",
    *(f"{side}_{part}" for side in SIDES for part in ("foot", "ball", "hand", "knee", "elbow")),
)
NEAR = 0.9
"""Hundredths of stature, some 15 millimetres: less than the outline's width on paper."""


def measure(prop: Prop, place: int, plain: float) -> float:
    return prop.size[place] if len(prop.size) > place else plain


def height(prop: Prop, plain: float) -> float:
    return prop.at[1] if len(prop.at) > 1 else plain


def bearing(prop: Prop) -> list[tuple[float, float]]:
    """Return from what height to what height a thing can bear a body."""
    seats = {"chair": 26.0, "stool": 26.0, "wheelchair": 26.0, "car": 22.0, "bench": 26.0, "bed": 24.0, "table": 42.0}
    if prop.kind in seats:
        top = height(prop, seats[prop.kind])
        return [(top, top)]
    if prop.kind in {"step", "box"}:
        top = height(prop, 0.0) + measure(prop, 1, 10.0)
        return [(top, top)]
    if prop.kind == "stairs":
        return [(n * rise, n * rise) for rise in (measure(prop, 1, 10.0),) for n in range(1, 6)]
    if prop.kind == "decline_board":
        return [(0.0, measure(prop, 1, 9.0))]
    if prop.kind == "foam_roller":
        top = height(prop, 4.5) + measure(prop, 0, 9.0) / 2
        return [(top, top)]
    if prop.kind == "cycle":
        saddle = height(prop, 18.0) + measure(prop, 1, 32.0)
        return [(saddle - 1.0, saddle)]
    if prop.kind == "recumbent_cycle":
        seat = height(prop, 24.0) + measure(prop, 1, 2.0)
        return [(seat - 1.0, seat)]
    return []


def gap(body: Skeleton, props: list[Prop]) -> float:
    """Return how far the nearest part of the body is from what could bear it."""
    levels = [(0.0, 0.0), *(level for prop in props for level in bearing(prop))]
    lows = [lowest_of(body, part) for part in PARTS]
    return min(max(low - here, here - high, 0.0) for here in lows for low, high in levels)


@pytest.mark.parametrize("figure", WHOLE, ids=lambda figure: figure.id)
def test_in_every_frame_something_bears_the_body(figure: Figure) -> None:
    for i, body in enumerate(skeletons(figure)):
        props = [prop for prop in figure.props if not prop.frames or i in prop.frames]
        if any(prop.kind == "pool" for prop in props):
            continue
        assert gap(body, props) <= NEAR, i


@pytest.mark.parametrize("figure", WHOLE, ids=lambda figure: figure.id)
def test_who_sits_sits_on_the_seat(figure: Figure) -> None:
    for i, body in enumerate(skeletons(figure)):
        for prop in figure.props:
            if prop.kind not in {"chair", "stool"} or (prop.frames and i not in prop.frames):
                continue
            back = prop.at[0] if prop.at else -9.0
            middle, seat = body.points["pelvis"][0], lowest_of(body, "seat")
            if back < middle < back + measure(prop, 0, 27.0) and seat < height(prop, 26.0) + 4:
                assert seat == pytest.approx(height(prop, 26.0), abs=1.2), i
