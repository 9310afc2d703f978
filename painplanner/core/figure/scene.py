"""A figure's frame becomes a drawing: every frame of a figure stands at one scale and place and fills its box."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from painplanner.core.drawing import Area, Drawing, Line, Point, Shape, moved, points_of, polygon, rectangle
from painplanner.core.figure.clip import clipped, submerged
from painplanner.core.figure.close_up import close_layers, window_spots
from painplanner.core.figure.flesh import layers
from painplanner.core.figure.layer import OUTLINE, Layer
from painplanner.core.figure.marks import IN_SPACE, draw_mark
from painplanner.core.figure.measure import angle
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.pose import Pose, poses
from painplanner.core.figure.props import HELD, MAT, draw_prop
from painplanner.core.figure.room_props import surface_of
from painplanner.core.figure.skeleton import Skeleton, solve
from painplanner.core.figure.value import Figure
from painplanner.core.values import replace, text_in

Side = Literal["left", "right"]
Fit = tuple[float, float, float]
"""A scale and the shift after it."""
MARGIN = 4.0
BIGGEST = 2.4
USUAL = 1.5
"""The scale at which signs have their usual weight."""
_VIEWS = {
    "side": (0.0, 0.0),
    "front": (90.0, 0.0),
    "back": (-90.0, 0.0),
    "above": (0.0, 90.0),
    "three_quarter": (38.0, 8.0),
    "below": (0.0, -90.0),
}
_ENDS = {"head_end": 1.0, "foot_end": -1.0}
_END_PITCH = 10.0
_WINDOW = (1.0, 1.0, WIDTH - 1.0, HEIGHT - 1.0)
"""A close-up runs out of the picture on every side."""
_FLOOR_WIDTH = 1.3
_KEPT_DRAWINGS = 96
"""Enough for a sheet of thirty exercises and more; a drawing is some 150 kB, and a library has hundreds."""
_KEPT_FIGURES = 8
"""What is between a figure and its drawings serves the few that are drawn one after the other."""


def frame_count(figure: Figure) -> int:
    """Return how many pictures the figure has."""
    return len(figure.frames)


def alt_text(figure: Figure, frame: int, lang: str) -> str:
    """Return the words that stand for one picture, or nothing when none were written."""
    return text_in(figure.alt[frame], lang) if frame < len(figure.alt) else ""


def joint_angle(figure: Figure, frame_index: int, joint: str) -> float:
    """Return the angle of a joint in degrees as the skeleton really stands; see `skeleton.angle` for the names."""
    return angle(skeletons(figure)[frame_index], joint)


@lru_cache(maxsize=_KEPT_DRAWINGS)
def draw(figure: Figure, frame_index: int, side: Side | None = None) -> Drawing:
    """Return one frame as a drawing; the left side is the mirror image of the right that figures are drawn for."""
    return _drawn(figure, frame_index, _shapes(figure)[frame_index], fit(figure), WIDTH if side == "left" else None)


def draw_at(figure: Figure, frame_index: int, at: Fit) -> Drawing:
    """Return one frame at a scale and place that are given, so that a figure can change without moving as a whole."""
    shapes = _frame_shapes(figure, frame_index, camera_of(figure), poses(figure))
    return _drawn(figure, frame_index, shapes, at, None)


def _drawn(figure: Figure, frame_index: int, shapes: tuple[Shape, ...], at: Fit, mirrored: float | None) -> Drawing:
    scale, dx, dy = at
    ground = _ground(dy, dy + scale * _floor_level(figure)) if _has_floor(figure) else []
    if figure.crop:
        marks = [_moved(shape, USUAL, dx, dy, None) for shape in _marks(figure, frame_index, scale / USUAL)]
        whole = [*ground, *_near(shapes, at), *marks]
        placed = [part for shape in whole for part in clipped(shape, _WINDOW)]
        placed = [_mirrored(shape, mirrored) for shape in placed] if mirrored else placed
    else:
        placed = [*ground, *(_moved(shape, scale, dx, dy, mirrored) for shape in shapes)]
    return Drawing(WIDTH, HEIGHT, tuple(placed), alt_text(figure, frame_index, "en"))


def _ground(top: float, floor: float) -> list[Shape]:
    """Return the floor, or the mat that lies on it, over the whole width."""
    left, wide = MARGIN / 2, WIDTH - MARGIN
    if floor < top:
        return [Area(rectangle(left, floor, wide, top - floor, 1.0), fill="mat", line="prop_line", width=0.7)]
    return [Line(polygon([(left, floor), (left + wide, floor)]), "floor", _FLOOR_WIDTH)]


def camera_of(figure: Figure, zoom: float = 1.0) -> Camera:
    """Return from where a figure is looked at; an end is where the crown or the soles of who lies there are."""
    if len(figure.camera) > 1:
        return Camera(*figure.camera[:2], zoom)
    if figure.view in _ENDS:
        crown = -1.0 if poses(figure)[0].lie == "back" else 1.0
        return Camera(90.0 * crown * _ENDS[figure.view], _END_PITCH, zoom)
    return Camera(*_VIEWS[figure.view], zoom)


@lru_cache(maxsize=_KEPT_FIGURES)
def skeletons(figure: Figure) -> tuple[Skeleton, ...]:
    """Return the solved skeleton of every frame."""
    return tuple(solve(pose) for pose in poses(figure))


@lru_cache(maxsize=_KEPT_FIGURES)
def _shapes(figure: Figure) -> tuple[tuple[Shape, ...], ...]:
    camera = camera_of(figure)
    all_poses = poses(figure)
    return tuple(_frame_shapes(figure, i, camera, all_poses) for i in range(len(all_poses)))


def let_go() -> None:
    """Keep only the drawings, once no other figure follows."""
    _shapes.cache_clear()
    skeletons.cache_clear()


def _frame_shapes(figure: Figure, i: int, camera: Camera, all_poses: tuple[Pose, ...]) -> tuple[Shape, ...]:
    body = skeletons(figure)[i]
    behind, before = _layers(figure, body, camera, all_poses[i])
    shapes: list[Shape] = []
    for level, parts in (("behind", behind), ("body", before), ("all", [])):
        for prop in figure.props:
            if prop.over == level and (not prop.frames or i in prop.frames):
                shapes += draw_prop(prop, body, camera)
        for part in parts:
            shapes += part.shapes()
        if level == "body":
            shapes = _seen_through_water(figure, shapes, camera)
    return tuple(shapes) if figure.crop else (*shapes, *_marks(figure, i))


def _seen_through_water(figure: Figure, shapes: list[Shape], camera: Camera) -> list[Shape]:
    """Return the shapes with what of the body is under a pool's surface in the colours of wet things."""
    pool = next((prop for prop in figure.props if prop.kind == "pool" and prop.over == "all"), None)
    return submerged(shapes, camera.flat(surface_of(pool))[1]) if pool else shapes


