"""The practice's own PDFs at the end of a bundle: their pages as they are, without anything that acts by itself."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from painplanner.documents.bundle import Binding, OwnPaper, Written

if TYPE_CHECKING:
    import pikepdf

_KEPT = frozenset({"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group"})
"""What a page is made of; links, actions, forms and its place in another structure stay behind."""


def with_own(written: Written, binding: Binding) -> Written:
    """Return a file with the practice's own papers behind it; nothing changes where there are none.

    They have no structure of ours, so the whole no longer claims to be accessible.
    """
    if not binding.own:
        return written
    import pikepdf  # only where it is needed: it is slow to load

    with pikepdf.open(BytesIO(written.pdf)) as pdf:
        for own in binding.own:
            _append(pdf, own, is_two_sided=binding.is_two_sided)
        _disclaim(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Written(out.getvalue(), len(pdf.pages))


def _append(pdf: pikepdf.Pdf, own: OwnPaper, *, is_two_sided: bool) -> None:
    import pikepdf

    with pikepdf.open(BytesIO(own.pdf)) as other:
        box = other.pages[0].mediabox
        if is_two_sided and len(pdf.pages) % 2:
            pdf.add_blank_page(page_size=(float(box[2] - box[0]), float(box[3] - box[1])))
        before = len(pdf.pages)
        pdf.pages.extend(other.pages)
        for page in list(pdf.pages)[before:]:
            for key in set(page.obj.keys()) - _KEPT - {"/Parent"}:
                del page.obj[key]


def pages_alone(data: bytes) -> bytes:
    """Return a PDF of nothing but the pages of another. Raises what `pages_of` does."""
    import pikepdf

    with pikepdf.new() as pdf:
        _append(pdf, OwnPaper("", data, 0), is_two_sided=False)
        for page in pdf.pages:
            page.contents_coalesce()
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _disclaim(pdf: pikepdf.Pdf) -> None:
    """Take the claim of PDF/UA out of the description."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as described:
        if "pdfuaid:part" in described:
            del described["pdfuaid:part"]


def pages_of(data: bytes) -> int:
    """Return how many pages a PDF has; pikepdf.PdfError is raised for what is none, PasswordError for a locked one."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
