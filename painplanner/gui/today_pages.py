"""The pages of a morning: the list of Today, and the papers that are printed from it in one go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.printing.morning import MorningPage
    from painplanner.gui.widgets.tabs import LazyPages
    from painplanner.store.due_list import DueAsk


def today_pages(
    ctx: AppContext, pages: Callable[[], LazyPages], find: Callable[[str], None]
) -> dict[str, Callable[[], QWidget]]:
    """Return how the pages are made; `find` looks for a patient."""

    def make_today() -> QWidget:
        from painplanner.gui.pages.today import TodayPage

        page = TodayPage(ctx)
        page.find_wanted.connect(find)
        page.morning_wanted.connect(print_morning)
        return page

    def make_morning() -> QWidget:
        from painplanner.gui.printing.morning import MorningPage

        page = MorningPage(ctx)
        page.closed.connect(lambda: ctx.go("today"))
        return page

    def print_morning(ask: DueAsk) -> None:
        page = cast("MorningPage", pages().show_page("morning"))
        page.begin(ask)
        page.take_focus()

    return {"today": make_today, "morning": make_morning}
