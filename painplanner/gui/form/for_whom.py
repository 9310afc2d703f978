"""For whom a new own thing is: everybody in the practice, or only the person at the desk; one choice, remembered."""

from __future__ import annotations

from painplanner.core.own import PRACTICE
from painplanner.gui.context import AppContext
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _

EVERYBODY, ME = "practice", "me"
_REMEMBERED = "library/owner"


def owner_of(ctx: AppContext) -> str:
    """Return for whom a new own thing is: everybody in the practice, unless this person chose otherwise."""
    return ctx.person.id if ctx.settings.text(_REMEMBERED) == ME else PRACTICE


def remember_owner(ctx: AppContext, owner: str) -> None:
    """Begin the next own thing for the same people."""
    ctx.settings.remember(_REMEMBERED, "" if owner == PRACTICE else ME)


class ForWhom(Segmented):
    """Two words; `chosen` carries "practice" or "me"."""

    def __init__(self, owner: str = PRACTICE) -> None:
        """Show a choice."""
        options = ((EVERYBODY, _("For the practice")), (ME, _("Only for me")))
        super().__init__(options, EVERYBODY, name=_("For whom"))
        self.show_owner(owner)

    def show_owner(self, owner: str) -> None:
        """Show for whom it is."""
        self.set_key(EVERYBODY if owner == PRACTICE else ME)

    def owner(self, person: str) -> str:
        """Return the owner that is chosen, where `person` is at the desk."""
        return person if self.key() == ME else PRACTICE
