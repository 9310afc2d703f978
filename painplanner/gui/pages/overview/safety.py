"""The safety questions, each yes, no or not asked, and the red-flag line with what was done about a yes."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Patient, RedFlagAnswer, RedFlags
from painplanner.core.values import Answer, replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.terms import code_name
from painplanner.gui.widgets.cards import Notice, Section
from painplanner.gui.widgets.fields import DateField, Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _, pgettext


def answers() -> tuple[tuple[str, str], ...]:
    """Return the three answers with their words."""
    return ((Answer.NOT_ASKED.value, _("Not asked")), (Answer.NO.value, _("No")), (Answer.YES.value, _("Yes")))


def questions() -> tuple[tuple[str, str], ...]:
    """Return the safety questions by their field."""
    return (
        ("blood_thinner", _("Takes a blood thinner")),
        ("pregnancy", _("Is or may be pregnant")),
        ("kidney_disease", _("Kidney disease")),
        ("osteoporosis", _("Osteoporosis")),
        ("implanted_device", _("Implanted device")),
        ("fall_risk", _("Risk of falls")),
    )


class SafetySection(Section):
    """Six questions; not asked never counts as no."""

    def __init__(self, session: PatientSession) -> None:
        """Lay out a row for each question."""
        super().__init__(_("Safety questions"))
        self._session = session
        self._left = label("", "consider", wrap=True)
        self.rows: dict[str, Segmented] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, (field, words) in enumerate(questions()):
            grid.addWidget(label(words, wrap=True), place, 0)
            row = Segmented(answers(), name=words)
            row.chosen.connect(lambda key, at=field: self._on_answered(at, key))
            grid.addWidget(row, place, 1, Qt.AlignmentFlag.AlignRight)
            self.rows[field] = row
        grid.setColumnStretch(0, 1)
        self.lines.addLayout(grid)
        self.lines.addWidget(self._left)

    def _on_answered(self, field: str, key: str) -> None:
        self._session.apply(
            _("Answer a safety question"), lambda p: replace(p, safety=replace(p.safety, **{field: Answer(key)}))
        )

    def show_patient(self, patient: Patient) -> None:
        """Show the answers and how many are still to be asked."""
        for field, row in self.rows.items():
            row.set_key(getattr(patient.safety, field).value)
        open_ones = sum(getattr(patient.safety, field) is Answer.NOT_ASKED for field in self.rows)
        self._left.setText(_("{n} not asked yet. Not asked never counts as no.").format(n=open_ones))
        self._left.setVisible(open_ones > 0)


class RedFlagSection(Section):
    """One line for all red flags, each flag when it is yes, and the dated action."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out the line; the single flags come when the answer is yes."""
        super().__init__(
            _("Red flags"), _("Ask all of them; then answer once. A yes waits for what was done, with its date.")
        )
        self._ctx, self._session = ctx, session
        self.overall = Segmented(
            (
                (Answer.NOT_ASKED.value, _("Not asked")),
                (Answer.NO.value, pgettext("red flags", "None")),
                (Answer.YES.value, _("Yes")),
            ),
            name=_("Red flags"),
        )
        self.overall.chosen.connect(self._on_overall)
        self._asked = label("", "minor")
        row = QHBoxLayout()
        row.addWidget(self.overall)
        row.addWidget(self._asked)
        row.addStretch(1)
        self.lines.addLayout(row)
        self._yes = QWidget()
        self._yes_lines = QVBoxLayout(self._yes)
        self._yes_lines.setContentsMargins(0, 0, 0, 0)
        self._yes_lines.setSpacing(6)
        self.flags: dict[str, Segmented] = {}
        self.action = line_edit(placeholder=_("such as: sent to the emergency room, seen the same day"), limit=1000)
        self.action.textEdited.connect(self._on_action)
        self.action_on = DateField(_("On"), None, ctx.today)
        self.action_on.changed.connect(self._on_action_day)
        done = QHBoxLayout()
        done.setSpacing(12)
        done.addWidget(Field(_("What was done"), self.action), 3, Qt.AlignmentFlag.AlignTop)
        done.addWidget(self.action_on, 2, Qt.AlignmentFlag.AlignTop)
        self._yes_lines.addLayout(done)
        self.lines.addWidget(self._yes)
        self.open_notice = Notice(
            _("A red flag without an action shows on the plan, on Today and in the print panel."), "stop"
        )
        self.lines.addWidget(self.open_notice)

    def _change(self, label_: str, merge_key: str = "", **changes: Any) -> None:
        self._session.apply(label_, lambda p: replace(p, red_flags=replace(p.red_flags, **changes)), merge_key)

    def _on_overall(self, key: str) -> None:
        answer = Answer(key)
        changes: dict[str, Any] = {
            "overall": answer,
            "asked_on": self._ctx.today() if answer is not Answer.NOT_ASKED else None,
        }
        if answer is not Answer.YES:
            changes["answers"] = ()
        self._change(_("Answer the red flags"), **changes)

    def _on_flag(self, flag: str, key: str) -> None:
        others = tuple(a for a in self._session.patient.red_flags.answers if a.flag != flag)
        mine = () if Answer(key) is Answer.NOT_ASKED else (RedFlagAnswer(flag=flag, answer=Answer(key)),)
        self._change(_("Answer a red flag"), answers=(*others, *mine))

    def _on_action(self, text: str) -> None:
        day: date | None = self._session.patient.red_flags.action_on
        if text.strip() and day is None:
            day = self._ctx.today()
        self._change(_("Note what was done"), "red-flag-action", action=text, action_on=day)

    def _on_action_day(self) -> None:
        self._change(_("Date what was done"), "red-flag-day", action_on=self.action_on.day())

    def show_patient(self, patient: Patient) -> None:
        """Show the line."""
        flags: RedFlags = patient.red_flags
        self.overall.set_key(flags.state.value)
        asked = _("asked {day}").format(day=day_words(flags.asked_on)) if flags.asked_on else ""
        self._asked.setText(asked)
        self._yes.setVisible(flags.state is Answer.YES)
        if flags.state is Answer.YES:
            self._make_flags()
        given = {answer.flag: answer.answer.value for answer in flags.answers}
        for flag, row in self.flags.items():
            row.set_key(given.get(flag, Answer.NOT_ASKED.value))
        if self.action.text() != flags.action:
            self.action.setText(flags.action)
        if self.action_on.day() != flags.action_on:
            self.action_on.set_day(flags.action_on)
        self.open_notice.setVisible(flags.is_open)

    def _make_flags(self) -> None:
        if self.flags:
            return
        from painplanner.core.codes import RED_FLAGS

        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for place, flag in enumerate(RED_FLAGS):
            flag_id = flag if isinstance(flag, str) else flag.id
            words = code_name(flag_id)
            row = Segmented(answers(), name=words)
            row.chosen.connect(lambda key, at=flag_id: self._on_flag(at, key))
            grid.addWidget(label(words, wrap=True), place, 0)
            grid.addWidget(row, place, 1, Qt.AlignmentFlag.AlignRight)
            self.flags[flag_id] = row
        grid.setColumnStretch(0, 1)
        self._yes_lines.insertLayout(0, grid)
