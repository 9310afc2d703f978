"""What can be made ready behind the door, in short pieces while the passphrase is typed; needs no practice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from painplanner.gui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

LINES_AT_ONCE = 5
LINES = 20


def steps(workspace: Workspace, window: QMainWindow) -> list[Callable[[], object]]:
    """Return the pieces in the order in which an opened practice needs them; each is short."""
    return [
        *(partial(workspace.pages.page, place) for place in ("today", "patients", "patient")),
        workspace.fill_menus,
        *(partial(_make_lines, workspace, count) for count in range(LINES_AT_ONCE, LINES + 1, LINES_AT_ONCE)),
        *(partial(_paint_unseen, workspace, window, place) for place in ("patients", "today")),
    ]


def _make_lines(workspace: Workspace, count: int) -> None:
    today: Any = workspace.pages.page("today")
    today.make_lines(count)


def _paint_unseen(workspace: Workspace, window: QMainWindow, place: str) -> None:
    """Paint a page once before it is seen: styles, sizes, letters and signs are then ready when it is."""
    if not workspace.is_open:
        workspace.resize(window.size())
        workspace.pages.show_page(place)
        workspace.grab()
