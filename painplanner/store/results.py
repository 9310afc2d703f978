"""What closed plans came to, as one row of counts each: written with every save of a plan, summed up by template."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, case, func, select

from painplanner.core.outcomes import Tally, tally_of
from painplanner.core.plan import Plan
from painplanner.store.database import put
from painplanner.store.shelf import Shelf
from painplanner.store.tables import closings

_COUNTS = ("reached", "partly", "not_reached", "no_longer_wanted", "unknown")
_forget = closings.delete().where(closings.c.plan == bindparam("which"))
_known = closings.c.reached + closings.c.partly + closings.c.not_reached
_summed = (
    select(
        closings.c.template,
        func.count().label("plans"),
        func.sum(case((_known > 0, 1), else_=0)).label("judged"),
        *(func.sum(closings.c[name]).label(name) for name in _COUNTS),
    )
    .group_by(closings.c.template)
    .order_by(func.count().desc(), closings.c.template)
)


class ResultShelf(Shelf):
    """The results of the practice."""

    def results(self) -> tuple[Tally, ...]:
        """Return what closed plans came to, one row for each template, those with most plans first."""
        with self._db.reading() as unit:
            rows = unit.execute(_summed).all()
        return tuple(
            Tally(
                template=row.template,
                plans=row.plans,
                judged=row.judged,
                **{name: getattr(row, name) for name in _COUNTS},
            )
            for row in rows
        )


def keep_result(unit: Connection, plan: Plan) -> None:
    """Write what a plan came to where it is closed, and nothing where it is at work."""
    tally = tally_of(plan)
    if tally is None or plan.closing is None:
        forget_result(unit, plan.id)
        return
    counts = {name: getattr(tally, name) for name in _COUNTS}
    put(unit, closings, {"plan": plan.id, "closed_on": plan.closing.on, "template": plan.template, **counts})


def forget_result(unit: Connection, plan_id: str) -> None:
    """Drop what a plan came to."""
    unit.execute(_forget, {"which": plan_id})
