"""The patient who is open: a session whose value is the patient, saved shortly after each edit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.session import Session


class PatientSession(Session[Patient]):
    """Holds the open patient and tells the other pages when it was saved."""

    def __init__(self, ctx: AppContext, parent: QObject | None = None) -> None:
        """Hold nobody yet."""
        super().__init__(self._save_patient, ctx.now, parent)
        self._ctx = ctx

    @property
    def patient(self) -> Patient:
        """Return the open patient."""
        return self.value

    def _save_patient(self, patient: Patient) -> None:
        self._ctx.store.save_patient(patient)
        self._ctx.news.patient_changed.emit(patient.id)
