"""Reading the library: finding at the left, in a list or a grid, and what was found at the right.

The page shows and marks (favourites, hidden ones, tags); what an entry says is changed by editors set upon its detail.
"""

from painplanner.gui.pages.library.page import LibraryPage

__all__ = ["LibraryPage"]