def _marks(figure: Figure, i: int, zoom: float = 1.0) -> list[Shape]:
    """Return the signs of a frame; on a body that is seen nearer they keep their usual weight."""
    bodies, camera = skeletons(figure), camera_of(figure, zoom)
    shapes: list[Shape] = []
    for mark in figure.marks:
        if i in (mark.frames or (len(bodies) - 1,)):
            near = replace(mark, size=mark.size * zoom) if zoom != 1 and mark.kind not in IN_SPACE else mark
            shapes += draw_mark(near, bodies[i], camera, bodies[i - 1] if i else None)
    return shapes


def _layers(figure: Figure, body: Skeleton, camera: Camera, pose: Pose) -> tuple[list[Layer], list[Layer]]:
    upper = figure.show == "upper"
    if figure.crop:
        return close_layers(body, camera, pose, figure.crop, upper=upper)
    return layers(body, camera, pose.hands, upper=upper)


@lru_cache(maxsize=256)
def fit(figure: Figure) -> Fit:
    """Return the scale and shift that bring all frames of a figure into the box."""
    if figure.crop:
        return _fit_close(figure)
    spots: list[Point] = []
    for frame in _shapes(figure):
        for shape in frame:
            spots += _padded(shape)
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    low, high = min(y for _, y in spots), max(y for _, y in spots)
    if _has_floor(figure):
        low = min(low, _floor_level(figure) - 1.0)
    scale = min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (high - low), BIGGEST)
    dx = WIDTH / 2 - scale * (left + right) / 2
    slack = HEIGHT - 2 * MARGIN - scale * (high - low)
    return scale, dx, MARGIN + slack * 0.4 - scale * low


