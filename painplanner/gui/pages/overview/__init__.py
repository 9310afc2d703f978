"""Everything about the person that a plan stands on, in sections, beside the plans they have."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.pages.overview.identity import IdentitySection
from painplanner.gui.pages.overview.lists import ConstraintsSection, GoalsSection, TermsSection
from painplanner.gui.pages.overview.plans import PlansSection
from painplanner.gui.pages.overview.safety import RedFlagSection, SafetySection
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.cards import Column


class OverviewPage(QWidget):
    """Two columns where there is room: plans, goals and safety; person, terms and limits."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Build the sections; each shows the session's patient and proposes edits to it."""
        super().__init__()
        self._session = session
        self.plans = PlansSection(ctx, session)
        self.goals = GoalsSection(session)
        self.red_flags = RedFlagSection(ctx, session)
        self.safety = SafetySection(session)
        self.identity = IdentitySection(ctx, session)
        self.terms = TermsSection(session)
        self.constraints = ConstraintsSection(session)
        column = Column(width=1240)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        for parts in (
            (self.plans, self.red_flags, self.safety),
            (self.goals, self.terms, self.constraints, self.identity),
        ):
            side = QVBoxLayout()
            side.setSpacing(12)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
            self._row.addLayout(side, 1)
        column.lines.addLayout(self._row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self._on_changed(None, session.patient)

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """Return the sections that show the patient."""
        return (self.goals, self.red_flags, self.safety, self.identity, self.terms, self.constraints)

    def take_focus(self) -> None:
        """Put the keys where a visit goes on: the newest plan, or the button of a new one."""
        self.plans.take_focus()

    def _on_changed(self, old: Patient | None, new: Patient | None) -> None:
        if new is None:
            return
        for section in self.sections:
            section.show_patient(new)  # type: ignore[attr-defined]
        if old is None or old.id != new.id:
            self.plans.refresh()
