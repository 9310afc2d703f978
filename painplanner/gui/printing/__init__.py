"""Handing papers out: the print panel, the printer, files, and keeping what was handed out. No page of the window."""
