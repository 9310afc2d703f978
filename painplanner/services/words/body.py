"""Regions of the body in words."""

from __future__ import annotations

from painplanner.core.values import Region
from painplanner.text import _


def region_words(region: Region) -> str:
    """Return how a region of the body is called."""
    known = {
        Region.NECK: _("Neck"),
        Region.JAW: _("Jaw"),
        Region.HEAD: _("Head"),
        Region.UPPER_BACK: _("Upper back"),
        Region.LUMBAR: _("Lower back"),
        Region.PELVIS: _("Pelvis"),
        Region.HIP: _("Hip"),
        Region.THIGH: _("Thigh"),
        Region.KNEE: _("Knee"),
        Region.ANKLE: _("Ankle"),
        Region.FOOT: _("Foot"),
        Region.SHOULDER: _("Shoulder"),
        Region.ELBOW: _("Elbow"),
        Region.WRIST: _("Wrist"),
        Region.HAND: _("Hand"),
        Region.GENERAL: _("Whole body"),
    }
    return known[region]
