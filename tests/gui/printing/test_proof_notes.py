"""Before papers are printed the panel says what they lack in their language, what no font has, and how they read."""

from __future__ import annotations

import pytest

from painplanner.core.edits import set_item
from painplanner.core.plan import items_of
from painplanner.core.values import replace
from painplanner.gui.printing.panel import PrintPanel


@pytest.fixture
def panel(qtbot, ctx, exercises):
    made = PrintPanel(exercises, ctx)
    qtbot.addWidget(made)
    made.show()
    made.choices.papers.set_keys(("handout", "exercise-sheet"))
    made.open_for()
    return made


def read(qtbot, panel) -> None:
    panel.proof.soon()
    qtbot.waitUntil(lambda: not panel.proof.is_waiting)


def words(panel) -> str:
    return " ".join(notice.text for notice in panel.proof.notices)


def test_how_each_ticked_paper_reads_stands_in_a_fold(qtbot, panel) -> None:
    read(qtbot, panel)
    assert not panel.proof.fold.isHidden()
    assert panel.proof.fold.button.accessibleName().startswith("Plain language: ")
    lines = [panel.proof.fold.lines.itemAt(n).widget().text() for n in range(panel.proof.fold.lines.count())]
    assert any(line.startswith("Handout: grade ") for line in lines)
    assert any(line.startswith("Exercise sheet: grade ") for line in lines)
    assert "PEMAT-P" in lines[-1]


def test_a_name_that_no_language_but_english_has_is_named_before_printing(qtbot, panel, exercises) -> None:
    item = next(item for _step, item in items_of(exercises.plan))
    english = tuple(text for text in item.texts if text.lang == "en")
    exercises.open(set_item(exercises.plan, item.id, texts=english))
    panel.open_for()
    panel.choices.language.setCurrentIndex(panel.choices.language.findData("es"))
    panel.choices.changed.emit()
    read(qtbot, panel)
    assert english[0].name in words(panel)
    first = next(notice for notice in panel.proof.notices if english[0].name in notice.text)
    first.button.click()
    assert exercises.selection == (item.id,)


def test_a_sign_that_no_font_has_is_named_before_printing(qtbot, panel, exercises) -> None:
    exercises.open(replace(exercises.plan, why="Hurts \U0001e955"))
    panel.open_for()
    read(qtbot, panel)
    assert panel.proof.notices


def test_nothing_stands_in_the_way_of_a_plan_without_gaps(qtbot, panel) -> None:
    read(qtbot, panel)
    assert panel.proof.notices == ()


def test_a_paper_too_hard_to_read_says_so_where_it_cannot_be_missed(qtbot, panel, exercises) -> None:
    hard = "Progressive contraction of the posterior musculature facilitates neuromuscular reorganisation throughout. "
    exercises.open(replace(exercises.plan, why=hard * 12))
    panel.choices.papers.set_keys(("handout",))
    panel.open_for()
    read(qtbot, panel)
    assert "Handout: too hard to read" in words(panel)
