"""One number entered in place: its value within the range of the measure, the day, and what else it needs to be read.

A test brings its clock or counter. Nothing is written before it is saved, and what cannot be is said at its field.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from painplanner.core.course import Series
from painplanner.core.measure import Measure, MeasureKind, Reading, check_reading
from painplanner.core.values import NAME_LIMIT, Impossible, Side, plain, text_in
from painplanner.gui.context import AppContext
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.pages.progress.entering import Entering
from painplanner.gui.pages.progress.stopwatch import Counter, Stopwatch
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import DateField, Field, line_edit
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.segmented import Segmented
from painplanner.services.progress import unit_words
from painplanner.services.readings import ALERT_MOST, range_words
from painplanner.services.words.measures import band_words, measure_facts
from painplanner.text import _


class ReadingForm(QWidget):
    """Enters a new reading of a series, or changes one; `closed` follows saving and leaving."""

    closed = Signal()

    def __init__(self, ctx: AppContext, entering: Entering, series: Series, before: Reading | None = None) -> None:
        """Lay out the fields that this measure has."""
        super().__init__()
        self._ctx, self._entering, self._series, self._before = ctx, entering, series, before
        measure, lang = series.measure, ctx.practice.language
        self._measure: Measure = measure
        self.is_yes_no = measure.kind is MeasureKind.YES_NO and measure.is_daily
        self.answer = Segmented((("1", _("Yes")), ("0", _("No"))), name=_("Answer"))
        unit = "" if self.is_yes_no else unit_words(series, lang)
        self.value = NumberField(_("Value"), whole=measure.decimals == 0, unit=unit, hint=range_words(measure))
        self.day = DateField(_("Day"), before.on if before else ctx.today(), ctx.today)
        self.side = Segmented(((Side.LEFT.value, _("Left")), (Side.RIGHT.value, _("Right"))), name=_("Side"))
        self.activity = Field(_("The patient’s own activity"), line_edit(limit=NAME_LIMIT))
        self.alert = NumberField(text_in(measure.alert, lang), hint=_("0 to {n}, by itself").format(n=ALERT_MOST))
        self.note = Field(_("Note"), line_edit(limit=300))
        self.clock = Stopwatch(measure.lasts_s)
        self.counter = Counter()
        self.problem = label("", "problem", wrap=True)
        self.save_button = button(_("Save"), self.save, kind="primary")
        self.about = Fold(_("About this measure"))
        self.about.lines.setSpacing(4)
        for fact in measure_facts(measure, lang):
            self.about.lines.addWidget(label(fact, "minor", wrap=True))
        self._lay_out()
        self._show_before()
        self._connect()

    def _lay_out(self) -> None:
        measure = self._measure
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(8)
        how = text_in(measure.how_to, self._ctx.practice.language)
        if how:
            lines.addWidget(label(how, "minor", wrap=True))
        tools = QWidget()
        tool_row = FlowLayout(tools, gap=12)
        tool_row.addWidget(self.clock)
        tool_row.addWidget(self.counter)
        lines.addWidget(tools)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._answer_field = Field(_("Answer"), self.answer)
        self._side_field = Field(_("Side"), self.side)
        for part, stretch in ((self.value, 2), (self._answer_field, 2), (self.alert, 2), (self.day, 2)):
            fields.addWidget(part, stretch, top)
        fields.addWidget(self._side_field, 0, top)
        lines.addLayout(fields)
        lines.addWidget(self.activity)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        for one in (self.save_button, button(_("Cancel"), self.close_form, kind="quiet")):
            foot.addWidget(one, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(foot)
        lines.addWidget(self.problem)
        lines.addWidget(self.about)
        self._hide_needless(tools)

    def _hide_needless(self, tools: QWidget) -> None:
        """Show only what this measure asks for."""
        measure = self._measure
        is_timed = measure.kind is MeasureKind.TIMED or measure.lasts_s is not None
        for part, is_wanted in (
            (self.value, not self.is_yes_no),
            (self._answer_field, self.is_yes_no),
            (self.alert, bool(measure.alert)),
            (self._side_field, measure.by_side),
            (self.activity, measure.kind is MeasureKind.ACTIVITY),
            (self.clock, is_timed),
            (self.counter, measure.kind is MeasureKind.COUNT),
            (tools, is_timed or measure.kind is MeasureKind.COUNT),
            (self.problem, False),
            (self.about, self.about.lines.count() > 0),
        ):
            if not is_wanted:
                part.hide()

    def _show_before(self) -> None:
        before, criterion = self._before, self._series.criterion
        if before is None:
            self.side.set_key(criterion.side or "")
            self.line(self.activity).setText(criterion.activity)
            return
        self.value.set_number(before.value)
        self.answer.set_key("1" if before.value else "0")
        self.alert.set_number(before.alert)
        self.side.set_key(before.side or "")
        self.line(self.activity).setText(before.activity)
        self.line(self.note).setText(before.note)

    def _connect(self) -> None:
        self.value.entered.connect(lambda _number: self._check_value())
        self.alert.entered.connect(lambda _number: self._check_alert())
        self.clock.stopped.connect(self._on_stopped)
        self.clock.ended.connect(self._on_time_over)
        self.counter.counted.connect(lambda count: self.value.set_number(count))
        lines = (self.value.line, self.alert.line, self.day.line, self.line(self.note), self.line(self.activity))
        for one in lines:
            one.returnPressed.connect(self.save)

    @staticmethod
    def line(field: Field) -> QLineEdit:
        """Return the line of a field."""
        editor = field.editor
        assert isinstance(editor, QLineEdit)  # noqa: S101
        return editor

    def take_focus(self) -> None:
        """Put the keys where a measurement begins: the clock, the counter, else the value."""
        if self._before is None and not self.clock.isHidden():
            self.clock.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._before is None and not self.counter.isHidden():
            self.counter.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_yes_no:
            self.answer.segment("1").setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.value.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stopped(self, seconds: float) -> None:
        """Take the seconds as the value where those are what the test measures."""
        if self._measure.lasts_s is None and self._measure.kind is MeasureKind.TIMED:
            places = Decimal(1).scaleb(-self._measure.decimals)
            self.value.set_number(Decimal(str(seconds)).quantize(places, ROUND_HALF_UP))
            self._check_value()
            self.value.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_time_over(self) -> None:
        self.value.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.line.selectAll()

    def _read(self, field: NumberField, check: Callable[[Decimal], None]) -> Decimal | None:
        """Return the number of a field, nothing where it is empty or was refused, which is said at the field."""
        try:
            number = field.number()
            if number is not None:
                check(Decimal(number))
        except Impossible as refusal:
            field.show_problem(field.problem() or impossible_sentence(self._with_unit(refusal)))
            return None
        return None if number is None else Decimal(number)

    def _with_unit(self, refusal: Impossible) -> Impossible:
        unit = text_in(self._measure.unit, self._ctx.practice.language)
        return Impossible(refusal.code, refusal.field, **{**refusal.args_, "unit": unit})

    def _check_value(self) -> Decimal | None:
        number = self._read(self.value, lambda number: check_reading(self._measure, number))
        if number is not None or not self.value.line.text().strip():
            band = band_words(self._measure, number, self._ctx.practice.language) if number is not None else ""
            self.value.show_hint(" · ".join(filter(None, (range_words(self._measure), band))))
        return number

    def _check_alert(self) -> Decimal | None:
        return self._read(self.alert, _check_answer)

    def _value(self) -> Decimal | None:
        if not self.is_yes_no:
            number = self._check_value()
            if number is None and not self.value.line.text().strip():
                self.value.show_problem(_("Enter a value: {range}.").format(range=range_words(self._measure)))
            return number
        key = self.answer.key()
        self._answer_field.show_problem("" if key else _("Choose yes or no."))
        return Decimal(key) if key else None

    def _is_complete(self) -> bool:
        """Tell whether the other fields can be taken, and say at each what cannot."""
        day, alert = self.day.day(), self.alert.line.text().strip()
        is_past = day is not None and day <= self._ctx.today()
        if not is_past:
            self.day.show_problem(_("A reading has a day, which cannot be after today."))
        needs_side = not self._side_field.isHidden() and not self.side.key()
        self._side_field.show_problem(_("Which side?") if needs_side else "")
        needs_alert = bool(self._measure.alert) and not alert
        if needs_alert:
            self.alert.show_problem(_("Enter the answer to this question too, 0 to {n}.").format(n=ALERT_MOST))
        is_alert_read = not alert or self._check_alert() is not None
        return is_past and not needs_side and not needs_alert and is_alert_read

    def save(self) -> None:
        """Write the reading, unless a field says why not."""
        value, is_complete = self._value(), self._is_complete()
        day = self.day.day()
        if value is None or not is_complete or day is None:
            return
        words = _("Change a reading") if self._before is not None else _("Add a reading")
        try:
            reading = self._reading(value)
        except Impossible as refusal:
            self._refuse(impossible_sentence(refusal))
            return
        refusal = self._entering.put(words, self._measure, reading, self._before)
        self._refuse(refusal)
        if not refusal:
            self.close_form()

    def _reading(self, value: Decimal) -> Reading:
        before = self._before
        side = self.side.key() or self._series.criterion.side
        alert = self._check_alert() if self._measure.alert else None
        is_same_answer = before is not None and before.alert == alert
        is_same_value = before is not None and before.value == value
        return Reading(
            id=before.id if before is not None else self._entering.new_id(),
            patient=self._entering.patient,
            measure=self._measure.id,
            on=self.day.day() or self._ctx.today(),
            value=value,
            value_to=before.value_to if before is not None and is_same_value else None,
            side=Side(side) if side else None,
            activity=self.line(self.activity).text(),
            note=self.line(self.note).text(),
            alert=int(alert) if alert is not None else None,
            alert_done_on=before.alert_done_on if before is not None and is_same_answer else None,
        )

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def close_form(self) -> None:
        """Leave without writing anything more."""
        self.clock.halt()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


def _check_answer(number: Decimal) -> None:
    if not 0 <= number <= ALERT_MOST:
        raise Impossible("out-of-range", "value", value=plain(number), low="0", high=str(ALERT_MOST))
