"""A dose as one line that is quick to type and easy to read: `3x10 5s 2/d L`, `400 mg po 3/d`, `12 visits 2/w 6 wk`.

A line and separate fields say the same. Not here: the words a patient reads.
"""

from painplanner.core.dose_text.line import dose_line
from painplanner.core.dose_text.reading import parse_dose

__all__ = ["dose_line", "parse_dose"]
