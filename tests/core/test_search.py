"""Finding while typing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.search import SearchDoc, SearchIndex, words_of

DOCS = (
    SearchDoc("bridge", ("Bridge", "Lift your hips", "Puente de glúteos", "hip lift")),
    SearchDoc("bridge-march", ("Bridge with marching", "Walk on your bridge")),
    SearchDoc("bird-dog", ("Bird dog", "Arm and leg reach", "Perro de caza")),
    SearchDoc("calf", ("Calf raise", "Rise on your toes", "Elevación de talones")),
    SearchDoc("calf-stretch", ("Calf stretch",)),
    SearchDoc("slider", ("Nerveglide of the sciatic nerve", "Sciatic slider")),
    SearchDoc("wife", ("Łukasz Wiśniewski",)),
    SearchDoc("anh", ("Ngô Thị Ánh",)),
    SearchDoc("julia", ("Юлия Ёлкина",)),
)
INDEX = SearchIndex(DOCS)


def test_three_letters_find_a_name() -> None:
    assert INDEX.find("bri", 10) == ("bridge", "bridge-march")
    assert INDEX.find("bird", 10) == ("bird-dog",)
    assert INDEX.find("calf", 10) == ("calf", "calf-stretch")


def test_every_typed_word_must_begin_a_word() -> None:
    assert INDEX.find("ma bri", 10) == ("bridge-march",)
    assert INDEX.find("bridge raise", 10) == ()


def test_case_and_accents_do_not_matter() -> None:
    assert INDEX.find("GLUTEOS", 10) == ("bridge",)
    assert INDEX.find("elevacion", 10) == ("calf",)
    assert INDEX.find("lukasz wisn", 10) == ("wife",)
    assert INDEX.find("ngo anh", 10) == ("anh",)
    assert INDEX.find("елкина", 10) == ("julia",)


def test_a_name_that_begins_as_typed_comes_first() -> None:
    docs = (SearchDoc("a", ("Arm bridge",)), SearchDoc("b", ("Hold", "bridge hold")), SearchDoc("c", ("Bridges",)))
    assert SearchIndex(docs).find("bridge", 10) == ("c", "b", "a")


def test_a_word_within_a_word_is_found_after_those_that_begin() -> None:
    docs = (SearchDoc("inside", ("Nerveglide",)), SearchDoc("begun", ("Slow glide",)))
    assert SearchIndex(docs).find("glide", 10) == ("begun", "inside")
    assert INDEX.find("glide", 10) == ("slider",)


def test_one_slip_is_forgiven_when_nothing_else_fits() -> None:
    for typed in ("brigde", "brdge", "bridgge", "brodge"):
        assert INDEX.find(typed, 10) == ("bridge", "bridge-march"), typed
    assert INDEX.find("brodgo", 10) == ()
    assert INDEX.find("xyz", 10) == ()


def test_what_is_liked_comes_first() -> None:
    assert INDEX.find("bri", 10, boosts={"bridge-march": 2.0}) == ("bridge-march", "bridge")
    assert INDEX.find("", 2, boosts={"calf": 2.0, "anh": 1.0}) == ("calf", "anh")


def test_a_limit_holds() -> None:
    assert INDEX.find("bri", 1) == ("bridge",)
    assert INDEX.find("bri", 0) == ()
    assert len(INDEX.find("", 4)) == 4
    assert SearchIndex(()).find("bri", 5) == ()


@given(st.lists(st.text(max_size=10), min_size=1, max_size=6), st.data())
def test_the_beginning_of_any_word_finds_its_name(names: list[str], data: st.DataObject) -> None:
    index = SearchIndex(SearchDoc(str(place), (name,)) for place, name in enumerate(names))
    place = data.draw(st.integers(0, len(names) - 1))
    words = words_of(names[place])
    typed = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in words)
    found = index.find(typed, 100)
    assert str(place) in found
    assert len(found) == len(set(found))
