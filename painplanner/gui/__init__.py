"""The window: everything that shows a plan or takes a key. Only this room imports Qt."""

from __future__ import annotations

from painplanner.gui.kept_none import keep_none

keep_none()
