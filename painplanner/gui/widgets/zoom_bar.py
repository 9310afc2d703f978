"""The line below a view of a PDF or a picture: which page is in sight, and buttons to zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.labels import ElidedLabel
from painplanner.gui.widgets.pdf_view import PdfView
from painplanner.gui.widgets.picture_view import PictureView
from painplanner.text import _


class ZoomBar(QWidget):
    """Follows one view."""

    def __init__(self, view: PdfView | PictureView) -> None:
        """Lay out words and buttons."""
        super().__init__()
        self._view = view
        self.page_words = ElidedLabel("", "minor")
        self.fit_button = button(_("Fit width"), view.fit, kind="quiet", tip=_("Fit to the width (0)"))
        self._smaller = icon_button("minus", _("Zoom out (−)"), view.zoom_out)
        self._larger = icon_button("plus", _("Zoom in (+)"), view.zoom_in)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.page_words)
        row.addStretch(1)
        for part in (self._smaller, self.fit_button, self._larger):
            row.addWidget(part)
        view.page_changed.connect(self._on_page_changed)
        view.zoom_changed.connect(self._show_zoom)
        self._on_page_changed(view.page)
        self._show_zoom()

    def _on_page_changed(self, _page: int) -> None:
        self.page_words.setText(self._view.accessibleDescription())

    def _show_zoom(self) -> None:
        self.fit_button.setEnabled(self._view.zoom is not None)
