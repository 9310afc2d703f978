"""Words set into a narrow place, broken and shortened between words; only a single word that is too long is cut.

Brackets at the end of a name tell it from its neighbours, so that they stay and words before them go.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont

from painplanner.gui.widgets.look import ELIDE, Look

_MOST_KEPT = 4000
_SIGN = "…"


class Fitted:
    """Breaks texts for one look and remembers them; make a new one with a new look."""

    def __init__(self, look: Look) -> None:
        """Measure with a look."""
        self._look = look
        self._kept: dict[tuple[int, str, int, int], tuple[str, ...]] = {}

    def lines(self, font: QFont, text: str, width: int, most: int = 1) -> tuple[str, ...]:
        """Return a text in at most so many lines; `font` is one of the look's."""
        key = (id(font), text, width, most)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._broken(font, text, width, most)
        return found

    def _broken(self, font: QFont, text: str, width: int, most: int) -> tuple[str, ...]:
        words, lines = text.split(" "), list[str]()
        while words and len(lines) < most:
            if len(lines) == most - 1:
                lines.append(self._shortened(font, words, width, is_first=not lines))
                break
            taken = self._fitting(font, words, width)
            line, words = " ".join(words[:taken]), words[taken:]
            lines.append(line if self._look.width(font, line) <= width else self._cut(font, line, width))
        return tuple(line for line in lines if line)

    def _fitting(self, font: QFont, words: list[str], width: int) -> int:
        """Return how many words fit, at least one."""
        taken = 1
        while taken < len(words) and self._look.width(font, " ".join(words[: taken + 1])) <= width:
            taken += 1
        return taken

    def _shortened(self, font: QFont, words: list[str], width: int, *, is_first: bool) -> str:
        """Return the words in one line, whole ones left out at its end or before its brackets."""
        whole, told = " ".join(words), _bracket(words)
        if self._look.width(font, whole) <= width:
            return whole
        end = " ".join(words[told:])
        if told and not is_first and self._look.width(font, f"{_SIGN} {end}") > width:
            return self._cut(font, end, width)  # the begin of what tells it apart, below the begin of its name
        fitting = (line for line in _shorter(words, told) if self._look.width(font, line) <= width)
        return next(fitting, "") or self._cut(font, words[0], width)

    def _cut(self, font: QFont, word: str, width: int) -> str:
        return self._look.metrics(font).elidedText(word, ELIDE, max(0, width))


def _bracket(words: list[str]) -> int:
    """Return where brackets begin that end a name, 0 where there are none."""
    ends = words[-1].endswith(")")
    return next((place for place in range(len(words) - 1, -1, -1) if ends and words[place].startswith("(")), 0)


def _shorter(words: list[str], begin: int) -> Iterator[str]:
    """Yield shorter forms of a line, the one to be had first at the beginning."""
    for count in range(begin - 1, -1, -1):
        yield f"{_left_off(words[:count])} {' '.join(words[begin:])}"
    for count in range(len(words) - 1, 0, -1):
        yield _left_off(words[:count])


def _left_off(words: list[str]) -> str:
    return " ".join(words).rstrip(" ·,;:–-(") + _SIGN
