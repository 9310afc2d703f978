"""Words fall back to English, whole; in Spanish the program says nothing in English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fixed_words import PROGRAM, messages_below

from painplanner.core.codes import ALLERGIES, CAUTIONS, CONDITIONS, DRUG_CLASSES, MEDICINES, RED_FLAGS
from painplanner.services.words import code_name
from painplanner.text import has_catalogue, noting_missing, speaking, translator

COUNTS = (1, 0, 2, 7)
MESSAGES = tuple(dict.fromkeys(messages_below(PROGRAM)))
SPANISH = translator("es")


def english(message: Sequence[str]) -> tuple[str, ...]:
    """Return what is said in English: one form, or that for one and that for many."""
    call, *words = message
    return tuple(words[1:] if call == "pgettext" else words)


def spanish(message: Sequence[str]) -> tuple[str, ...]:
    """Return what is said in Spanish, for every count that has a form of its own."""
    call, first, *rest = message
    if call == "ngettext":
        return tuple(SPANISH.ngettext(first, rest[0], n) for n in COUNTS)
    return (SPANISH.pgettext(first, rest[0]) if call == "pgettext" else SPANISH.gettext(first),)


def ends(text: str) -> tuple[bool, bool, bool]:
    """Return what the window reads into a text: that more is asked, and the room beside a value."""
    return text.endswith("…"), text.endswith(" "), text.startswith(" ")


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def test_english_needs_no_catalogue() -> None:
    assert translator("en").gettext("Save") == "Save"
    assert translator("en-US").ngettext("{n} day", "{n} days", 2) == "{n} days"


def test_a_language_without_catalogue_is_known_to_be_missing() -> None:
    assert not has_catalogue("tlh")
    assert translator("tlh").gettext("Save") == "Save"


def test_every_sentence_of_the_program_has_a_spanish_one() -> None:
    assert len(MESSAGES) > 2000
    with noting_missing() as missing:
        for message in MESSAGES:
            spanish(message)
    assert sorted(set(missing)) == []


def test_every_code_has_a_spanish_name() -> None:
    codes = (*ALLERGIES, *CONDITIONS, *MEDICINES, *RED_FLAGS)
    with speaking("es"), noting_missing() as missing:
        names = [code_name(each) for each in (*(code.id for code in codes), *CAUTIONS, *DRUG_CLASSES)]
    assert missing == []
    assert all(names)


def test_spanish_fills_in_what_english_fills_in() -> None:
    wrong = [
        forms
        for message in MESSAGES
        for forms in [spanish(message)]
        if holes(forms[0]) != holes(english(message)[0]) or holes(forms[-1]) != holes(english(message)[-1])
    ]
    assert wrong == []


def test_spanish_has_words_for_one_and_for_many() -> None:
    assert [message for message in MESSAGES if not all(form.strip() for form in spanish(message))] == []
    assert SPANISH.ngettext("{n} day", "{n} days", 1) == "{n} día"
    assert {SPANISH.ngettext("{n} day", "{n} days", n) for n in (0, 2, 7)} == {"{n} días"}


def test_spanish_begins_and_ends_as_english_does() -> None:
    wrong = [
        (message, form) for message in MESSAGES for form in spanish(message) if ends(form) != ends(english(message)[-1])
    ]
    assert wrong == []
