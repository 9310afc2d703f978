"""The Progress tab of a patient."""

from __future__ import annotations

from painplanner.gui.pages.progress.page import ProgressPage

__all__ = ["ProgressPage"]
