"""Which way words run: Arabic and Hebrew from right to left, numbers and Latin words among them from left to right.

The rules of Unicode's bidirectional algorithm for text without directional controls, which `words.cleaned` takes out;
pairs of brackets are resolved as other neutral signs. No library that does this could be pinned for every system.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Codes of scripts (ISO 15924), and languages that are written in one of them where no script is named (CLDR).
_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"}
_LANGUAGES = {
    "ar", "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc",
    "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
}  # fmt: skip
LEFTWARDS = "/O/Layout/WritingMode/RlTb"
"""What the structure says of a document that is read from right to left."""
_runs_left: ContextVar[bool] = ContextVar("runs_left", default=False)
# Telephone numbers, and numbers with a hyphen such as that of a plan.
_NUMBERED = re.compile(r"\+?\(?\d[\d \xa0()./\u2011-]{5,}\d|\d[\d.,:/-]*[\u2011-][\d.,:/-]*\d[%°]?")
_DIGITS_OF_A_TELEPHONE = 7
_STRONG = {"L": 0, "R": 1, "AL": 1}
_NUMBERS = {"EN", "AN"}


def is_right_to_left(language: str) -> bool:
    """Tell whether a language (BCP 47 code) is written from right to left; a script that is named decides."""
    first, *others = language.lower().replace("_", "-").split("-")
    script = next((part for part in others[:2] if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else first in _LANGUAGES


@contextmanager
def running(language: str) -> Generator[bool]:
    """Let lines run as a language does while a paper is set; tells whether they run from right to left.

    Nearly every call that sets words would have to hand this on, and none of them has anything else to do with it.
    """
    before = _runs_left.set(is_right_to_left(language))
    try:
        yield _runs_left.get()
    finally:
        _runs_left.reset(before)


def runs_left() -> bool:
    """Tell whether the paper that is being set runs from right to left."""
    return _runs_left.get()


def has_right_to_left(text: str) -> bool:
    """Tell whether any sign of a text runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def levels(text: str, *, leftwards: bool = False) -> list[int]:
    """Return the level of each sign: even ones run to the right, odd ones to the left.

    A text runs as its paper does (`leftwards`: to the left) unless all its letters run the other way: "name, born ..."
    is an English line, and an English sentence on an Arabic paper keeps its full stop at the right.
    """
    kinds = [unicodedata.bidirectional(sign) or "L" for sign in text]
    is_latin, is_other = "L" in kinds, not _STRONG.keys().isdisjoint({*kinds} - {"L"})
    base = int(is_other or not is_latin) if leftwards else int(not is_latin)
    start = "R" if base else "L"
    _resolve_marks_and_numbers(kinds, start)
    _keep_numbers_whole(text, kinds)
    _resolve_separators(kinds, start)
    _resolve_neutrals(kinds, start)
    return [_level(kind, base) for kind in kinds]


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of items in the order in which they stand on the line, from the left."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _level(kind: str, base: int) -> int:
    if kind == "R":
        return 1
    if kind in _NUMBERS:
        return 2
    return 2 if kind == "L" and base else 0 if kind == "L" else base


def _keep_numbers_whole(text: str, kinds: list[str]) -> None:
    """Let a number of several parts run as it is dialled; the bare rules turn its parts round after Arabic letters."""
    for found in _NUMBERED.finditer(text):
        has_blanks = any(map(str.isspace, found[0]))
        if not has_blanks or sum(map(str.isdigit, found[0])) >= _DIGITS_OF_A_TELEPHONE:
            kinds[found.start() : found.end()] = ["EN"] * len(found[0])


def _resolve_marks_and_numbers(kinds: list[str], start: str) -> None:
    """Give marks the kind of what they stand on (W1), numbers that of Arabic before them (W2); Arabic is R (W3)."""
    strong = before = start
    for n, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[n] = before
        elif kind == "EN" and strong == "AL":
            kinds[n] = "AN"
        elif kind in _STRONG:
            strong = kind
        before = kinds[n]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _resolve_separators(kinds: list[str], start: str) -> None:
    """Let signs between and beside numbers belong to them (W4 to W6), and numbers after Latin be Latin (W7)."""
    for n in range(1, len(kinds) - 1):
        before, kind, after = kinds[n - 1 : n + 2]
        if before == after and ((kind == "CS" and before in _NUMBERS) or (kind == "ES" and before == "EN")):
            kinds[n] = before
    for first, last in _runs(kinds, {"ET"}):
        if "EN" in kinds[max(first - 1, 0) : first] + kinds[last : last + 1]:
            kinds[first:last] = ["EN"] * (last - first)
    strong = start
    for n, kind in enumerate(kinds):
        strong = kind if kind in _STRONG else strong
        if kind == "EN" and strong == "L":
            kinds[n] = "L"
        elif kind not in _STRONG and kind not in _NUMBERS:
            kinds[n] = "ON"


def _resolve_neutrals(kinds: list[str], start: str) -> None:
    """Give signs without a direction that of their neighbours where both agree (N1), else that of the text (N2)."""
    for first, last in _runs(kinds, {"ON"}):
        before = kinds[first - 1] if first else start
        after = kinds[last] if last < len(kinds) else start
        sides = {"R" if side in _NUMBERS else side for side in (before, after)}
        kinds[first:last] = [sides.pop() if len(sides) == 1 else start] * (last - first)


def _runs(kinds: Sequence[str], wanted: set[str]) -> list[tuple[int, int]]:
    """Return where runs of some kinds begin and end."""
    found: list[tuple[int, int]] = []
    for n, kind in enumerate(kinds):
        if kind in wanted:
            if found and found[-1][1] == n:
                found[-1] = (found[-1][0], n + 1)
            else:
                found.append((n, n + 1))
    return found
