"""The tab that holds the composer of the open plan, and the ways to begin one when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.cards import EmptyState
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from painplanner.gui.pages.composer import ComposerPage
    from painplanner.gui.session import PlanSession


class PlanTab(QStackedWidget):
    """Shows the composer once a plan is open; both are imported with the first plan."""

    undo_changed = Signal()

    def __init__(self, ctx: AppContext, patient: PatientSession) -> None:
        """Start without a plan."""
        super().__init__()
        self._ctx, self._patient = ctx, patient
        self._session: PlanSession | None = None
        self._composer: ComposerPage | None = None
        self._none = EmptyState(
            "clipboard",
            _("No plan is open"),
            _("Begin a new plan here, or choose one on the Overview."),
            _("New plan"),
            lambda: ctx.go("new-plan", patient.patient.id),
        )
        self.addWidget(self._none)
        self.banner = QWidget()
        """What stands in the patient's banner while a plan is shown."""
        self._banner_row = QHBoxLayout(self.banner)
        self._banner_row.setContentsMargins(0, 0, 0, 0)
        self.banner.hide()
        self._is_shown = False

    @property
    def session(self) -> PlanSession:
        """Return the session of the plan, made with its composer on first use."""
        if self._session is None:
            from painplanner.gui.pages.composer import ComposerPage
            from painplanner.gui.session import PlanSession

            session = PlanSession(self._ctx, self)
            composer = ComposerPage(session, self._ctx)
            self.addWidget(composer)
            self._banner_row.addWidget(composer.banner)
            session.undo_stack.indexChanged.connect(self._on_edited)
            self._session, self._composer = session, composer
        return self._session

    def _on_edited(self, _place: int) -> None:
        self.undo_changed.emit()

    @property
    def composer(self) -> Any:
        """Return the composer, `None` before the first plan."""
        return self._composer

    @property
    def undo_stack(self) -> QUndoStack | None:
        """Return the undo stack of the plan, `None` before the first plan."""
        return self._session.undo_stack if self._session is not None else None

    def new_plan(self, patient_id: str) -> Plan:
        """Return an empty plan for a patient."""
        store = self._ctx.store
        return Plan(
            id=self._ctx.new_id("plan"), number=store.new_plan_number(), patient=patient_id, start=self._ctx.today()
        )

    def plan_from(self, template_id: str, patient_id: str) -> Plan:
        """Return a plan made from a template."""
        from painplanner.core.edits import plan_from_template

        library = self._ctx.library.value
        return plan_from_template(
            library.templates[template_id],
            library,
            self._ctx.new_id,
            patient=patient_id,
            today=self._ctx.today(),
            number=self._ctx.store.new_plan_number(),
            lang=self._ctx.practice.language,
        )

    def open(self, plan: Plan) -> bool:
        """Show a plan in the composer, unless the one before cannot be saved."""
        if not self.session.open(plan):
            return False
        if self._composer is not None:
            self.setCurrentWidget(self._composer)
        self.show_banner(on=self._is_shown)
        return True

    @property
    def has_plan(self) -> bool:
        """Tell whether a plan is open."""
        return self._composer is not None and self.currentWidget() is self._composer

    def take_focus(self) -> None:
        """Put the keys into the plan, or onto the way to begin one."""
        if self.has_plan and self._composer is not None:
            self._composer.take_focus()
        elif self._none.action is not None:
            self._none.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_banner(self, *, on: bool) -> None:
        """Follow whether this tab is the one that is seen."""
        self._is_shown = on
        self.banner.setVisible(on and self.has_plan)

    def open_newest(self, patient_id: str) -> None:
        """Show the plan of a patient that was worked on last, unless one is open or there is none."""
        if self.has_plan:
            return
        rows = self._ctx.store.plans_of(patient_id)
        if rows:
            self.open(self._ctx.store.load_plan(rows[0].id))

    def close(self) -> bool:
        """Save and show that no plan is open, unless it cannot be saved."""
        if self._session is not None and not self._session.close():
            return False
        self.setCurrentWidget(self._none)
        self.show_banner(on=self._is_shown)
        return True

    def show_part(self, plan_id: str, part: str) -> None:
        """Select a part of the plan and put the keys into its details, where this is the plan that is open."""
        if self.has_plan and self._composer is not None and self.session.plan.id == plan_id:
            self.session.select(part)
            self._composer.edit_selected()

    def call(self, key: str) -> None:
        """Hand a menu action, such as "print" or "add-step", to the composer."""
        if self.has_plan:
            action = getattr(self._composer, f"do_{key.replace('-', '_')}", None)
            if action is not None:
                action()
