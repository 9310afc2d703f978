"""The photographs of a picture as tabs, and what can be done to their row: one more, one less, another order."""

from __future__ import annotations

from PySide6.QtCore import Signal

from painplanner.gui.pages.library.picture_tabs import PictureTabs
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.text import _


class PhotoTabs(PictureTabs):
    """`chosen` carries a photograph, `move_wanted` how far the one in front is to be moved."""

    add_wanted = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self) -> None:
        """Lay out; the tabs come with photographs."""
        super().__init__()
        self.add = button(_("Add a photograph…"), self.add_wanted.emit, kind="quiet", icon="plus")
        self.back = icon_button("arrow-left", _("Move this photograph to the front"), lambda: self.move_wanted.emit(-1))
        self.on = icon_button("arrow-right", _("Move this photograph to the back"), lambda: self.move_wanted.emit(1))
        self.remove = icon_button("delete", _("Remove this photograph"), self.remove_wanted.emit)
        for made in (self.add, self.back, self.on, self.remove):
            self.row.addWidget(made)
        self.row.addStretch(1)

    def show_photos(self, count: int, place: int, room: int) -> None:
        """Show a tab for each photograph, which one is in front, and whether there is room for more."""
        names = [_("Photograph {n}").format(n=n + 1) if count > 1 else _("Photograph") for n in range(count)]
        self.show_tabs(names, place)
        self.add.setEnabled(room > 0)
        self.add.setToolTip("" if room > 0 else _("At most four pictures stand in a row."))
        for part in (self.back, self.on):
            part.setVisible(count > 1)
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place < count - 1)
        self.remove.setVisible(count > 0)
