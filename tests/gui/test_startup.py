"""The window speaks one language: its words and its dates. Keys and numbers stay as the computer has them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from painplanner.gui.dates import day_words, long_day_words, read_day
from painplanner.gui.startup import _use_language  # pyright: ignore[reportPrivateUsage]
from painplanner.text import _, use_language

DAY = date(2026, 8, 3)
ROOT = Path(__file__).parents[2]
TYPED = """
from datetime import date
from painplanner.gui.dates import read_day
from painplanner.gui.startup import _use_language, application
_use_language(application([]), "es")
print(read_day("8/3/1978", today=date(2026, 1, 1)))
"""


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


@pytest.mark.usefixtures("spanish")
def test_keys_are_called_as_the_keyboard_prints_them() -> None:
    assert QKeySequence("Ctrl+Shift+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+N"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


@pytest.mark.parametrize(("system", "read"), [("en_US.UTF-8", "1978-08-03"), ("es_MX.UTF-8", "1978-03-08")])
def test_a_day_of_numbers_has_the_order_of_the_computer(system: str, read: str) -> None:
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": system, "LANG": system}
    done = subprocess.run(
        [sys.executable, "-c", TYPED], cwd=ROOT, env=known, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == read
