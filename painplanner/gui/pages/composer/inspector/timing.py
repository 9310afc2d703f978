"""Rows for when: the begin of a step, the day of a checkpoint, the end of a trial.

A kind without its number or date yet changes nothing in the plan: no date is ever made up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.plan import AfterStep, Anchor, EveryWeeks, Lasts, OnDate, TrialEnd, When
from painplanner.core.values import Impossible
from painplanner.gui.form.options import Options
from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Part, S, Subject
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.widgets.fields import DateField, Field, choice
from painplanner.gui.widgets.number_field import NumberField
from painplanner.text import _

Today = Callable[[], date]


class _KindRow(Row[S, Any]):
    """A closed list of kinds and, below it, the fields of the kind that is chosen."""

    is_read = True

    def __init__(self, subject: Subject[S], part: Part[S, Any], name: str, kinds: Options, today: Today) -> None:
        self.kind = choice(kinds, name=name)
        self.date = DateField(_("{name}: date").format(name=name), None, today, ahead=True)
        self.number = NumberField(_("{name}: how many").format(name=name))
        self.step = choice((), name=_("{name}: which step").format(name=name))
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.kind)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.date.without_name(), 1)
        line.addWidget(self.number.without_name(), 2, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.step, 3, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(line)
        super().__init__(subject, part, Field(name, box))
        self.kind.activated.connect(lambda _at: self._on_kind())
        self.date.changed.connect(self._on_edited)
        self.number.entered.connect(lambda _n: self._on_edited())
        self.date.refused.connect(self.take_back)
        self.number.refused.connect(self.take_back)
        self.step.activated.connect(lambda _at: self._on_edited())

    def _key(self) -> str:
        return str(self.kind.currentData() or "")

    def _choose(self, key: str) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(key)))
        self._show_fields(key)

    def _show_fields(self, key: str) -> None:
        raise NotImplementedError

    def _value(self, key: str) -> Any:
        """Return what the fields say for a kind, nothing while they say too little."""
        raise NotImplementedError

    def _on_kind(self) -> None:
        key = self._key()
        self._show_fields(key)
        if not self._propose(waits=bool(key)):
            self.editor().setFocus()

    def _on_edited(self) -> None:
        if self.date.is_readable() and not self.number.problem():
            self._propose(waits=False)

    def _propose(self, *, waits: bool) -> bool:
        """Propose what the fields say; with `waits`, not while they say too little."""
        try:
            value = self._value(self._key())
        except Impossible as refusal:
            self.refuse(impossible_sentence(refusal))
            return True
        if value is None and waits:
            return False
        self.enter(value)
        return True

    def _day(self) -> OnDate | None:
        day = self.date.day()
        return OnDate(on=day) if day is not None else None

    def _put_day(self, day: date | None) -> None:
        self.date.line.clear()
        self.date.set_day(day)

    def editor(self) -> QWidget:
        """Return the field of the kind that is chosen."""
        key = self._key()
        return self.kind if not key else self.date.line if key == "on" else self.number.line

    def unread(self) -> str:
        """Return why the text of the kind that is chosen is not understood."""
        key = self._key()
        if key == "on":
            return "" if self.date.is_readable() else self.date.sentence or " "
        return self.number.problem() if key else ""

    def typed(self) -> str:
        """Return what stands in the field that is shown."""
        return self.date.line.text() if self._key() == "on" else self.number.line.text()

    def put_typed(self, text: str) -> None:
        """Show what stood in the field."""
        (self.date.line if self._key() == "on" else self.number.line).setText(text)


class WhenRow(_KindRow[S]):
    """A fixed date, days after the start or end of a step, and for a checkpoint every so many weeks."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, When | None],
        name: str,
        today: Today,
        *,
        none: str,
        repeats: bool = False,
    ) -> None:
        """Offer the kinds; `none` names the choice of no timing."""
        kinds = (
            ("", none),
            ("on", _("On a date")),
            ("end", _("After a step ends")),
            ("start", _("After a step starts")),
            *((("every", _("Every so many weeks")),) if repeats else ()),
        )
        super().__init__(subject, part, name, kinds, today)
        self._steps: Options = ()
        self._default = ""

    def set_steps(self, steps: Options, default: str) -> None:
        """Offer these steps to count from; `default` is the likely one."""
        self._default = default
        if steps == self._steps:
            return
        key, self._steps = self.step.currentData(), steps
        self.step.clear()
        for one, words in steps:
            self.step.addItem(words, one)
        self.step.setCurrentIndex(self.step.findData(key))
        self._restore_step()

    def _restore_step(self) -> None:
        value = self._shown
        if isinstance(value, AfterStep):
            self.step.setCurrentIndex(self.step.findData(value.step))

    def put(self, value: When | None) -> None:
        """Show a timing."""
        key = {OnDate: "on", EveryWeeks: "every"}.get(type(value), "")  # type: ignore[arg-type]
        if isinstance(value, AfterStep):
            key = value.anchor.value
            self.number.set_number(value.days)
        self._put_day(value.on if isinstance(value, OnDate) else None)
        if isinstance(value, EveryWeeks):
            self.number.set_number(value.weeks)
        elif value is None:
            self.number.set_number(None)
        self._choose(key)
        self._restore_step()

    def _on_kind(self) -> None:
        self._change_unit()
        if self._key() in {"start", "end"} and not self.number.line.text():
            self.number.set_number(0)
        super()._on_kind()
        if self._key() in {"start", "end"} and not self._steps:
            self.field.show_problem(_("There is no other step to count from yet."))

    def _change_unit(self) -> None:
        """Say days as weeks and weeks as days; what is no whole number of weeks is asked for anew."""
        key, number = self._key(), self.number.number()
        if number is None:
            return
        if key == "every" and isinstance(self._shown, AfterStep):
            weeks, rest = divmod(int(number), 7)
            self.number.set_number(weeks if weeks and not rest else None)
        elif key in {"start", "end"} and isinstance(self._shown, EveryWeeks):
            self.number.set_number(int(number) * 7)

    def _show_fields(self, key: str) -> None:
        self.date.setVisible(key == "on")
        self.number.setVisible(key in {"start", "end", "every"})
        self.step.setVisible(key in {"start", "end"})
        self.number.line.set_unit(_("weeks") if key == "every" else _("days"))
        if key in {"start", "end"} and self.step.currentIndex() < 0:
            self.step.setCurrentIndex(self.step.findData(self._default))

    def _value(self, key: str) -> When | None:
        number = self.number.number()
        if key == "on":
            return self._day()
        if key == "every":
            return EveryWeeks(weeks=int(number)) if number is not None else None
        step = str(self.step.currentData() or "")
        if key in {"start", "end"} and step:
            return AfterStep(step=step, anchor=Anchor(key), days=int(number or 0))
        return None


