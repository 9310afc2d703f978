"""The practice's own PDFs can go along with a patient's papers, behind them in the same file."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from painplanner.gui.printing.panel import PrintPanel


def pdf_of(pages: int) -> bytes:
    made, out = pikepdf.new(), BytesIO()
    for _page in range(pages):
        made.add_blank_page(page_size=(612, 792))
    made.save(out)
    return out.getvalue()


@pytest.fixture
def rules(ctx):
    row = ctx.store.add_own_paper("House rules", pdf_of(2), 2)
    yield row
    ctx.store.remove_own_paper(row.id)


@pytest.fixture
def panel(qtbot, ctx, exercises):
    made = PrintPanel(exercises, ctx)
    qtbot.addWidget(made)
    made.show()
    made.choices.papers.set_keys(("exercise-sheet",))
    made.open_for()
    return made


def test_nothing_is_offered_while_the_practice_has_none(panel) -> None:
    assert panel.choices.own.isHidden()


def test_one_that_is_ticked_is_bound_behind_the_papers_and_remembered(qtbot, rules, panel, ctx, exercises) -> None:
    assert panel.choices.own.isVisible()
    assert not panel.choices.bind.isVisible()
    panel.choices.own.box(rules.id).click()
    assert panel.choices.bind.isVisible()
    order = panel.planned_order()
    assert [own.title for own in order.binding.own] == ["House rules"]
    from painplanner.services.publish import make_paper

    paper = make_paper(order.request, order.kinds, order.binding)
    words = pypdfium2.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
    assert "House rules" in words
    again = PrintPanel(exercises, ctx)
    qtbot.addWidget(again)
    again.show()
    again.open_for()
    assert again.choices.own.keys() == (rules.id,)
    again.choices.own.box(rules.id).click()


def test_one_that_was_taken_away_meanwhile_is_left_out(panel, ctx) -> None:
    row = ctx.store.add_own_paper("Parking", pdf_of(1), 1)
    panel.open_for()
    panel.choices.own.box(row.id).click()
    ctx.store.remove_own_paper(row.id)
    assert panel.planned_order().binding.own == ()
    panel.choices.own.box(row.id).click()
