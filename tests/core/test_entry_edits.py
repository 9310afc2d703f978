"""Changes of one part of an entry leave every other part alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core import entry_edits as edits
from painplanner.core.library import DoseRange, MedicineFact, MedicineReference
from painplanner.core.plan import Line, LineKind, Texts
from painplanner.core.values import Impossible, LangText

BRIDGE = (
    Texts(lang="en", name="Bridge", lines=(Line(text="Lie down."),)),
    Texts(lang="es", name="Puente", lines=(Line(text="Acuéstese."),)),
)

lines = st.lists(st.builds(Line, kind=st.sampled_from(LineKind), text=st.text(max_size=20)), max_size=6).map(tuple)


def test_words_of_one_language_leave_the_other_alone() -> None:
    changed = edits.with_words(BRIDGE, "en", name="Hip lift")
    assert [one.name for one in changed] == ["Hip lift", "Puente"]
    assert changed[1] is BRIDGE[1]


def test_a_language_that_says_something_is_never_without_a_name() -> None:
    changed = edits.with_words(BRIDGE[:1], "es", plain_name="Levante la cadera")
    assert edits.words_in(changed, "es").name == "Bridge"


def test_a_language_in_which_nothing_is_said_is_left_out() -> None:
    assert edits.with_words(BRIDGE, "es", name="", lines=()) == BRIDGE[:1]


@given(lines, st.integers(0, 6), st.integers(-7, 7))
def test_moving_a_line_loses_none(some: tuple[Line, ...], place: int, by: int) -> None:
    moved = edits.with_moved_line(some, place, by)
    assert sorted(moved, key=repr) == sorted(some, key=repr)
    if place < len(some):
        assert moved[max(0, min(len(some) - 1, place + by))] == some[place]


@given(lines)
def test_a_new_line_is_taken_out_again(some: tuple[Line, ...]) -> None:
    longer = edits.with_new_line(some)
    assert edits.without_line(longer, len(some)) == some


def test_texts_by_language_are_added_changed_and_left_out() -> None:
    half = edits.with_text((), "en", "Half range")
    both = edits.with_text(half, "es", "Medio recorrido")
    assert edits.exact_text(both, "es") == "Medio recorrido"
    assert edits.with_text(both, "en", " ") == (LangText(lang="es", text="Medio recorrido"),)


def test_a_range_without_ends_is_none() -> None:
    ranges = edits.with_range((), "sets", Decimal(2), None)
    assert ranges == (DoseRange(field="sets", low=Decimal(2)),)
    assert edits.range_of(ranges, "sets") == (Decimal(2), None)
    assert edits.with_range(ranges, "sets", None, None) == ()


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(Impossible, match="range-upside-down"):
        edits.with_range((), "sets", Decimal(4), Decimal(2))


def test_a_reference_that_says_nothing_is_none() -> None:
    reference = edits.with_fact(None, "start", amount=Decimal(100))
    assert reference == MedicineReference(start=MedicineFact(amount=Decimal(100)))
    assert edits.with_fact(reference, "start", amount=None) is None
