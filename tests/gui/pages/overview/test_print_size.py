"""How a patient reads: large type, and in large type all words bold, remembered with the patient."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.pages.overview.identity import IdentitySection
from painplanner.gui.patient_session import PatientSession


@pytest.fixture
def section(qtbot, ctx: AppContext, patient: Patient) -> Iterator[IdentitySection]:
    session = PatientSession(ctx)
    made = IdentitySection(ctx, session)
    qtbot.addWidget(made)
    session.changed.connect(lambda _old, new: new is None or made.show_patient(new))
    session.open(patient)
    yield made
    session.close()


def test_bold_words_are_chosen_for_large_type_only(section: IdentitySection) -> None:
    assert not section.bold.isEnabled()
    section.large.click()
    section.bold.click()
    patient = section._session.patient
    assert (patient.large_print, patient.bold_print) == (True, True)
    section.large.click()
    assert not section.bold.isEnabled()
    assert section.bold.isChecked(), "what was chosen is remembered"
