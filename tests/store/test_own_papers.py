"""The practice's own papers: kept with their bytes, renamed, taken away, and put back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from store.practices import Open

from painplanner.store.faults import NotFound


def test_papers_are_listed_in_the_order_in_which_they_came(folder: Path, opened: Open) -> None:
    store = opened(folder)
    first, second = store.add_own_paper("House rules", b"one", 2), store.add_own_paper("How to find us", b"two", 1)
    assert {first, second} == set(store.own_papers())
    assert store.own_paper(first.id).pdf == b"one"
    assert store.own_paper_bytes((second.id, "gone")).keys() == {second.id}


def test_a_paper_has_another_title_once_it_is_renamed(folder: Path, opened: Open) -> None:
    store = opened(folder)
    made = store.add_own_paper("House rules", b"one", 2)
    store.rename_own_paper(made.id, "Our house")
    assert [row.title for row in store.own_papers()] == ["Our house"]
    assert store.own_paper(made.id).pdf == b"one"


def test_what_was_taken_away_can_be_put_back_as_it_was(folder: Path, opened: Open) -> None:
    store = opened(folder)
    before = store.add_own_paper("House rules", b"one", 2)
    kept = store.remove_own_paper(before.id)
    assert store.own_papers() == ()
    with pytest.raises(NotFound):
        store.own_paper(before.id)
    store.put_own_paper(kept)
    assert store.own_papers() == (before,)
    assert store.own_paper(before.id) == kept
