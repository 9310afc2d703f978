"""The sentence about a new passphrase: whether it will do, and what would make it better."""

from __future__ import annotations

from painplanner.gui.widgets.passphrase import LETTERS_NEEDED, guesses_bits
from painplanner.text import _

FAIR_BITS = 50
STRONG_BITS = 80


def passphrase_problem(text: str, names: tuple[str, ...] = ()) -> str:
    """Return why a passphrase cannot be taken, or nothing."""
    if len(text) < LETTERS_NEEDED:
        return _("Use at least {n} characters. Four unrelated words are strong and easy to remember.").format(
            n=LETTERS_NEEDED
        )
    folded = text.casefold()
    if any(len(name) >= 4 and folded.replace(name.casefold(), "").strip(" 0123456789!.-_") == "" for name in names):
        return _("This is a name from this page with little else. Choose words that nobody connects with you.")
    if guesses_bits(text) < FAIR_BITS:
        return _("This repeats itself and is easy to guess. Four unrelated words are strong and easy to remember.")
    return ""


def strength_sentence(text: str, names: tuple[str, ...] = ()) -> str:
    """Return what to say below the field while a passphrase is typed."""
    if not text:
        return ""
    problem = passphrase_problem(text, names)
    if problem:
        return problem
    if guesses_bits(text) < STRONG_BITS:
        return _("Fair. One more word would make it strong.")
    return _("Strong.")
