"""The frame around everything about one patient: the banner with name and safety always in sight, and the tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Patient, age
from painplanner.core.values import Answer
from painplanner.gui import theme
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.languages import language_name
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.terms import term_words
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.labels import ElidedLabel
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.tabs import LazyPages, TabRow
from painplanner.text import _


class PatientBanner(QFrame):
    """Name and facts of a person; allergies, red flag, limits as tags; room for actions at the right."""

    def __init__(self, ctx: AppContext) -> None:
        """Start with nobody."""
        super().__init__()
        self._ctx = ctx
        self.name = ElidedLabel("", "heading")
        self.facts = ElidedLabel("", "minor")
        self.tags = QWidget()
        self._tags_row = QHBoxLayout(self.tags)
        self._tags_row.setContentsMargins(0, 0, 0, 0)
        self._tags_row.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 2)
        row.setSpacing(12)
        row.addWidget(self.name, 3)
        row.addWidget(self.facts, 2)
        row.addStretch(1)
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(8)
        self.actions_row.addStrut(max(30, theme.current().pixels() * 3 // 2 + 10))  # as high with buttons as without
        row.addLayout(self.actions_row)

    def show_patient(self, patient: Patient) -> None:
        """Show who it is."""
        self.name.setText(patient.name)
        self.name.setAccessibleName(_("Patient: {name}").format(name=patient.name))
        self.facts.setText(self._facts(patient))
        empty(self._tags_row)
        for words, role in banner_tags(patient):
            self._tags_row.addWidget(Tag(words, role, outlined=True))

    def _facts(self, patient: Patient) -> str:
        born = patient.birth_date
        parts = [str(age(born, self._ctx.today())), day_words(born)] if born else []
        if patient.record_number:
            parts.append(_("No. {number}").format(number=patient.record_number))
        return " · ".join([*parts, language_name(patient.language)])


def banner_tags(patient: Patient) -> tuple[tuple[str, str], ...]:
    """Return what must stay in sight, the most dangerous first, as (words, role)."""
    tags: list[tuple[str, str]] = []
    if patient.red_flags.state is Answer.YES:
        words = (
            _("Red flag: no action yet")
            if patient.red_flags.is_open
            else _("Red flag: {action}").format(action=patient.red_flags.action)
        )
        tags.append((words, "stop"))
    elif patient.red_flags.state is Answer.NOT_ASKED:
        tags.append((_("Red flags not asked"), "consider"))
    if patient.allergies:
        tags.append((_("Allergy: {names}").format(names=", ".join(term_words(t) for t in patient.allergies)), "stop"))
    elif patient.allergies_answer is Answer.NO:
        tags.append((_("No known allergies"), "info"))
    else:
        tags.append((_("Allergies not asked"), "consider"))
    tags.extend((constraint.text, "info") for constraint in patient.constraints if constraint.text.strip())
    return tuple(tags)


class PatientPage(QWidget):
    """Banner, tabs, and the pages that the window gave it."""

    tab_shown = Signal(str)

    def __init__(
        self,
        ctx: AppContext,
        session: PatientSession,
        tabs: dict[str, tuple[str, Callable[[], QWidget]]],
        under: dict[str, tuple[str, Callable[[], QWidget]]] | None = None,
    ) -> None:
        """Take the tabs as key -> (word, factory), and pages without one as key -> (tab they stand under, factory)."""
        super().__init__()
        self.banner = PatientBanner(ctx)
        self.tabs = TabRow(tuple((key, word) for key, (word, _factory) in tabs.items()))
        self._under = {key: tab for key, (tab, _factory) in (under or {}).items()}
        self.pages = LazyPages({key: factory for key, (_word, factory) in (tabs | (under or {})).items()})
        self.tabs.chosen.connect(self.show_tab)
        self.banner_actions = self.banner.actions_row
        bar = QFrame()
        bar.setProperty("role", "bar")
        head = QVBoxLayout(bar)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.banner)
        tab_line = QHBoxLayout()
        tab_line.setContentsMargins(12, 0, 12, 0)
        tab_line.addWidget(self.tabs)
        tab_line.addStretch(1)
        tab_line.addWidget(self.banner.tags)
        head.addLayout(tab_line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(bar)
        lines.addWidget(self.pages, 1)
        session.changed.connect(self._on_patient_changed)

    def show_tab(self, key: str) -> QWidget:
        """Bring a tab to the front."""
        self.tabs.set_key(self._under.get(key, key))
        page = self.pages.show_page(key)
        self.tab_shown.emit(key)
        return page

    def _on_patient_changed(self, _old: Patient | None, new: Patient | None) -> None:
        if new is not None:
            self.banner.show_patient(new)
