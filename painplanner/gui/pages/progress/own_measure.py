"""A measure of the practice's own: its name, unit, range and which way is better."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from painplanner.core.measure import Better, Measure
from painplanner.core.values import NAME_LIMIT, Impossible, LangText
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _

OWN = "own"


class OwnMeasureForm(Section):
    """`made` carries the id of a new measure."""

    made = Signal(str)
    left = Signal()

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the fields."""
        super().__init__(_("A measure of your own"), _("It is kept for the whole practice."))
        self._ctx = ctx
        self.name_line = line_edit(limit=NAME_LIMIT)
        self.name = Field(_("Name"), self.name_line)
        self.unit_line = line_edit(limit=40, placeholder=_("such as minutes"))
        self.low = NumberField(_("Lowest"), whole=False)
        self.high = NumberField(_("Highest"), whole=False, hint=_("empty: no limit"))
        self.better = Segmented(
            ((Better.HIGHER.value, _("Higher")), (Better.LOWER.value, _("Lower")), (Better.NONE.value, _("Neither"))),
            Better.HIGHER.value,
            name=_("Better"),
        )
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self._lay_out()
        for line in (self.name_line, self.unit_line, self.low.line, self.high.line):
            line.returnPressed.connect(self.save)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for part, stretch in ((self.name, 3), (Field(_("Unit"), self.unit_line), 2), (self.low, 1), (self.high, 1)):
            fields.addWidget(part, stretch, top)
        fields.addWidget(Field(_("Better"), self.better), 0, top)
        self.lines.addLayout(fields)
        self.lines.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(button(_("Keep the measure"), self.save, kind="primary"))
        foot.addWidget(button(_("Cancel"), self.left.emit, kind="quiet"))
        foot.addStretch(1)
        self.lines.addLayout(foot)

    def begin(self, name: str = "") -> None:
        """Start with a name that was typed elsewhere."""
        for line in (self.unit_line, self.low.line, self.high.line):
            line.clear()
        self.name_line.setText(name)
        self.low.set_number(0)
        self.better.set_key(Better.HIGHER.value)
        self.problem.hide()
        (self.unit_line if name else self.name_line).setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the measure, unless a field says why not."""
        name = self.name_line.text().strip()
        self.name.show_problem("" if name else _("A measure needs a name."))
        if not name or self.low.problem() or self.high.problem():
            return
        try:
            measure = self._measure(name)
            self._ctx.store.save_own_measure(measure)
        except (Impossible, KnownError) as error:
            self.problem.setText(sentence_for(error))
            self.problem.show()
            return
        self._ctx.library.forget_own()
        self._ctx.news.library_changed.emit()
        self.made.emit(measure.id)

    def _measure(self, name: str) -> Measure:
        lang, unit = self._ctx.practice.language, self.unit_line.text().strip()
        low, high = self.low.number(), self.high.number()
        return Measure(
            id=self._ctx.new_id(f"{OWN}.measure"),
            name=(LangText(lang=lang, text=name),),
            unit=(LangText(lang=lang, text=unit),) if unit else (),
            minimum=Decimal(low) if low is not None else Decimal(0),
            maximum=Decimal(high) if high is not None else None,
            decimals=1,
            better=Better(self.better.key()),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
