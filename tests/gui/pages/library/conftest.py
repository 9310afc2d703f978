"""A library page in the light of a patient session, over the shared practice."""

from __future__ import annotations

import pytest

from painplanner.gui.context import AppContext
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.patient_session import PatientSession


@pytest.fixture
def patients(ctx: AppContext) -> PatientSession:
    """Return a session with nobody in it."""
    return PatientSession(ctx)


@pytest.fixture
def page(qtbot, ctx: AppContext, patients: PatientSession) -> LibraryPage:
    """Return the page as it comes to the front."""
    made = LibraryPage(ctx, patients)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.refresh()
    made.take_focus()
    return made
