"""From what is ticked in the print panel to an order: all that its papers say, under the number they are kept with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from painplanner.documents.daily_log import log_of
from painplanner.documents.registry import kind_of
from painplanner.gui.printing.handing_out import Order
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.request import Request
    from painplanner.gui.context import AppContext
    from painplanner.gui.printing.choices import PaperChoices
    from painplanner.gui.session import PlanSession
    from painplanner.store import RevisionRow


class Asked(NamedTuple):
    """What is asked for: papers of the open plan, why although something stands in the way, and of which revision.

    A look takes no number for a daily log.
    """

    session: PlanSession
    choices: PaperChoices
    kinds: tuple[str, ...]
    reason: str = ""
    revision: RevisionRow | None = None
    is_look: bool = False


def order_of(ctx: AppContext, asked: Asked) -> Order:
    """Return the order. Raises KnownError or Impossible where it cannot be told."""
    request = _numbered(ctx, asked, _gathered(ctx, asked))
    binding = replace(asked.choices.bind.binding(), own=asked.choices.own.papers())
    return Order(request, asked.kinds, asked.reason, asked.revision, binding)


def _gathered(ctx: AppContext, asked: Asked) -> Request:
    from painplanner.services.gathering import gather, with_log, with_printed_log

    session, choices, store = asked.session, asked.choices, ctx.store
    request = gather(
        store,
        session.plan,
        ctx.today(),
        days=choices.days(),
        language=choices.lang(),
        is_draft=choices.is_draft,
        patient=session.patient,
        options=choices.options(),
        findings=session.findings,
    )
    if not any(kind_of(kind).takes_log for kind in asked.kinds):
        return request
    if not asked.is_look:
        return with_log(store, request, ctx.new_id)
    printed = with_printed_log(store, request).log
    return replace(request, log=printed or log_of(request))


def _numbered(ctx: AppContext, asked: Asked, request: Request) -> Request:
    if asked.revision is not None:
        return replace(request, revision=asked.revision.n)
    newest = next(iter(ctx.store.revisions(asked.session.plan.id)), None)
    if asked.reason and newest is not None:
        return replace(request, revision=newest.n + 1)  # the reason asks for a revision of its own
    return request


def leads_to_unread(session: PlanSession, ctx: AppContext, leave: Callable[[], object]) -> bool:
    """Leave for a text that was typed for the plan and not understood; tell whether there is one."""
    found = session.unread.first()
    if found is None:
        return False
    leave()
    found.go()
    words = _("Nothing was printed: “{text}” was not understood, and the plan does not hold it. Correct it first.")
    ctx.say(words.format(text=found.text), kind="stop")
    return True
