"""The head of the detail, always in sight: the way back, the names, badges, tags, and a row of actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from painplanner.core.library import Intervention, Template
from painplanner.gui import icons, theme
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.pages.library.tag_field import TagField
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.services import words
from painplanner.text import _

ACTIONS_BESIDE_FROM = 680
"""Pixels below which the actions stand under the names, which then keep the whole width."""


class DetailHead(QFrame):
    """Shows who the entry is; further actions are put into `action_row`."""

    like_wanted = Signal()
    hide_wanted = Signal()
    back_wanted = Signal()
    tags_changed = Signal(tuple)

    def __init__(self, known_tags: Callable[[], tuple[str, ...]]) -> None:
        """Lay out, empty."""
        super().__init__()
        self.setProperty("role", "bar")
        self.back = button("", self.back_wanted.emit, kind="quiet", tip=_("Back to the entry before (Alt+Left)"))
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.name = label("", "title", wrap=True)
        self.below = label("", "muted", wrap=True)
        for text in (self.name, self.below):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.star = button(_("Favourite"), self.like_wanted.emit, tip=_("Favourite or not (Ctrl+D)"))
        self.star.setCheckable(True)
        self.hide_button = button("", self.hide_wanted.emit)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(8)
        for made in (self.star, self.hide_button):
            self.action_row.addWidget(made)
        self.tags = TagField(known_tags)
        self.tags.changed.connect(self.tags_changed)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filed = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._spring = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._badges = QWidget()
        self._flow = FlowLayout(self._badges, gap=6)
        theme.current().changed.connect(self._show_star)
        self._lay_out()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 10, 16, 10)
        lines.setSpacing(6)
        lines.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.below)
        names.addStretch(1)
        acting = QVBoxLayout()
        acting.addLayout(self.action_row)
        acting.addStretch(1)
        self._top.setSpacing(12)
        self._top.addLayout(names, 1)
        self._top.addLayout(acting)
        lines.addLayout(self._top)
        self._filed.setSpacing(8)
        self._filed.addWidget(self._badges, 0, Qt.AlignmentFlag.AlignVCenter)
        self._filed.addWidget(self.tags, 1)
        lines.addLayout(self._filed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set actions and tags beside names and badges, or below them where there is little room."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= ACTIONS_BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._top.direction() is not way:
            self._top.setDirection(way)
            self._filed.setDirection(way)
            self._filed.setAlignment(self._badges, Qt.AlignmentFlag.AlignVCenter if is_wide else Qt.AlignmentFlag(0))
            self._top.setSpacing(12 if is_wide else 6)
            last = self.action_row.itemAt(self.action_row.count() - 1)
            if is_wide and last is self._spring:
                self.action_row.removeItem(self._spring)
            elif not is_wide:
                self.action_row.addItem(self._spring)

    def show_back(self, name: str) -> None:
        """Offer the way back to an entry, or none."""
        words_back = _("Back to {name}").format(name=name)
        self.back.setText(f"‹  {words_back}".replace("&", "&&"))
        self.back.setAccessibleName(words_back)
        self.back.setVisible(bool(name))

    def show_seen(self, seen: Seen) -> None:
        """Show another entry or template."""
        marks, names = seen.marks, seen.languages
        self.name.setText(names[0].name)
        self.below.setText(_other_names(seen))
        self.star.setChecked(marks.is_liked)
        self._show_star()
        self.hide_button.setText(_("Show again") if marks.is_hidden else _("Hide"))
        tip = _("Offer it again (Ctrl+Shift+H)") if marks.is_hidden else _("No longer offer it (Ctrl+Shift+H)")
        self.hide_button.setToolTip(tip)
        self.hide_button.setAccessibleName(self.hide_button.text())
        self._show_badges(seen)
        self.tags.set_tags(marks.tags)

    def _show_star(self) -> None:
        is_on = self.star.isChecked()
        self.star.setIcon(icons.icon("star" if is_on else "star-outline", "consider" if is_on else "muted"))

    def _show_badges(self, seen: Seen) -> None:
        empty(self._flow)
        for word, role in badges(seen):
            made = Tag(word, role)
            self._flow.addWidget(made)
            made.show()
        self._badges.updateGeometry()


def _other_names(seen: Seen) -> str:
    """Return the plain name, and the names in the other languages."""
    first, *others = seen.languages
    named = (first.plain_name, *(other.name for other in others))
    return " · ".join(dict.fromkeys(name for name in named if name and name != first.name))


def badges(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Return the words that stand below the names, each with the role of its colour; purpose alone has one."""
    thing, marks = seen.thing, seen.marks
    regions = ", ".join(words.region_words(region) for region in thing.regions)
    own = tuple(word for word in (marks.standing, _("Hidden") if marks.is_hidden else "") if word)
    return (*_kind_badges(thing), (regions, "info"), *((word, "info") for word in own))


def _kind_badges(thing: Intervention | Template) -> tuple[tuple[str, str], ...]:
    if isinstance(thing, Template):
        return ((_("Template"), "info"),)
    kind = (words.kind_words(thing.kind), "info")
    known = {"relief", "diagnostic", "root-cause", "self-management"}
    return ((words.purpose_words(thing.purpose), thing.purpose), kind) if thing.purpose in known else (kind,)  # type: ignore[arg-type]