def _fit_close(figure: Figure) -> Fit:
    """Return the scale and shift of a close-up: what it is to hold, and its signs, fill the box; the rest is cut."""
    camera, all_poses, bodies = camera_of(figure), poses(figure), skeletons(figure)
    spots = [spot for i in range(len(bodies)) for spot in window_spots(bodies[i], camera, all_poses[i], figure.crop)]
    held = [prop for prop in figure.props if prop.kind in HELD]
    spots += [spot for body in bodies for prop in held for s in draw_prop(prop, body, camera) for spot in _padded(s)]
    scale, _, _ = _filling(spots)
    zoom = scale / USUAL
    marks = [spot for i in range(len(bodies)) for shape in _marks(figure, i, zoom) for spot in _spots(shape)]
    return _filling([*spots, *((x / zoom, y / zoom) for x, y in marks)])


def _filling(spots: list[Point]) -> Fit:
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    low, high = min(y for _, y in spots), max(y for _, y in spots)
    scale = min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (high - low))
    return scale, (WIDTH - scale * (left + right)) / 2, (HEIGHT - scale * (low + high)) / 2


def _padded(shape: Shape) -> list[Point]:
    """Return a shape's points moved out by half the width of its line."""
    pad = getattr(shape, "width", 0.0) / 2
    return [(x + k * pad, y + k * pad) for x, y in _spots(shape) for k in (-1, 1)]


def _spots(shape: Shape) -> list[Point]:
    return [(shape.x, shape.y)] if not isinstance(shape, (Area, Line)) else points_of(shape.path)


def _moved(shape: Shape, scale: float, dx: float, dy: float, mirrored: float | None) -> Shape:
    if isinstance(shape, Area):
        return Area(moved(shape.path, scale, dx, dy, mirrored=mirrored), shape.fill, shape.line, shape.width)
    if isinstance(shape, Line):
        # Props as thick as a strap grow with the figure; fine lines of the outline keep their weight on paper.
        width = shape.width * scale if shape.width > 1.5 else shape.width
        return Line(moved(shape.path, scale, dx, dy, mirrored=mirrored), shape.role, width, shape.cap, shape.dash)
    return shape


def _mirrored(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Area):
        return Area(moved(shape.path, 1.0, 0.0, 0.0, mirrored=width), shape.fill, shape.line, shape.width)
    if isinstance(shape, Line):
        path = moved(shape.path, 1.0, 0.0, 0.0, mirrored=width)
        return Line(path, shape.role, shape.width, shape.cap, shape.dash)
    return shape


def _near(shapes: tuple[Shape, ...], at: Fit) -> list[Shape]:
    """Return shapes placed for a close-up: bars and straps keep their thickness, with an outline like all."""
    found: list[Shape] = []
    for i, shape in enumerate(shapes):
        placed = _moved(shape, *at, None)
        after = shapes[i + 1] if i + 1 < len(shapes) else None
        before = shapes[i - 1] if i else None
        if isinstance(placed, Line) and isinstance(shape, Line):
            if isinstance(after, Line) and after.path == shape.path and shape.role == "ink":
                placed = Line(placed.path, placed.role, after.width * at[0] + 2 * OUTLINE, placed.cap)
            elif isinstance(before, Line) and before.path == shape.path:
                placed = Line(placed.path, placed.role, shape.width * at[0], placed.cap)
        found.append(placed)
    return found


def _has_floor(figure: Figure) -> bool:
    return any(prop.kind == "floor" for prop in figure.props)


def _floor_level(figure: Figure) -> float:
    """Return where the floor is: a mat lies on it and its top is the level that bodies rest on."""
    return -MAT if any(prop.kind == "mat" for prop in figure.props) else 0.0
