"""The look of papers: logo and colour are taken at once and seen on the head of a paper, sizes and names are saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from core.photographed import WIDE, jpeg
from PySide6.QtGui import QColor, QImage

from painplanner.core.inks import INKS, Ink
from painplanner.core.practice import ORDINARY
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.practice import PracticePage


@pytest.fixture
def page(qtbot, ctx: AppContext) -> Iterator[PracticePage]:
    before = ctx.practice
    made = PracticePage(ctx)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    made.refresh()
    yield made
    ctx.store.save_practice(before)


def sample(page: PracticePage) -> QImage:
    return page.paper_look.sample.pixmap().toImage()


def seen(qtbot, page: PracticePage) -> QImage:
    """Return the head of a paper once it is made."""
    qtbot.waitUntil(lambda: not sample(page).isNull())
    return sample(page)


def has(image: QImage, colour: str) -> bool:
    """Tell whether a colour is seen anywhere, as near as edges are drawn."""
    wanted = QColor(colour).getRgb()[:3]
    return any(
        max(abs(one - other) for one, other in zip(image.pixelColor(x, y).getRgb()[:3], wanted, strict=True)) <= 3
        for x in range(image.width() // 2)
        for y in range(image.height())
    )


def test_an_ink_is_kept_at_once_and_seen_on_the_head_of_a_paper(qtbot, page: PracticePage, ctx: AppContext) -> None:
    assert has(seen(qtbot, page), INKS[Ink.GREEN])
    page.paper_look.inks.segment(Ink.WINE).click()
    assert ctx.practice.ink is Ink.WINE
    assert page.paper_look.ink_name.text() == "Wine"
    qtbot.waitUntil(lambda: has(sample(page), INKS[Ink.WINE]))


def test_a_logo_is_taken_in_shown_and_taken_away_again(
    qtbot, page: PracticePage, ctx: AppContext, tmp_path: Path
) -> None:
    before = seen(qtbot, page)
    path = tmp_path / "logo.jpg"
    path.write_bytes(jpeg(WIDE))
    page.paper_look.take((path,))
    qtbot.waitUntil(lambda: bool(ctx.practice.logo), timeout=20_000)
    assert ctx.store.picture(ctx.practice.logo)
    qtbot.waitUntil(lambda: sample(page) != before)
    said: list[object] = []
    ctx.news.said.connect(said.append)
    page.paper_look.remove.click()
    assert ctx.practice.logo == ""
    assert page.paper_look.remove.isHidden()
    said[-1].on_action()
    assert ctx.practice.logo


def test_a_file_that_is_no_picture_is_refused_at_its_place(
    qtbot, page: PracticePage, ctx: AppContext, tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"no picture")
    page.paper_look.take((path,))
    qtbot.waitUntil(lambda: page.paper_look.problem.isVisible(), timeout=20_000)
    assert "Nothing was added." in page.paper_look.problem.text
    assert ctx.practice.logo == ""


def test_the_head_follows_what_is_typed(qtbot, page: PracticePage) -> None:
    before = seen(qtbot, page)
    page.lines["name"].selectAll()
    qtbot.keyClicks(page.lines["name"], "Hill Clinic")
    qtbot.waitUntil(lambda: sample(page) != before)


def test_each_ordinary_size_of_paper_can_be_chosen(page: PracticePage, ctx: AppContext) -> None:
    for size in ORDINARY:
        page.paper.segment(size).click()
        page.save()
        assert ctx.practice.paper is size


def test_whether_files_are_named_by_patients_is_saved(page: PracticePage, ctx: AppContext) -> None:
    assert not page.names_in_files.isChecked()
    page.names_in_files.click()
    page.save()
    assert ctx.practice.names_in_files
    ctx.store.save_practice(replace(ctx.practice, names_in_files=False))
    page.refresh()
    assert not page.names_in_files.isChecked()
