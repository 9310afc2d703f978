"""One measure: how it stands in a few words, its chart, a point of it in a sentence, and a number entered in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from painplanner.core.charts import Plot, Spot
from painplanner.core.measure import Reading
from painplanner.gui.context import AppContext
from painplanner.gui.pages.progress.entering import Entering
from painplanner.gui.pages.progress.number_table import NumberTable
from painplanner.gui.pages.progress.reading_form import ReadingForm
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card
from painplanner.gui.widgets.chart_view import ChartView
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.services.progress import Row, chart_words, spot_words
from painplanner.services.readings import reading_words
from painplanner.text import _, pgettext

TONES = {"done": "outcome", "consider": "consider", "stop": "problem", "muted": "minor", "text": "strong"}


class MeasureCard(Card):
    """Shows a row of the page; its form and its table are made when they are first wanted."""

    refused = Signal(str)
    form_opened = Signal(object)
    dropped = Signal(str)
    """A measure (by its id) that nothing was written of is wanted no longer."""

    def __init__(self, ctx: AppContext, entering: Entering, row: Row) -> None:
        """Lay out the parts."""
        super().__init__(margin=12, gap=4)
        self._ctx, self._entering, self._row = ctx, entering, row
        self.title = ElidedLabel("", "strong")
        self.unit = ElidedLabel("", "minor")
        self.now = label("", "strong")
        self.chart = ChartView()
        self.sentence = ElidedLabel("", "small", fills=True)
        self.form: ReadingForm | None = None
        self.table: NumberTable | None = None
        self.add = button(_("Add a reading"), self.open_form, kind="link")
        self.drop = button(_("Take it off"), lambda: self.dropped.emit(self._row.series.measure.id), kind="link")
        self.table_button = button(pgettext("numbers", "Table"), self._on_table, kind="link")
        self.table_button.setCheckable(True)
        self._below = QVBoxLayout()
        self._lay_out()
        self.chart.read.connect(self._on_read)
        self.chart.opened.connect(self.open_table)
        self.show_row(row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.unit)
        head.addStretch(1)
        head.addWidget(self.now)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.drop)
        foot.addWidget(self.table_button)
        foot.addWidget(self.add)
        self.lines.addLayout(head)
        self.lines.addWidget(self.chart)
        self.lines.addLayout(foot)
        self.lines.addLayout(self._below)

    @property
    def row(self) -> Row:
        """Return what is shown."""
        return self._row

    def show_row(self, row: Row, gutter: float = 0.0) -> None:
        """Show a measure as it stands now."""
        self._row = row
        self.title.setText(row.title)
        self.unit.setText(row.unit)
        self.now.setText(row.now)
        role = TONES[row.tone]
        if self.now.property("role") != role:
            self.now.setProperty("role", role)
            self.now.style().unpolish(self.now)
            self.now.style().polish(self.now)
        self.chart.show_chart(row.chart, chart_words(row), gutter)
        self.chart.setAccessibleName(_("Chart: {name}, {now}").format(name=row.title, now=row.now))
        self.setAccessibleName(f"{row.title}: {row.now}")
        self.add.setAccessibleName(_("Add a reading of {name}").format(name=row.title))
        self.drop.setAccessibleName(_("Take {name} off this page").format(name=row.title))
        self.drop.setVisible(row.is_only_chosen)
        self.table_button.setAccessibleName(_("Table of {name}").format(name=row.title))
        self._on_read(self.chart.spot)
        if self.table is not None:
            self._fill_table(self.table)

    def gutter(self) -> float:
        """Return how much room the numbers at the left of this chart want."""
        size = float(self._ctx.theme.pixels("small"))
        return Plot(self._row.chart, 300, 100, size).left

    def _on_read(self, spot: Spot | None) -> None:
        """Say the point that is read, else what moved."""
        words = spot_words(spot, self._row.unit) if spot is not None else " · ".join(self._row.moved)
        self.sentence.setText(words)
        self.chart.setAccessibleDescription(words)

    # Entering

    def open_form(self, before: Reading | None = None) -> None:
        """Enter a number here, or change one."""
        self.close_form()
        form = ReadingForm(self._ctx, self._entering, self._row.series, before)
        form.closed.connect(self._on_form_closed)
        self.form = form
        self._below.addWidget(form)
        form.show()
        self.add.hide()
        form.take_focus()
        self.form_opened.emit(form)

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            self._below.removeWidget(form)
            form.deleteLater()
            self.add.show()

    def _on_form_closed(self) -> None:
        self.close_form()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_table(self) -> None:
        self._show_table(is_open=self.table_button.isChecked())

    def _show_table(self, *, is_open: bool) -> None:
        if is_open and self.table is None:
            self.table = NumberTable(self._row.title)
            self.table.change_wanted.connect(self.open_form)
            self.table.delete_wanted.connect(self._on_delete)
            self._fill_table(self.table)
            self._below.insertWidget(0, self.table)
        if self.table is not None:
            self.table.setVisible(is_open)
            if is_open:
                self.form_opened.emit(self.table)
        self.table_button.setChecked(is_open)

    def open_table(self, on: date) -> None:
        """Show the readings with the one of a day chosen."""
        self._show_table(is_open=True)
        if self.table is not None:
            self.table.go_to(on)

    def _fill_table(self, table: NumberTable) -> None:
        series, unit = self._row.series, self._row.unit
        table.show_readings(series.entered, lambda reading: reading_words(reading, series.measure, unit))

    def _on_delete(self, reading: Reading) -> None:
        refusal = self._entering.drop(_("Delete a reading"), reading)
        if refusal:
            self.refused.emit(refusal)
