"""A long day of calls into Qt does not wear `None` and its kin out."""

import sys

import pytest
from PySide6.QtCore import QObject

import painplanner.gui


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are not counted any more")
@pytest.mark.parametrize("lone", [None, True, False], ids=str)
def test_a_lone_value_outlives_any_number_of_calls(lone):
    assert painplanner.gui
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("calm")
        thing.blockSignals(False)
    assert sys.getrefcount(lone) > 1 << 40
