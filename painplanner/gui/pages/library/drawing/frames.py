"""The frames of a picture as tabs, and what can be done to them: one more, one less, the pose of another."""

from __future__ import annotations

from PySide6.QtCore import Signal

from painplanner.core.figure import Figure
from painplanner.core.figure.arranging import MOST_FRAMES
from painplanner.gui.pages.library.picture_tabs import PictureTabs
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.figure_view import captions
from painplanner.text import _


class FrameTabs(PictureTabs):
    """`chosen` carries a frame; the other signals ask for a change of the frame that is shown."""

    add_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()
    onion_changed = Signal(bool)

    def __init__(self) -> None:
        """Lay out; the tabs come with a figure."""
        super().__init__()
        self.add = icon_button("plus", _("Add a picture after this one"), self.add_wanted.emit)
        self.copy = icon_button("copy", _("Take the pose of the picture before"), self.copy_wanted.emit)
        self.remove = icon_button("delete", _("Remove this picture"), self.remove_wanted.emit)
        for made in (self.add, self.copy, self.remove):
            self.row.addWidget(made)
        self.row.addStretch(1)
        self.onion = chip(_("Show the picture before"))
        self.onion.setChecked(True)
        self.onion.toggled.connect(self.onion_changed)
        self.row.addWidget(self.onion)

    def show_frames(self, figure: Figure, frame: int) -> None:
        """Show a tab for each frame, and which one is in front."""
        count = len(figure.frames)
        self.show_tabs(captions(count) if count > 1 else (_("{n} Picture").format(n=1),), frame)
        self.add.setEnabled(count + len(figure.photos) < MOST_FRAMES)
        self.copy.setEnabled(frame > 0)
        self.remove.setEnabled(count > 1)
        self.onion.setVisible(frame > 0)
