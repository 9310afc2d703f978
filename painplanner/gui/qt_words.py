"""Qt's own words in the language of the window, all but the names of keys, which stay as keyboards print them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTranslator


class QtWords(QTranslator):
    """Leaves "Ctrl+Shift+N" alone, so that menus and our own tips name a key alike and menus stay narrow."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> Any:  # noqa: N803
        """Return the words of Qt, nothing for a key."""
        return None if context == "QShortcut" else super().translate(context, sourceText, disambiguation, n)
