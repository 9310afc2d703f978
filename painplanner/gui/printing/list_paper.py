"""A paper that belongs to no plan, such as a list of the practice: two links print or save it, and nothing is kept.

What stands on it is asked for when it is wanted; it is written beside the window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.delivery import Delivery, Paper
from painplanner.gui.printing.paper_words import file_name, no_printer_words
from painplanner.gui.printing.places import show_folder
from painplanner.gui.widgets.buttons import button
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document
    from painplanner.gui.printing.printers import Printers

LANE = "list"


class ListPaper(QWidget):
    """Asks `make` for the document and hands it out; `printers` are those of the system unless others are given."""

    def __init__(
        self, ctx: AppContext, name: str, make: Callable[[], Document], printers: Printers | None = None,
        *, words: tuple[str, str] = ("", ""), whose: Callable[[], str] | None = None,
    ) -> None:  # fmt: skip
        """Lay out the links; `name` heads the file and the job of the printer, `words` stand on the links.

        A paper of one patient has a file named as those of plans are, by what `whose` returns.
        """
        super().__init__()
        self._ctx, self._name, self._make, self._whose = ctx, name, make, whose
        self.delivery = Delivery(ctx, self, printers)
        self.print_button = button(words[0] or _("Print the list…"), self.print, kind="link")
        self.save_button = button(words[1] or _("Save the list as PDF…"), self.save_pdf, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for made in (self.print_button, self.save_button):
            row.addWidget(made)
        self.delivery.printed.connect(lambda: ctx.say(_("“{name}” is printed.").format(name=name), kind="done"))
        self.delivery.saved.connect(self._on_saved)
        self.delivery.failed.connect(self._on_failed)
        self.delivery.noted.connect(ctx.say)

    def print(self) -> None:
        """Write the list and ask for a printer."""
        if self.delivery.has_printer():
            self._write(self._to_printer)
        else:
            self._ctx.say(no_printer_words(), kind="consider")
            self.save_button.setFocus()

    def save_pdf(self) -> None:
        """Write the list and ask for a place."""
        self._write(lambda paper: self.delivery.save((paper,)))

    def _to_printer(self, paper: Paper) -> None:
        self.delivery.print(paper, self._name)

    def _write(self, hand_out: Callable[[Paper], object]) -> None:
        from painplanner.documents.pdf import write_pdf

        document = self._with_logo(self._make())
        colours = self._ctx.practice.paper_colours()
        today = self._ctx.today()
        listed = f"{self._name} {today.isoformat()}.pdf"
        name = file_name(self._whose(), document.kind, today) if self._whose is not None else listed

        def on_done(pdf: bytes) -> None:
            hand_out(Paper(name, pdf, document.kind))

        self._ctx.tasks.run(partial(write_pdf, document, colours), on_done, self._on_error, lane=LANE)

    def _with_logo(self, document: Document) -> Document:
        """Return a document that begins as all papers of the practice do."""
        from painplanner.documents.paper import logo_of
        from painplanner.services import gathering

        practice = self._ctx.practice
        return replace(document, logo=logo_of(practice, gathering.logo_of(self._ctx.store, practice)))

    def _on_error(self, error: Exception) -> None:
        self._on_failed(sentence_for(error))

    def _on_saved(self, places: tuple[Path, ...]) -> None:
        self._ctx.say(
            _("Saved as “{name}”.").format(name=places[0].name),
            kind="done",
            action=_("Open folder"),
            on_action=partial(show_folder, places[0].parent),
        )

    def _on_failed(self, sentence: str) -> None:
        self._ctx.say(sentence, kind="stop")
