"""What the person wants to do again, what they have and take, and what limits a plan in real life."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Constraint, ConstraintKind, Patient, Term
from painplanner.core.values import Answer, replace
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.terms import TermsEditor
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.fields import Field, choice, line_edit
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _


class GoalsSection(Section):
    """The top three functional goals in the person's words."""

    def __init__(self, session: PatientSession) -> None:
        """Lay out three lines."""
        super().__init__(_("What they want to do again"), _("In the patient's own words, the most important first."))
        self._session = session
        self.goals = tuple(line_edit(name=_("Goal {n}").format(n=n), limit=1000) for n in (1, 2, 3))
        self.goals[0].setPlaceholderText(_("such as: sit through a meeting"))
        for n, goal in enumerate(self.goals, 1):
            row = QHBoxLayout()
            row.addWidget(label(str(n), "muted"))
            row.addWidget(goal, 1)
            self.lines.addLayout(row)
            goal.textEdited.connect(lambda _text, at=n: self._on_edited(at))

    def _on_edited(self, n: int) -> None:
        texts = [goal.text() for goal in self.goals]
        while texts and not texts[-1]:
            texts.pop()
        self._session.apply(_("Change goal"), lambda p: replace(p, goals=tuple(texts)), f"goal-{n}")

    def show_patient(self, patient: Patient) -> None:
        """Show the goals."""
        for n, goal in enumerate(self.goals):
            text = patient.goals[n] if n < len(patient.goals) else ""
            if goal.text() != text:
                goal.setText(text)


class TermsSection(Section):
    """Allergies with their three-valued answer, conditions, medicines."""

    def __init__(self, session: PatientSession) -> None:
        """Lay out the three lists."""
        super().__init__(
            _("Allergies, conditions, medicines"),
            _("Taken from the list, they are checked against the plan; free words are not."),
        )
        self._session = session
        self.answer = Segmented(
            (
                (Answer.NOT_ASKED.value, _("Not asked")),
                (Answer.NO.value, _("None known")),
                (Answer.YES.value, _("Yes")),
            ),
            name=_("Allergies"),
        )
        self.answer.chosen.connect(self._on_answer)
        self.contradiction = label("", "problem", wrap=True)
        self.contradiction.hide()
        self.allergies = TermsEditor("allergy", _("Allergies"), _("such as naproxen"))
        self.conditions = TermsEditor("condition", _("Conditions"), _("such as diabetes"))
        self.medicines = TermsEditor("medicine", _("Medicines"), _("such as ibuprofen"))
        self.allergies.changed.connect(self._on_allergies)
        self.conditions.changed.connect(lambda terms: self._set("conditions", _("Change conditions"), terms))
        self.medicines.changed.connect(lambda terms: self._set("medicines", _("Change medicines"), terms))
        head = QHBoxLayout()
        head.addWidget(label(_("Allergies"), "minor"))
        head.addStretch(1)
        head.addWidget(self.answer)
        self.lines.addLayout(head)
        self.lines.addWidget(self.contradiction)
        self.lines.addWidget(self.allergies)
        self.lines.addWidget(Field(_("Conditions"), self.conditions))
        self.lines.addWidget(Field(_("Medicines taken now"), self.medicines))

    def _set(self, field: str, label_: str, terms: tuple[Term, ...]) -> None:
        self._session.apply(label_, lambda p: replace(p, **{field: terms}))

    def _on_allergies(self, terms: tuple[Term, ...]) -> None:
        self._session.apply(
            _("Change allergies"),
            lambda p: replace(p, allergies=terms, allergies_answer=Answer.YES if terms else p.allergies_answer),
        )

    def _on_answer(self, key: str) -> None:
        contradicts = bool(self._session.patient.allergies) and key != Answer.YES.value
        if contradicts:
            key = Answer.YES.value
            self.answer.set_key(key)
        self._session.apply(_("Answer the allergies"), lambda p: replace(p, allergies_answer=Answer(key)))
        self._say_contradiction(_("Remove the allergies below first; until then the answer stays Yes.") * contradicts)

    def _say_contradiction(self, sentence: str) -> None:
        self.contradiction.setText(sentence)
        self.contradiction.setVisible(bool(sentence))
        self.answer.setAccessibleDescription(sentence)

    def show_patient(self, patient: Patient) -> None:
        """Show the lists."""
        self.answer.set_key(patient.allergies_answer.value)
        self._say_contradiction("")
        self.allergies.set_terms(patient.allergies)
        self.conditions.set_terms(patient.conditions)
        self.medicines.set_terms(patient.medicines)


def constraint_kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds of limit with their words."""
    words = {
        ConstraintKind.WORK: _("Work"),
        ConstraintKind.COVERAGE: _("Coverage"),
        ConstraintKind.CARE: _("Caring for others"),
        ConstraintKind.TRAVEL: _("Travel"),
        ConstraintKind.COST: _("Cost"),
        ConstraintKind.OTHER: _("Other"),
    }
    return tuple((kind.value, word) for kind, word in words.items())


class ConstraintsSection(Section):
    """Honest limits: coverage, work pattern, care, travel, cost."""

    def __init__(self, session: PatientSession) -> None:
        """Lay out the adder; the rows follow the patient."""
        super().__init__(_("What limits the plan"))
        self._session = session
        self.kind = choice(constraint_kinds(), name=_("Kind of limit"))
        self.line = line_edit(name=_("Limit"), placeholder=_("such as: heavy weeks 2 and 4"), limit=1000)
        self.line.returnPressed.connect(self._on_add)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.line, 1)
        row.addWidget(button(_("Add"), self._on_add, name=_("Add limit")))
        self._rows = QWidget()
        self._row_lines = QVBoxLayout(self._rows)
        self._row_lines.setContentsMargins(0, 0, 0, 0)
        self._row_lines.setSpacing(2)
        self.lines.addWidget(self._rows)
        self.lines.addLayout(row)
        self._shown: tuple[Constraint, ...] | None = None

    def _on_add(self) -> None:
        text = self.line.text().strip()
        if not text:
            return
        kind = ConstraintKind(str(self.kind.currentData()))
        self.line.clear()
        self._session.apply(
            _("Add a limit"), lambda p: replace(p, constraints=(*p.constraints, Constraint(kind=kind, text=text)))
        )

    def _remove(self, place: int) -> None:
        self._session.apply(
            _("Remove a limit"),
            lambda p: replace(p, constraints=tuple(c for i, c in enumerate(p.constraints) if i != place)),
        )

    def show_patient(self, patient: Patient) -> None:
        """Show the limits."""
        if patient.constraints == self._shown:
            return
        self._shown = patient.constraints
        empty(self._row_lines)
        kinds = dict(constraint_kinds())
        for place, constraint in enumerate(patient.constraints):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(kinds[constraint.kind.value], "muted"))
            row.addWidget(ElidedLabel(constraint.text), 1)
            row.addStretch(1)
            remove = _("Remove {name}").format(name=constraint.text)
            row.addWidget(icon_button("close", remove, lambda at=place: self._remove(at)))
            self._row_lines.addWidget(line)
        self._rows.setVisible(bool(patient.constraints))
