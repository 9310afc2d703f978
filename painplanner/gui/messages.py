"""What the window says to people: one message value, and the sentence for any failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from painplanner.errors import KnownError
from painplanner.text import _


@dataclass(frozen=True)
class Message:
    """A sentence with its weight ("info", "done", "consider", "stop") and at most one remedy."""

    text: str
    kind: str = "info"
    action: str = ""
    on_action: Callable[[], None] | None = None


def sentence_for(error: BaseException) -> str:
    """Return the sentence to show for a failure: its own when a person can act on it, a calm one otherwise."""
    if isinstance(error, KnownError):
        return error.sentence
    return impossible_sentence(error) or _("That did not work, and nothing was changed. The details are in the log.")


def impossible_sentence(error: BaseException) -> str:
    """Return the wording of a refused value, or nothing for other failures."""
    from painplanner.core.values import Impossible

    if not isinstance(error, Impossible):
        return ""
    from painplanner.services import words

    return words.impossible_sentence(error)
