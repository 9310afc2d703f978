"""The only room that imports the PDF library; it sees blocks and drawings, never a plan."""

from painplanner.documents.pdf.missing import missing_characters
from painplanner.documents.pdf.writer import page_count, write_bundle, write_pdf

__all__ = ["missing_characters", "page_count", "write_bundle", "write_pdf"]
