"""What a handout says, taken apart so that a test reads as a sentence."""

from __future__ import annotations

from documents.sciatica import PLAN, request

from painplanner.core.plan import Checkpoint, Plan
from painplanner.core.values import replace
from painplanner.documents.blocks import Callout, Cards, Check, Document, Heading, Message, Pair, StepRow, plain
from painplanner.documents.handout import handout


def boxes(document: Document) -> dict[str, list[str]]:
    """Return the items of each box by its title."""
    found: list[Callout] = []
    for block in document.blocks:
        found += [block.left, block.right] if isinstance(block, Pair) else [block] if isinstance(block, Callout) else []
    return {box.title: [plain(item) for item in box.items] for box in found}


def rows(document: Document) -> list[StepRow]:
    """Return the rows of steps in their order."""
    return [block for block in document.blocks if isinstance(block, StepRow)]


def headings(document: Document) -> list[str]:
    """Return the headings in their order."""
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def message(plan: Plan, **changes: object) -> str:
    """Return what a handout says first."""
    first = handout(request(plan, **changes)).blocks[0]
    assert isinstance(first, Message)
    return plain(first.words)


def cards(document: Document) -> Cards:
    """Return the cards of goals."""
    return next(block for block in document.blocks if isinstance(block, Cards))


def check_of(checkpoint: Checkpoint) -> Check:
    """Return how a look is drawn in its step."""
    plan = replace(PLAN, checkpoints=(checkpoint,))
    return next(row.check for row in rows(handout(request(plan))) if row.check)


def changed(**changes: object) -> Plan:
    """Return the plan of the sciatica with other fields."""
    plan: Plan = replace(PLAN, **changes)
    return plan
