"""The answer about allergies never contradicts the list below it."""

from __future__ import annotations

import pytest

from painplanner.core.patient import Coded
from painplanner.core.values import Answer
from painplanner.gui.pages.overview.lists import TermsSection
from painplanner.gui.patient_session import PatientSession


@pytest.fixture
def terms(qtbot, ctx, patient):
    session = PatientSession(ctx)
    section = TermsSection(session)
    qtbot.addWidget(section)
    session.changed.connect(lambda _old, new: new is None or section.show_patient(new))
    session.open(patient)
    section.allergies.changed.emit((Coded(code="allergy.naproxen"),))
    yield section
    session.close()


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_ASKED])
def test_none_known_is_refused_in_words_while_allergies_are_listed(terms, answer):
    terms.answer.segment(answer.value).click()
    patient = terms._session.patient
    assert patient.allergies_answer is Answer.YES
    assert patient.allergies == (Coded(code="allergy.naproxen"),)
    assert terms.answer.key() == Answer.YES.value
    assert "Remove" in terms.contradiction.text()
    assert not terms.contradiction.isHidden()


def test_once_they_are_removed_none_known_is_taken(terms):
    terms.answer.segment(Answer.NO.value).click()
    terms.allergies.changed.emit(())
    assert terms.contradiction.isHidden()
    terms.answer.segment(Answer.NO.value).click()
    assert terms._session.patient.allergies_answer is Answer.NO
    assert terms.contradiction.isHidden()


def test_yes_takes_the_sentence_back(terms):
    terms.answer.segment(Answer.NO.value).click()
    terms.answer.segment(Answer.YES.value).click()
    assert terms.contradiction.isHidden()
