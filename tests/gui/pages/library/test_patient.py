"""The library in the light of the open patient: what does not fit is greyed out and says why."""

from __future__ import annotations

from PySide6.QtCore import Qt

from painplanner.core.patient import Patient
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.patient_session import PatientSession


def test_without_a_patient_nothing_is_greyed_out(page: LibraryPage) -> None:
    assert not page.pane.filters.switches["fits_patient"].isVisible()
    assert page.finding.row("medicine.ibuprofen").why == ""


def test_the_reason_stands_in_the_row_and_in_the_detail(
    page: LibraryPage, patients: PatientSession, patient: Patient
) -> None:
    patients.open(patient)
    page.refresh()
    row = page.finding.row("medicine.ibuprofen")
    assert "naproxen" in row.why
    assert row.why in row.spoken
    page.show_thing("medicine.ibuprofen")
    assert page.detail.seen.misfit == f"Does not fit Daniel Whitcombe. {row.why}"
    assert row.why_ink == "stop"
    assert page.detail.seen.is_against
    patients.close()


def test_fits_the_patient_is_a_filter_that_names_them(
    page: LibraryPage, patients: PatientSession, patient: Patient
) -> None:
    patients.open(patient)
    page.refresh()
    fits = page.pane.filters.switches["fits_patient"]
    assert fits.text() == "Fits Daniel Whitcombe"
    fits.click()
    page.pane.show_rest()
    assert "medicine.ibuprofen" not in page.pane.found.ids
    assert all(page.finding.fitness(one).fits for one in page.pane.found.ids)
    patients.close()


def test_an_unasked_question_is_said_and_not_taken_as_fit(
    qtbot, page: LibraryPage, patients: PatientSession, patient: Patient
) -> None:
    patients.open(patient)
    page.refresh()
    row = page.finding.row("medicine.gabapentin")
    assert row.why.startswith("Not asked yet")
    assert row.why_ink == "consider"
    page.show_thing("medicine.gabapentin")
    assert page.detail.seen.misfit == f"Not known yet whether it fits Daniel Whitcombe. {row.why}"
    page.pane.filters.switches["fits_patient"].click()
    assert "safety question" in page.pane.remark.text()
    assert page.pane.remark.isVisible()
    patients.close()


def test_when_the_patient_leaves_the_filter_goes(
    qtbot, page: LibraryPage, patients: PatientSession, patient: Patient
) -> None:
    patients.open(patient)
    page.refresh()
    page.pane.filters.switches["fits_patient"].click()
    patients.close()
    page.refresh()
    assert not page.pane.filters.is_on
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    assert page.pane.current_id()
