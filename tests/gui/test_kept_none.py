"""A long day of calls into Qt does not wear `None` out."""

import sys

import pytest
from PySide6.QtCore import QObject

import painplanner.gui


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted any more")
def test_none_outlives_any_number_of_calls():
    assert painplanner.gui
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("calm")
    assert sys.getrefcount(None) > 1 << 40
