"""The picker offers what suits this patient, says why something does not, and knows the filters and levels typed."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from painplanner.core.dose import ProcedureDose
from painplanner.core.edits import set_dose
from painplanner.core.patient import SafetyAnswers
from painplanner.core.values import Answer, replace
from painplanner.gui.pages.composer.inspector.item_form import ItemForm


def ids(page):
    return page.picker.list.entries.rows.ids


def row_of(page, entry_id):
    return page.picker.list.entries.rows[ids(page).index(entry_id)]


@pytest.fixture
def type_words(qtbot, page):
    """Type into the search and wait until the list has followed."""

    def typed(words):
        page.picker.search.clear()
        qtbot.keyClicks(page.picker.search, words)
        qtbot.waitUntil(lambda: page.picker._shown_for.text == words)

    return typed


@pytest.fixture
def answered(ctx, session, page):
    """Answer every safety question of the patient with no, but for those that are given."""

    def answer(**given):
        no = dict.fromkeys(SafetyAnswers.__struct_fields__, Answer.NO)
        patient = replace(session.patient, safety=SafetyAnswers(**{**no, **given}))
        ctx.store.save_patient(patient)
        ctx.news.patient_changed.emit(patient.id)

    return answer


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("knee ext", "exercise.seated_knee_extension"),
        ("gabapentn", "medicine.gabapentin"),
        ("epidural L5 trans", "procedure.epidural_steroid"),
        ("puente", "exercise.bridge"),
        ("EXTENSION seated", "exercise.seated_knee_extension"),
    ],
)
def test_what_is_meant_stands_first(page, type_words, words, first):
    type_words(words)
    assert ids(page)[0] == first


def test_fits_this_patient_leaves_out_what_an_allergy_or_an_answer_speaks_against(page, answered):
    answered(pregnancy=Answer.YES)
    everything = set(ids(page))
    page.picker.filter_row.fits.click()
    left_out = everything - set(ids(page))
    assert "medicine.ibuprofen" in left_out
    shelf = page.picker.shelf
    assert all(shelf.fitness(one).fits for one in ids(page))
    assert not any(shelf.fitness(one).fits for one in left_out)


def test_a_question_that_nobody_asked_is_no_fit_and_the_list_says_which(page, answered):
    answered(blood_thinner=Answer.NOT_ASKED, pregnancy=Answer.NOT_ASKED)
    page.picker.filter_row.kinds.choose("procedure")
    assert row_of(page, "procedure.epidural_steroid").reason == "Not asked yet: blood thinner, pregnancy."
    page.picker.filter_row.fits.click()
    assert "procedure.epidural_steroid" not in ids(page)
    assert "need a safety question answered: blood thinner, pregnancy" in page.picker.remark.text()


def test_what_does_not_fit_is_grey_with_its_reason_and_can_still_be_added(page, answered, add, names):
    answered()
    page.picker.search.setText("ibuprofen")
    page.picker._show(first=True)
    row = page.picker.list.entries.rows[0]
    assert row.is_grey
    assert row.reason == "Allergy: naproxen."
    assert "Allergy" in row.spoken
    page.picker.search.clear()
    add("ibuprofen")
    assert "Ibuprofen" in names()[0][0]


def test_grey_rows_and_rows_with_a_reason_are_painted(qtbot, page, type_words):
    type_words("ibuprofen")
    assert page.picker.list.grab().width() > 0


def test_filters_combine_and_stand_there_as_chips_that_take_themselves_off(qtbot, page):
    row = page.picker.filter_row
    row.set_on("position", "supine", on=True)
    row.set_on("equipment", "mat", on=True)
    entries = page.picker._ctx.library.entries
    assert ids(page)
    assert all(entries[one].position == "supine" and "mat" in entries[one].equipment for one in ids(page))
    chips = [made for made in row.findChildren(QPushButton) if made.accessibleName().startswith("Mat,")]
    few = len(ids(page))
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert len(ids(page)) > few
    assert page.picker.filters().equipment == frozenset()


def test_the_menu_offers_what_there_is_and_escape_takes_all_back(qtbot, page):
    row = page.picker.filter_row
    everything = len(ids(page))
    menu = row.more.fill()
    parts = {action.text(): action.menu() for action in menu.actions() if action.menu()}
    assert {"Mechanism", "Equipment", "Position"} <= parts.keys()
    on_the_back = next(action for action in parts["Position"].actions() if action.text() == "On the back")
    on_the_back.trigger()
    own = next(action for action in menu.actions() if action.text() == "Only our own")
    own.trigger()
    assert page.picker.filters().own_only
    assert ids(page) == ()
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Escape)
    assert len(ids(page)) == everything


@contextmanager
def hidden(ctx, entry_id):
    back = ctx.store.set_hidden(entry_id, on=True)
    ctx.library.forget_own(only_hidden=True)
    try:
        yield
    finally:
        ctx.store.change_own(back)
        ctx.library.forget_own(only_hidden=True)


def test_what_is_hidden_is_not_offered(page, ctx):
    assert "exercise.bridge" in ids(page)
    with hidden(ctx, "exercise.bridge"):
        ctx.news.library_changed.emit()
        assert "exercise.bridge" not in ids(page)


def test_a_level_that_was_typed_goes_into_the_dose_of_the_procedure(add, session):
    add("epidural L4-5")
    dose = session.plan.steps[0].items[0].dose
    assert isinstance(dose, ProcedureDose)
    assert dose.level == "L4-L5"


def test_a_level_of_another_region_stays_out_of_the_dose(page, add, session):
    add("transforaminal lumbar epidural T8")
    item = session.plan.steps[0].items[0]
    assert item.source == "procedure.epidural_steroid"
    assert item.dose.level == ""


def test_only_rows_in_sight_are_made(page):
    rows = page.picker.list.entries.rows
    page.picker._show(first=True)
    assert len(page.picker.list.entries.rows._made) < len(rows) / 2


def test_a_favourite_comes_first_among_equal_hits(page, ctx, type_words):
    type_words("calf")
    named = [row.id for row in page.picker.list.entries.rows if row.name.startswith("Calf")]
    ctx.store.set_favourite(named[-1], on=True)
    try:
        page.picker.renew()
        assert ids(page)[0] == named[-1]
    finally:
        ctx.store.set_favourite(named[-1], on=False)


def test_an_answer_given_elsewhere_changes_what_suits_the_patient(page, ctx, session, answered, type_words):
    answered()
    type_words("tens")
    assert row_of(page, "hands_on.tens").reason == ""
    safety = replace(session.patient.safety, implanted_device=Answer.YES)
    ctx.store.save_patient(replace(session.patient, safety=safety))
    ctx.news.patient_changed.emit(session.patient.id)
    assert row_of(page, "hands_on.tens").reason == "Not with an implanted device."


def test_a_usual_dose_that_is_kept_beside_the_list_stands_in_it(page, ctx, session, add, type_words):
    add("bridge")
    item = session.plan.steps[-1].items[-1]
    session.select(item.id)
    type_words("bridge")
    before = row_of(page, "exercise.bridge").dose
    session.apply("Dose", lambda plan: set_dose(plan, item.id, replace(item.dose, sets=5)))
    page.findChild(ItemForm).usual.click()
    after = row_of(page, "exercise.bridge").dose
    ctx.store.set_usual_dose("exercise.bridge", None)
    assert after != before


def test_nothing_of_a_plan_that_was_closed_stays(page, ctx, session, type_words):
    type_words("bridge")
    page.picker.filter_row.set_on("tag", "ours alone", on=True)
    plan = session.plan
    session.close()
    assert ids(page) == ()
    session.open(plan)
    assert not page.picker.filters().is_narrow
    assert len(ids(page)) > 100


@pytest.mark.parametrize("width", [90, 110, 150, 200])
def test_a_row_has_three_lines_and_never_loses_its_reason(page, width):
    paint = page.picker.list.painter_of_rows
    rows = (row_of(page, "medicine.ibuprofen"), row_of(page, "procedure.epidural_steroid"), row_of(page, ids(page)[0]))
    for row in rows:
        names, below = paint.words(row, width)
        assert names
        assert len(names) + len(below) <= 3
        assert bool(row.reason) == any(ink in {"stop", "consider"} for _line, ink in below)


def test_a_narrow_row_still_says_what_to_ask(page, answered):
    answered(blood_thinner=Answer.NOT_ASKED, pregnancy=Answer.NOT_ASKED)
    paint = page.picker.list.painter_of_rows
    row = row_of(page, "procedure.epidural_steroid")
    wide, narrow = (paint.words(row, width)[1][-1][0] for width in (400, 150))
    assert wide == "Not asked yet: blood thinner, pregnancy."
    assert narrow.startswith("Ask: blood thinner")


def test_two_names_that_differ_at_their_end_differ_in_a_narrow_list_too(page):
    paint = page.picker.list.painter_of_rows
    both = (row_of(page, "procedure.epidural_steroid"), row_of(page, "procedure.interlaminar_epidural"))
    first, second = (paint.words(row._replace(reason=""), 150)[0] for row in both)
    assert first != second
