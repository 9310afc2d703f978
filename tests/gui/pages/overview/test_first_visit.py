"""Someone who has no plan yet gets the checklist for a first visit from the overview; later the plan prints it."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.gui.pages.overview.plans import PlansSection
from painplanner.gui.patient_session import PatientSession
from painplanner.services.plans import save_draft


@pytest.fixture
def section(qtbot, ctx, patient):
    session = PatientSession(ctx)
    session.open(patient)
    made = PlansSection(ctx, session)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def test_it_is_saved_under_the_record_number_and_kept_nowhere(qtbot, section, ctx, patient, tmp_path) -> None:
    assert section.first_visit.isVisible()
    section.first_visit.save_pdf()
    qtbot.waitUntil(lambda: section.findChild(QFileDialog) is not None, timeout=20_000)
    dialog = section.findChild(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field.text() == f"{patient.record_number} {ctx.today().isoformat()} first visit checklist.pdf"
    place = tmp_path / "visit.pdf"
    field.setText(str(place))
    dialog.accept()
    words = pypdfium2.PdfDocument(place)[0].get_textpage().get_text_range()
    assert "Your first visit" in words
    assert patient.name in words
    assert "revision" not in words
    assert ctx.store.papers_of(patient.id) == ()


def test_with_a_plan_it_is_one_of_the_papers_of_the_plan(section, ctx, new_plan) -> None:
    save_draft(ctx.store, new_plan, ctx.today())
    section.refresh()
    assert not section.first_visit.isVisible()
