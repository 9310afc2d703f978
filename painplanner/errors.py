"""The two ways to fail: something about the surroundings or the input, or a fault of the program itself."""

from __future__ import annotations


class KnownError(Exception):
    """A failure a person can act on; its text is one sentence or two: what happened, what is safe, what to do."""

    @property
    def sentence(self) -> str:
        """Return the text for the person at the desk."""
        return str(self)


class BugError(Exception):
    """A state that the program should never reach; the text is for the log, without patient data."""
