"""The print panel as the composer shows it; it lives in `gui.printing`, which the documents page uses as well."""

from __future__ import annotations

from painplanner.gui.printing.panel import PrintPanel

__all__ = ["PrintPanel"]
