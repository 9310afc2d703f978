"""What the logs of the open plan propose for its next doses, read when the follow-up is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from painplanner.core.plan import Item, Plan
from painplanner.core.progression import Proposal, proposals
from painplanner.gui.context import AppContext

if TYPE_CHECKING:
    from painplanner.core.daily_log import FilledLog, LogSheet
    from painplanner.core.measure import Reading


class Proposed:
    """Holds what was logged of one plan; `of` says what follows from it for the plan as it stands.

    It also keeps each item as it was before its proposal was taken, so that another answer can take that back.
    """

    def __init__(self, ctx: AppContext) -> None:
        """Read nothing yet."""
        self._ctx = ctx
        self._logs: tuple[FilledLog, ...] = ()
        self._sheets: tuple[LogSheet, ...] = ()
        self._readings: tuple[Reading, ...] = ()
        self._before: dict[str, Item] = {}

    def keep(self, item: Item) -> None:
        """Remember an item whose proposal was taken."""
        self._before[item.id] = item

    def before(self, item: Item) -> Item | None:
        """Return an item as it was before its proposal was taken today, where that still stands."""
        return self._before.get(item.id) if item.dosed_on == self._ctx.today() else None

    def read(self, plan: Plan) -> None:
        """Read what was logged and measured."""
        store = self._ctx.store
        self._logs = tuple(log for log in store.logs(plan.patient) if log.plan == plan.id)
        self._sheets = store.log_sheets(plan.id)
        self._readings = store.readings(plan.patient)

    def of(self, plan: Plan) -> dict[str, Proposal]:
        """Return the proposal for each item that has one."""
        found = proposals(
            plan, self._logs, self._sheets, self._readings, self._ctx.today(), entries=self._ctx.library.entries
        )
        return {proposal.item: proposal for proposal in found}
