"""The window speaks one language: its words and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from painplanner.gui.dates import day_words, long_day_words, read_day
from painplanner.gui.startup import _use_language  # pyright: ignore[reportPrivateUsage]
from painplanner.text import _, use_language

DAY = date(2026, 8, 3)


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    _use_language(qapp, "es")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    use_language("en")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("spanish")
def test_words_and_dates_are_in_the_chosen_language() -> None:
    assert _("Undo") == "Deshacer"
    assert day_words(DAY, weekday=True) == "lun 3 ago 2026"
    assert long_day_words(DAY) == "lunes 3 de agosto de 2026"


@pytest.mark.usefixtures("spanish")
def test_a_day_is_typed_as_it_is_shown() -> None:
    assert read_day(day_words(DAY), today=DAY) == DAY


@pytest.mark.usefixtures("qapp")
def test_english_dates_have_no_words_between_their_parts() -> None:
    assert long_day_words(DAY) == "Monday 3 August 2026"
