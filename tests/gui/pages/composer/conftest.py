"""The composer on a real practice, shown and with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.gui.pages.composer import ComposerPage


@pytest.fixture
def page(qtbot, ctx, session):
    made = ComposerPage(session, ctx)
    qtbot.addWidget(made)
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
    made.do_find_entry()
    return made


@pytest.fixture
def add(qtbot, page):
    """Type the first letters and press Enter, as at the desk."""

    def find_and_add(*words, held=Qt.KeyboardModifier.NoModifier):
        for word in words:
            qtbot.keyClicks(page.picker.search, word)
            qtbot.keyClick(page.picker.search, Qt.Key.Key_Return, held)

    return find_and_add


@pytest.fixture
def names(session):
    """Return the names of the items, step by step."""

    def read():
        return [[item.texts[0].name for item in step.items] for step in session.plan.steps]

    return read