class TrialRow(_KindRow[S]):
    """The end of a trial: a date, or so many days or weeks with the first day counted."""

    def __init__(self, subject: Subject[S], part: Part[S, TrialEnd | None], name: str, today: Today) -> None:
        """Offer the kinds."""
        kinds = (
            ("", _("Not set")),
            ("weeks", _("After weeks")),
            ("days", _("After days")),
            ("on", _("On a date")),
        )
        super().__init__(subject, part, name, kinds, today)

    def put(self, value: TrialEnd | None) -> None:
        """Show an end; days that are whole weeks are shown as weeks."""
        self._put_day(value.on if isinstance(value, OnDate) else None)
        if isinstance(value, Lasts):
            weeks, rest = divmod(value.days, 7)
            self.number.set_number(value.days if rest else weeks)
            self._choose("days" if rest else "weeks")
        else:
            self.number.set_number(None)
            self._choose("on" if isinstance(value, OnDate) else "")

    def _show_fields(self, key: str) -> None:
        self.date.setVisible(key == "on")
        self.number.setVisible(key in {"days", "weeks"})
        self.step.hide()
        self.number.line.set_unit(_("weeks") if key == "weeks" else _("days"))

    def _on_kind(self) -> None:
        lasts = self._shown
        if isinstance(lasts, Lasts) and self._key() in {"days", "weeks"}:
            self.number.set_number(lasts.days if self._key() == "days" else -(-lasts.days // 7))
        super()._on_kind()

    def _value(self, key: str) -> TrialEnd | None:
        number = self.number.number()
        if key == "on":
            return self._day()
        if key in {"days", "weeks"} and number is not None:
            return Lasts(days=int(number) * (7 if key == "weeks" else 1))
        return None
