"""Words from right to left stand in the order of Unicode's rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.documents.pdf.direction import has_right_to_left, levels, visual_order


def seen(text: str) -> str:
    return "".join(text[n] for n in visual_order(levels(text)))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("אבג", "גבא"),
        ("אבג דהו", "והד גבא"),
        ("אבג 123", "123 גבא"),
        ("אבג 12.5 דה", "הד 12.5 גבא"),
        ("אבג, born 12 May", "גבא, born 12 May"),
        ("see אבג 12-3 now", "see 12-3 גבא now"),
        ("5 % of אבג", "5 % of גבא"),
        ("بَت", "تَب"),
        ("ب ١٢٣", "١٢٣ ب"),
        ("plain words", "plain words"),
        ("بت 555-0142", "555-0142 تب"),
        ("بت 20418-0, ت", "ت ,20418-0 تب"),
        ("בת 555 555 0142 את", "תא 555 555 0142 תב"),
        ("بت (555) 555-0142.", ".(555) 555-0142 تب"),
        ("بت +1 555 555 0142", "+1 555 555 0142 تب"),
        ("ب 5-10% ت", "ت 5-10% ب"),
        ("ب 5 10 ت", "ت 10 5 ب"),
    ],
)
def test_a_line_is_seen_in_this_order(typed: str, shown: str) -> None:
    assert seen(typed) == shown


def test_only_some_scripts_run_from_right_to_left() -> None:
    assert has_right_to_left("Name: محمد")
    assert not has_right_to_left("Łukasz Ngô Thị Ánh Юлия 王 देव")


def test_nothing_has_no_order() -> None:
    assert levels("") == []
    assert visual_order([]) == []


LETTERS = st.text(st.sampled_from("אבגبتث ab,.!"), max_size=8)


@given(st.text(max_size=30), st.booleans())
def test_every_sign_stands_somewhere_once(text: str, leftwards: bool) -> None:
    assert sorted(visual_order(levels(text, leftwards=leftwards))) == list(range(len(text)))


@given(LETTERS, LETTERS, st.sampled_from(["555-0142", "+1 555 555 0142", "(555) 555-0142", "20418-0"]), st.booleans())
def test_a_number_is_never_turned_round(before: str, after: str, number: str, leftwards: bool) -> None:
    text = f"{before}א {number} א{after}"
    order = visual_order(levels(text, leftwards=leftwards))
    assert number in "".join(text[n] for n in order)


@given(LETTERS)
def test_a_text_runs_as_its_paper_unless_all_its_letters_run_the_other_way(text: str) -> None:
    is_latin, is_other = any(sign in "ab" for sign in text), has_right_to_left(text)
    ends = levels(f"{text}.", leftwards=True)[-1] % 2, levels(f"{text}.")[-1] % 2
    assert ends == (int(is_other or not is_latin), int(not is_latin))
