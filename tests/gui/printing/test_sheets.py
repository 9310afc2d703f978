"""Pages go onto sheets as they were asked for: ranges, copies, order, and no paper on the back of another."""

from __future__ import annotations

from painplanner.gui.printing.sheets import Side, Wishes, sides

HANDOUT, SHEET = 0, 1


def test_papers_follow_one_another():
    assert sides([2, 1], Wishes()) == (Side(HANDOUT, 0), Side(HANDOUT, 1), Side(SHEET, 0))


def test_only_the_chosen_pages_are_printed():
    assert sides([2, 2], Wishes(), lambda n: n in {2, 3}) == (Side(HANDOUT, 1), Side(SHEET, 0))


def test_copies_are_whole_sets_or_page_by_page():
    first, second = Side(HANDOUT, 0), Side(HANDOUT, 1)
    assert sides([2], Wishes(copies=2)) == (first, second, first, second)
    assert sides([2], Wishes(copies=2, is_collated=False)) == (first, first, second, second)


def test_the_last_page_may_come_first():
    assert sides([2], Wishes(is_backwards=True)) == (Side(HANDOUT, 1), Side(HANDOUT, 0))


def test_on_two_sides_the_next_paper_begins_on_a_sheet_of_its_own():
    assert sides([1, 1], Wishes(is_two_sided=True)) == (Side(HANDOUT, 0), None, Side(SHEET, 0))
    assert sides([2, 1], Wishes(is_two_sided=True)) == (Side(HANDOUT, 0), Side(HANDOUT, 1), Side(SHEET, 0))


def test_on_two_sides_the_next_copy_begins_on_a_sheet_of_its_own():
    one = Side(HANDOUT, 0)
    assert sides([1], Wishes(copies=2, is_two_sided=True)) == (one, None, one, None)
