"""What is asked before a medicine that must never stop suddenly ends, and the ways to answer."""

from __future__ import annotations

from collections.abc import Collection

from painplanner.core.plan import Item, item_name
from painplanner.text import _, ngettext


def stop_question(items: Collection[Item], lang: str = "en") -> str:
    """Return the question of how medicines are taken down, with their names."""
    names = ", ".join(dict.fromkeys(item_name(item, lang) or _("This medicine") for item in items))
    asked = ngettext(
        "{names} is not to stop suddenly. Write how it is taken down.",
        "{names} are not to stop suddenly. Write how they are taken down.",
        len(items),
    )
    return asked.format(names=names)


def stop_anyway_words(items: Collection[Item], gone: Collection[str]) -> str:
    """Return the words on the button that goes on without an answer."""
    if len(gone) == len(items):
        return _("It was never taken: remove it")
    return _("Stop now, write it later")
