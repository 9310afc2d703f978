"""The door of a practice and the form of a new one say in words what is missing or wrong."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from painplanner.gui.pages.first_start import FirstStartPage
from painplanner.gui.pages.unlock import UnlockPage
from painplanner.gui.theme import Theme


@pytest.fixture(autouse=True)
def theme(qapp):
    return Theme("light")


@pytest.fixture
def unlock(qtbot, tmp_path):
    page = UnlockPage()
    qtbot.addWidget(page)
    page.offer((tmp_path,), "Riverside")
    return page


@pytest.fixture
def first(qtbot, tmp_path):
    page = FirstStartPage(tmp_path / "practice")
    qtbot.addWidget(page)
    return page


def fill(qtbot, page, **changes):
    texts = {
        "name": "Riverside Pain",
        "phone": "555 0101",
        "after_hours": "555 0102",
        "person": "M. Reyes",
        "passphrase": "orange ladder quiet boat",
        "again": "orange ladder quiet boat",
    }
    for name, text in (texts | changes).items():
        editor = getattr(page, name)
        editor.clear()
        qtbot.keyClicks(editor, text)


def test_enter_hands_over_the_passphrase(qtbot, unlock, tmp_path):
    qtbot.keyClicks(unlock.passphrase, "open sesame")
    with qtbot.waitSignal(unlock.submitted) as heard:
        qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert heard.args == [tmp_path, "open sesame"]
    assert not unlock.open_button.isEnabled()


def test_a_refusal_is_a_sentence_in_the_page_and_typing_goes_on(qtbot, unlock):
    qtbot.keyClicks(unlock.passphrase, "wrong")
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    unlock.show_problem("This passphrase does not open the practice.")
    assert unlock.problem == "This passphrase does not open the practice."
    assert unlock.open_button.isEnabled()
    assert unlock.passphrase.selectedText() == "wrong"
    qtbot.keyClicks(unlock.passphrase, "x")
    assert unlock.problem == ""


def test_an_empty_passphrase_is_asked_for_and_not_tried(qtbot, unlock):
    with qtbot.assertNotEmitted(unlock.submitted):
        qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert unlock.problem


def press(page, text, modifier=Qt.KeyboardModifier.NoModifier):
    page.passphrase.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, text))


def test_a_caps_lock_key_that_is_on_is_noticed(unlock):
    press(unlock, "a")
    assert unlock._caps.isHidden()
    press(unlock, "A")
    assert not unlock._caps.isHidden()
    press(unlock, "A", Qt.KeyboardModifier.ShiftModifier)
    assert unlock._caps.isHidden()


def test_a_complete_form_is_handed_over(qtbot, first, tmp_path):
    fill(qtbot, first)
    with qtbot.waitSignal(first.submitted) as heard:
        first.create_button.click()
    form = heard.args[0]
    assert form.folder == Path(tmp_path / "practice")
    assert (form.name, form.phone, form.after_hours, form.person) == (
        "Riverside Pain",
        "555 0101",
        "555 0102",
        "M. Reyes",
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("phone", ""),
        ("person", ""),
        ("passphrase", "short"),
        ("passphrase", "aaaaaaaaaaaaaa"),
        ("passphrase", "Riverside Pain1"),
        ("again", "another one altogether"),
    ],
)
def test_what_is_wrong_is_said_below_its_field(qtbot, first, field, text):
    fill(qtbot, first, **({field: text} | ({"again": text} if field == "passphrase" else {})))
    with qtbot.assertNotEmitted(first.submitted):
        first.create_button.click()
    assert first.problems().keys() == {field}
    assert first.fields[field].sentence == first.problems()[field]


def test_the_strength_of_a_passphrase_is_said_while_it_is_typed(qtbot, first):
    qtbot.keyClicks(first.passphrase, "orange")
    weak = first.fields["passphrase"].sentence
    qtbot.keyClicks(first.passphrase, " ladder quiet boat")
    assert weak
    assert first.fields["passphrase"].sentence not in {"", weak}
