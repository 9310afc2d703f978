"""What stands in the way of printing: a sentence and its remedy for each, and the reason to print all the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.findings import Finding, Severity
from painplanner.core.plan import Plan
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.session import PlanSession


class Concerns(QWidget):
    """Hidden while nothing stands in the way; `is_staff` offers no remedy and takes no reason."""

    changed = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext, *, is_staff: bool = False) -> None:
        """Start with nothing."""
        super().__init__()
        self._session, self._ctx, self._is_staff = session, ctx, is_staff
        self._findings: tuple[Finding, ...] = ()
        self.notices: tuple[Notice, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.reason = line_edit(placeholder=_("such as: talked through with Dr Okafor"), limit=300)
        self._field = Field(_("Reason to print anyway"), self.reason)
        self.reason.textEdited.connect(lambda _text: self._field.show_problem(""))
        self.staff_words = label(_("A clinician has to look at this before new papers are printed."), wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(label(_("Before printing"), "strong"))
        lines.addLayout(self._lines)
        lines.addWidget(self.staff_words if is_staff else self._field)
        self.hide()

    @property
    def is_any(self) -> bool:
        """Tell whether something stands in the way."""
        return bool(self._findings)

    @property
    def is_final(self) -> bool:
        """Tell whether no reason helps here."""
        return self._is_staff and self.is_any

    def show_findings(self, findings: Iterable[Finding], plan: Plan) -> None:
        """Show those that stop printing."""
        stops = tuple(each for each in findings if each.severity is Severity.STOP)
        self.setVisible(bool(stops))
        if stops == self._findings:
            return
        self._findings = stops
        empty(self._lines)
        self.notices = tuple(self._notice(finding, plan) for finding in stops)
        for notice in self.notices:
            self._lines.addWidget(notice)
        self.changed.emit()

    def _notice(self, finding: Finding, plan: Plan) -> Notice:
        from painplanner.services.words import finding_sentence

        practice = self._ctx.practice
        sentence = finding_sentence(finding, plan, practice.crisis_line, practice.language)
        if self._is_staff:
            return Notice(sentence, "stop")
        return Notice(sentence, "stop", self._action_words(finding), lambda: self._act(finding), is_stacked=True)

    def _action_words(self, finding: Finding) -> str:
        from painplanner.services.words import remedy_words

        if finding.remedy and remedy_words(finding):
            return remedy_words(finding)
        if finding.subject_kind == "patient":
            return _("Open the patient")
        return _("Show it in the plan") if finding.subject else ""

    def _act(self, finding: Finding) -> None:
        """Mend it with its remedy, or go to where it can be mended."""
        from painplanner.core.review.remedies import apply_remedy
        from painplanner.services.words import remedy_words

        ctx = self._ctx
        if finding.remedy:
            label_ = remedy_words(finding) or _("Mend the plan")
            self._session.apply(label_, lambda plan: apply_remedy(plan, finding, ctx.new_id, ctx.today()) or plan)
        elif finding.subject_kind == "patient":
            ctx.go("patient", self._session.plan.patient)
        else:
            self._session.select(finding.subject)

    def forget_reason(self) -> None:
        """Ask for the reason anew."""
        self.reason.clear()
        self._field.show_problem("")

    def given_reason(self) -> str | None:
        """Return the reason, empty when none is needed; `None` after asking for the one that is missing."""
        if not self.is_any:
            return ""
        text = self.reason.text().strip()
        if self.is_final or text:
            return None if self.is_final else text
        self._field.show_problem(_("Say why it is printed all the same; the reason is kept with the revision."))
        self.reason.setFocus()
        return None
