"""A record number that another patient has is said where it is typed, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import date

import pytest

from painplanner.core.patient import Patient
from painplanner.core.values import replace
from painplanner.gui.new_patient import NewPatientForm
from painplanner.gui.pages.overview.identity import IdentitySection
from painplanner.gui.patient_session import PatientSession


@pytest.fixture
def form(qtbot, ctx, patient):
    made = NewPatientForm(ctx, "Olga Brandt")
    qtbot.addWidget(made)
    qtbot.keyClicks(made.birth.line, "4 May 1961")
    return made


def texts(form):
    return [form.doubles.lines.itemAt(n).widget().text() for n in range(form.doubles.lines.count())]


def test_a_new_patient_with_a_number_that_is_taken_is_asked_about_first(qtbot, form, patient):
    form.number.setText(f" {patient.record_number.lower()} ")
    with qtbot.assertNotEmitted(form.saved):
        form.submit()
    assert not form.doubles.isHidden()
    assert any("Daniel Whitcombe" in text and "same record number" in text for text in texts(form))
    assert "Daniel Whitcombe" in form.number_field.sentence
    with qtbot.waitSignal(form.saved):
        form.submit()


def test_another_number_ends_the_question(qtbot, ctx, form, patient):
    form.name.setText("Ines Duarte")
    form.birth.set_day(date(1972, 2, 2))
    form.number.setText(patient.record_number)
    form.submit()
    form.number.clear()
    qtbot.keyClicks(form.number, f"{patient.record_number}-new")
    assert form.number_field.sentence == ""
    with qtbot.waitSignal(form.saved) as saved:
        form.submit()
    assert ctx.store.patient(saved.args[0]).record_number == f"{patient.record_number}-new"


def test_another_number_that_is_taken_is_asked_about_again(qtbot, ctx, form, patient):
    other = replace(patient, id=ctx.new_id("patient"), name="Rosa Marin", record_number=f"{patient.record_number}b")
    ctx.store.save_patient(replace(other, birth_date=date(1950, 1, 1)))
    form.number.setText(patient.record_number)
    form.submit()
    form.number.setText(other.record_number)
    with qtbot.assertNotEmitted(form.saved):
        form.submit()
    assert "Rosa Marin" in form.number_field.sentence


@pytest.fixture
def overview(qtbot, ctx, patient):
    other = Patient(id=ctx.new_id("patient"), name="Rosa Marin", record_number=f"{patient.record_number}b")
    ctx.store.save_patient(other)
    session = PatientSession(ctx)
    section = IdentitySection(ctx, session)
    qtbot.addWidget(section)
    session.changed.connect(lambda _old, new: new is None or section.show_patient(new))
    session.open(patient)
    yield section
    session.close()


def test_the_overview_says_whose_number_was_typed_and_keeps_it(qtbot, ctx, overview, patient):
    assert overview.number_field.sentence == ""
    qtbot.keyClicks(overview.number, "b")
    assert "Rosa Marin" in overview.number_field.sentence
    assert overview.number.text() == f"{patient.record_number}b"
    qtbot.keyClicks(overview.number, "c")
    assert overview.number_field.sentence == ""


def test_taking_the_number_back_takes_the_sentence_back(qtbot, overview):
    qtbot.keyClicks(overview.number, "b")
    overview._session.undo()
    assert overview.number_field.sentence == ""
