"""The words that positions, equipment and units of the built-in library are filed under; own entries may use others.

A code is lower case with hyphens; how it is called on the screen is worded outside core.
"""

from __future__ import annotations

POSITIONS: tuple[str, ...] = (
    "standing", "sitting", "supine", "prone", "side-lying", "long-sitting", "hands-and-knees", "kneeling", "in-water",
    "any",
)  # fmt: skip

EQUIPMENT: tuple[str, ...] = (
    "ankle-weight", "audio", "ball", "band", "bed", "bench", "bike", "board", "box", "brace", "cane", "car", "chair",
    "counter", "desk", "doorway", "fabrics", "foam-roller", "hammer", "heat-or-cold-pack", "journal", "mat", "mirror",
    "pad", "phone", "pillow", "pool", "poles", "pulley", "putty", "shoes", "small-balls", "splint", "stairs", "step",
    "stick", "strap", "table", "tape", "target", "tens-unit", "timer", "towel", "wall", "weight",
)  # fmt: skip

UNITS: tuple[str, ...] = (
    "kg", "lb", "g", "mg", "mcg", "mL", "%", "mcg/h", "mg/h", "mg/day", "g/day", "mcg/day", "units",
    "tablet", "tablets", "capsule", "capsules", "drop", "drops", "patch", "patches", "spray", "sprays",
    "m", "km", "ft", "yd", "mi", "steps",
)  # fmt: skip
