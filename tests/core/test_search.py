"""Finding while typing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.search import Field, SearchDoc, SearchIndex, words_of

DOCS = (
    SearchDoc("bird-dog", ("Bird dog",), ("Arm and leg reach",), other_names=("Perro de caza",)),
    SearchDoc("bridge", ("Bridge",), ("Lift your hips", "hip lift"), other_names=("Puente de glúteos",)),
    SearchDoc("bridge-march", ("Bridge with marching",), ("Walk on your bridge",)),
    SearchDoc("calf", ("Calf raise",), ("Rise on your toes",), other_names=("Elevación de talones",)),
    SearchDoc("calf-stretch", ("Calf stretch",)),
    SearchDoc("neck-epidural", ("Cervical epidural injection",), levels=("c5", "c6")),
    SearchDoc("epidural", ("Epidural steroid injection",), ("ESI",), levels=("l4", "l5", "s1")),
    SearchDoc("gabapentin", ("Gabapentin",), ("Neurontin",)),
    SearchDoc("wife", ("Łukasz Wiśniewski",)),
    SearchDoc("slider", ("Nerveglide of the sciatic nerve", "Sciatic slider"), tags=("morning",)),
    SearchDoc("anh", ("Ngô Thị Ánh",)),
    SearchDoc("knee", ("Seated knee extension",), text="Straighten your knee while sitting on a chair."),
    SearchDoc("julia", ("Юлия Ёлкина",)),
)
INDEX = SearchIndex(DOCS)


def test_three_letters_find_a_name() -> None:
    assert INDEX.find("bri", 10) == ("bridge", "bridge-march")
    assert INDEX.find("bird", 10) == ("bird-dog",)
    assert INDEX.find("calf", 10) == ("calf", "calf-stretch")


def test_the_order_of_the_words_does_not_matter() -> None:
    assert INDEX.find("ma bri", 10) == ("bridge-march",)
    assert INDEX.find("ext knee", 10) == INDEX.find("knee ext", 10) == ("knee",)


def test_where_no_entry_holds_every_word_the_most_telling_ones_are_found() -> None:
    assert set(INDEX.find("bridge raise", 10)) == {"bridge", "bridge-march", "calf"}
    assert INDEX.find("sciatic epidural steroid", 10) == ("epidural",)
    assert INDEX.find("gabapentin banana", 10) == ("gabapentin",)


def test_case_and_accents_do_not_matter() -> None:
    assert INDEX.find("GLUTEOS", 10) == ("bridge",)
    assert INDEX.find("elevacion", 10) == ("calf",)
    assert INDEX.find("lukasz wisn", 10) == ("wife",)
    assert INDEX.find("ngo anh", 10) == ("anh",)
    assert INDEX.find("елкина", 10) == ("julia",)


def test_the_name_comes_before_a_synonym_a_tag_the_text_and_another_language() -> None:
    docs = (
        SearchDoc("a-other", ("Q",), other_names=("Hold",)),
        SearchDoc("b-text", ("R",), text="Hold still."),
        SearchDoc("c-tag", ("S",), tags=("hold",)),
        SearchDoc("d-synonym", ("T",), synonyms=("Hold",)),
        SearchDoc("e-later", ("Arm hold",)),
        SearchDoc("f-longer", ("Holding on",)),
        SearchDoc("g-begun", ("Hold on",)),
        SearchDoc("h-exact", ("Hold",)),
    )
    found = SearchIndex(docs).find("hold", 10)
    assert found == ("h-exact", "g-begun", "f-longer", "e-later", "d-synonym", "c-tag", "b-text", "a-other")


def test_a_word_within_a_word_is_found_after_those_that_begin() -> None:
    docs = (SearchDoc("inside", ("Nerveglide",)), SearchDoc("begun", ("Slow glide",)))
    assert SearchIndex(docs).find("glide", 10) == ("begun", "inside")
    assert INDEX.find("glide", 10) == ("slider",)


def test_one_slip_is_forgiven_where_the_names_hold_nothing_else() -> None:
    for typed in ("brigde", "brdge", "bridgge", "brodge", "ridge", "vridge", "rbidge"):
        assert INDEX.find(typed, 10)[:2] == ("bridge", "bridge-march"), typed
    assert INDEX.find("gabapentn", 10) == ("gabapentin",)
    assert INDEX.find("brodgo", 10) == ()
    assert INDEX.find("xyz", 10) == ()


def test_two_slips_are_forgiven_in_a_long_word() -> None:
    for typed in ("gabbapentn", "gbaapetnin", "abapentn", "havapentin"):
        assert INDEX.find(typed, 10) == ("gabapentin",), typed
    assert INDEX.find("gxbxpxntin", 10) == ()


def test_a_slip_is_forgiven_before_the_word_is_finished_and_beside_other_words() -> None:
    assert INDEX.find("gabpe", 10) == ("gabapentin",)
    assert INDEX.find("kne extens", 10) == ("knee",)
    docs = (SearchDoc("case", ("Feel the case",)), SearchDoc("raise", ("Heel raise",)))
    assert SearchIndex(docs).find("heel rase", 10) == ("raise",), "a known word is taken as it is"


def test_a_level_of_the_spine_finds_what_is_done_there() -> None:
    assert INDEX.find("epidural L5", 10) == ("epidural",)
    assert INDEX.find("l4-5 epidural", 10) == ("epidural",)
    assert INDEX.find("epidural c6", 10) == ("neck-epidural",)
    assert INDEX.find("epidural t8", 10) == ("epidural", "neck-epidural")


def test_words_of_the_text_are_found_from_three_letters_on() -> None:
    assert INDEX.find("chair", 10) == ("knee",)
    assert "knee" not in INDEX.find("wh", 10)
    assert INDEX.find("knee on", 10) == ("knee",)


def test_what_is_filled_in_later_is_found_from_then_on() -> None:
    index = SearchIndex(ids=("one", "two"))
    index.add(1, Field.NAME, ("Bridge",))
    assert index.find("bri", 5) == ("two",)
    index.add(0, Field.NAME, ("Bridle",))
    index.add_words(1, Field.TEXT, ("floor",))
    assert index.find("bri", 5) == ("one", "two")
    assert index.find("flor", 5) == ("two",)


def test_a_limit_holds() -> None:
    assert INDEX.find("bri", 1) == ("bridge",)
    assert INDEX.find("bri", 0) == ()
    assert len(INDEX.find("", 4)) == 4
    assert SearchIndex(()).find("bri", 5) == ()
    assert SearchIndex(()).find("bridge calf", 5) == ()


names = st.lists(st.text(max_size=10), min_size=1, max_size=6)


@given(names, st.data())
def test_the_beginning_of_any_word_finds_its_name(given_names: list[str], data: st.DataObject) -> None:
    index = SearchIndex(SearchDoc(str(place), (name,)) for place, name in enumerate(given_names))
    place = data.draw(st.integers(0, len(given_names) - 1))
    words = words_of(given_names[place])[:5]
    typed = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in words)
    found = index.find(typed, 100)
    assert str(place) in found
    assert len(found) == len(set(found))


@given(st.text("abcdefghij", min_size=8, max_size=12), st.integers(0, 3), st.data())
def test_any_one_slip_in_a_word_still_finds_it(word: str, kind: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slipped = (
        word[:at] + word[at + 1 :],
        word[:at] + "k" + word[at:],
        word[:at] + "k" + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[kind]
    assert SearchIndex((SearchDoc("it", (word,)), SearchDoc("other", ("zzzz",)))).find(slipped, 5) == ("it",)


@given(st.text(max_size=30))
def test_anything_may_be_typed(text: str) -> None:
    found = INDEX.find(text, 100)
    assert len(found) == len(set(found))


def test_words_that_were_meant_otherwise_one_by_one_are_found_together() -> None:
    """One word stands for another only where names begin so, the other one only where they do not."""
    index = SearchIndex((
        SearchDoc("desk", names=("Desk set-up",), text="stretch"),
        SearchDoc("disk", names=("Disks",), other_names=("Stretch",)),
        SearchDoc("other", names=("Stretch of the calf",)),
    ))  # fmt: skip
    assert index.find("desk stretches", 5), "nothing was found"


def test_a_word_that_only_looks_like_a_level_is_found_by_its_beginning() -> None:
    index = SearchIndex((SearchDoc("one", ("C11",)), SearchDoc("two", ("Letter l5s1",))))
    assert index.find("c1", 5) == ("one",)
    assert index.find("letter l5s1", 5) == ("two",)
