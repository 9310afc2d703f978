"""The twelve explaining pictures: anatomy and ideas as drawings with labels, in whatever language the words come in.

No words stand here: each picture names the roles of its labels, and whoever draws it brings the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from painplanner.core.drawing import Drawing
from painplanner.core.explaining import head, ideas, joints, pelvis, spine
from painplanner.core.explaining.sketch import SIZE, Sketch, Words


class Explaining(NamedTuple):
    """How a picture is drawn, and the roles of its labels."""

    draw: Callable[[Sketch], None]
    labels: tuple[str, ...]


PICTURES: Mapping[str, Explaining] = MappingProxyType(
    {
        "explain.disc": Explaining(spine.disc, ("bone", "disc", "nerve", "view")),
        "explain.facet": Explaining(spine.facet, ("bone", "disc", "joint", "view")),
        "explain.sacroiliac": Explaining(pelvis.sacroiliac, ("joint", "sacrum", "hip_bone", "view")),
        "explain.rotator_cuff": Explaining(joints.cuff, ("roof", "tendon", "arm_bone", "blade", "view")),
        "explain.kneecap": Explaining(
            joints.kneecap, ("muscle", "kneecap", "tendon", "thigh_bone", "shin_bone", "view")
        ),
        "explain.knee": Explaining(joints.knee, ("thigh_bone", "cover", "pad", "shin_bone", "view")),
        "explain.achilles": Explaining(joints.achilles, ("calf", "tendon", "heel", "shin_bone", "view")),
        "explain.occipital_nerve": Explaining(head.occipital, ("nerve", "muscle", "bone", "view")),
        "explain.outer_thigh_nerve": Explaining(pelvis.outer_thigh, ("hip_bone", "band", "nerve", "area", "view")),
        "explain.alarm": Explaining(ideas.alarm, ("alarm", "volume", "low", "high", "idea")),
        "explain.boom_and_bust": Explaining(ideas.boom_and_bust, ("activity", "days", "swings", "steady")),
        "explain.healing_times": Explaining(ideas.healing, ("tissue", "nerve", "alarm", "axis")),
    }
)
"""Every picture by its id."""


def draw_explaining(picture_id: str, words: Words, alt: str) -> Drawing:
    """Return a picture with its labels in the language of `words`."""
    sketch = Sketch(words)
    PICTURES[picture_id].draw(sketch)
    return sketch.drawing(alt)


__all__ = ["PICTURES", "SIZE", "Explaining", "draw_explaining"]
