"""The practice's own papers: added, named, removed and put back on the page of the practice."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from painplanner.gui.context import AppContext
from painplanner.gui.pages.practice.own_papers import OwnPapersSection


@pytest.fixture
def section(qtbot, ctx: AppContext) -> Iterator[OwnPapersSection]:
    made = OwnPapersSection(ctx)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    yield made
    for row in ctx.store.own_papers():
        ctx.store.remove_own_paper(row.id)


def file(folder: Path, name: str, pages: int) -> Path:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    out = BytesIO()
    pdf.save(out)
    path = folder / name
    path.write_bytes(out.getvalue())
    return path


def test_files_are_taken_in_and_what_is_none_is_said(
    qtbot, section: OwnPapersSection, ctx: AppContext, tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.docx"
    wrong.write_bytes(b"PK")
    section.take((file(tmp_path, "house_rules.pdf", 2), wrong))
    qtbot.waitUntil(lambda: len(section.rows) == 1, timeout=20_000)
    (row,) = ctx.store.own_papers()
    assert (row.title, row.pages) == ("House rules", 2)
    assert "letter.docx: This file is no PDF." in section.problem.text
    assert section.rows[0].title.text() == "House rules"


def test_a_paper_is_renamed_where_its_title_stands(section: OwnPapersSection, ctx: AppContext) -> None:
    ctx.store.add_own_paper("House rules", b"%PDF-", 2)
    section.refresh()
    title = section.rows[0].title
    title.setText("Our house")
    title.editingFinished.emit()
    assert [row.title for row in ctx.store.own_papers()] == ["Our house"]
    title.setText("  ")
    title.editingFinished.emit()
    assert title.text() == "Our house"


def test_what_is_removed_can_be_put_back(section: OwnPapersSection, ctx: AppContext) -> None:
    before = ctx.store.add_own_paper("House rules", b"%PDF-", 2)
    section.refresh()
    said: list[object] = []
    ctx.news.said.connect(said.append)
    section.rows[0].remove_button.click()
    assert ctx.store.own_papers() == ()
    assert section.rows == []
    said[-1].on_action()
    assert ctx.store.own_papers() == (before,)
    assert [row.title.text() for row in section.rows] == ["House rules"]
