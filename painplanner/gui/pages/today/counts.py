"""How much there is, in words: in all, late, and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painplanner.gui.pages.today.kinds import KINDS, kind_of
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import DueCount, DueList


def count_words(counts: Sequence[DueCount]) -> str:
    """Return the counts in words, in the order of the morning: "9 things to do, 2 late: 2 trials · 2 logs to enter"."""
    places = {kind: n for n, kind in enumerate(KINDS)}
    in_order = sorted(counts, key=lambda count: places.get(count.kind, len(places)))
    if not in_order:
        return ""
    kinds = {count.kind: kind_of(count.kind) for count in in_order}
    late = [count.late for count in in_order if not kinds[count.kind].is_news]
    every = [count.count for count in in_order]
    words = ngettext("{n} thing to do", "{n} things to do", sum(every)).format(n=_sum(every))
    if sum(late):
        words = _("{things}, {n} late").format(things=words, n=_sum(late))
    by_kind = " · ".join(kinds[c.kind].count(c.count).format(n=_sum([c.count])) for c in in_order)
    return _("{things}: {kinds}").format(things=words, kinds=by_kind)


def left_words(found: DueList) -> str:
    """Return what shows more rows, empty where all are shown."""
    every = [count.count for count in found.counts]
    left = sum(every) - len(found.rows)
    if left <= 0:
        return ""
    if _is_capped(every):
        return _("Show more")
    return ngettext("Show {n} more", "Show {n} more", left).format(n=left)


def _is_capped(numbers: Sequence[int]) -> bool:
    from painplanner.store.due_list import MOST_COUNTED

    return any(number >= MOST_COUNTED for number in numbers)


def _sum(numbers: Sequence[int]) -> str:
    """Write how many there are; "1000+" where counting ended."""
    from painplanner.store.due_list import MOST_COUNTED

    total = sum(min(number, MOST_COUNTED) for number in numbers)
    return f"{total}+" if _is_capped(numbers) else str(total)
