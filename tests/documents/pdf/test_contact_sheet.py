"""On a contact sheet every caption stays under its own picture, however long its id is."""

from __future__ import annotations

import pytest
from documents.pdf.reading import overlaps

from painplanner.core.figure import Figure, Frame
from painplanner.documents.pdf.contact_sheet import contact_sheet

LONG = "figure.seated_knee_extension_with_a_band_and_ankle_weights"


@pytest.mark.parametrize("name", ["figure.bridge", LONG])
def test_a_caption_does_not_run_into_its_neighbour(name: str) -> None:
    assert overlaps(contact_sheet([Figure(id=name, frames=(Frame(base="standing"),) * 4)])) == []
