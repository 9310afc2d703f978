"""A paper is checked against what a program sees of PEMAT-P and the CDC Index; its author is told what to mend."""

from __future__ import annotations

import pytest
from documents.golden import documents

from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Exercise,
    Fill,
    Heading,
    Message,
    Paragraph,
    Picture,
    Stop,
    rich,
)
from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_of
from painplanner.services.document_check import DocumentCheck, Scale, check_document
from painplanner.services.document_check.aspects import ASPECTS
from painplanner.services.words.document_check import advice_words, check_line, faults

BARE = {"empty-handout-en": {"tool"}, "sciatica-sheet-strong-en": {"steps"}}
"""Papers of plans that lack what they would be made of: any step, the words of an exercise."""
STOP = Stop("Go now", ("You feel weak",), "Call us", ("A rash",), (("Office", "555"),))
GOOD = (
    Message(rich("", "Move a little more each day."), is_summary=True),
    Heading("What to do"),
    Bullets((rich("Walk for 10 minutes."), rich("Sit for 20 minutes.")), mark="box"),
    Heading("Good to know"),
    Paragraph(rich("Your back may be sore at first.")),
    STOP,
)


def paper(*blocks: Block, lang: str = "en", title: str = "Your plan") -> Document:
    return Document(kind="handout", title=title, language=lang, blocks=blocks)


def failing(*blocks: Block, lang: str = "en") -> dict[str, str]:
    return {aspect.code: where for aspect, where in check_document(paper(*blocks, lang=lang)).failed}


def test_a_plain_paper_fails_in_nothing() -> None:
    check = check_document(paper(*GOOD))
    assert check.failed == ()
    assert (check.score(Scale.PEMAT), check.score(Scale.INDEX)) == (100, 100)
    assert check.has_call_box
    assert not check.is_too_hard


HARD = "Progressive contraction of the posterior musculature facilitates neuromuscular reorganisation throughout."


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (lambda b: b[1:], "one-message", ""),
        (lambda b: (b[1], b[0], *b[2:]), "message-first", ""),
        (lambda b: (Message(rich("One. Is. Two. Is. Three."), is_summary=True), *b[1:]), "lead-short", "One. Is. Two"),
        (lambda b: (*b, Paragraph(rich(HARD)), Paragraph(rich(HARD))), "reads-easily", ""),
        (lambda b: (*b, Paragraph(rich("This is wear and tear of the disc."))), "no-worrying-words", "This is wear"),
        (lambda b: (*b, Paragraph(rich("The shot is given by the doctor."))), "active-voice", "The shot is given"),
        (lambda b: (*b, Paragraph(rich("Walk for ten minutes a day."))), "numbers", "Walk for ten"),
        (lambda b: (*b, Paragraph(rich("Divide the time that you walked."))), "no-sums", "Divide"),
        (lambda b: (*b, Callout("Much", tuple(rich(f"Point {n}.") for n in range(6)))), "chunks", "Much"),
        (lambda b: (Message(b[0].words), *b[1:]), "summary", ""),
        (lambda b: (*b, Exercise("1", "Bridge", steps=("Lift your hips.",))), "pictures", "Bridge"),
        (lambda b: (b[0], Paragraph(rich("Your back is sore.")), Fill("Name")), "tool", ""),
        (lambda b: (b[0], Paragraph(rich("The back is sore now.")), STOP), "you", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_first_place(change: object, code: str, where: str) -> None:
    found = failing(*change(GOOD))  # type: ignore[operator]
    assert code in found
    assert found[code].startswith(where)


def test_a_letter_that_is_short_for_a_word_ends_no_sentence() -> None:
    lead = Message(rich("Lea esto. Venga el lunes a las 9:30 a. m. con M. Reyes. Traiga este papel."), is_summary=True)
    assert "lead-short" not in failing(lead, *GOOD[1:], lang="es")


def test_an_exercise_without_steps_is_named() -> None:
    drawn = next(picture for picture in _pictures())
    assert failing(*GOOD, Exercise("1", "Bridge", pictures=(drawn,)))["steps"] == "Bridge"


def _pictures() -> tuple[Picture, ...]:
    sheet = documents()["sciatica-sheet-en"]
    return tuple(p for block in sheet.blocks if isinstance(block, Exercise) for p in block.pictures)


def test_to_hurt_oneself_is_no_frightening_word_and_both_feet_are_no_number() -> None:
    lines = (Paragraph(rich("Tiene ganas de hacerse daño hoy.")), Paragraph(rich("Ponga los dos pies en el piso.")))
    assert not {"no-worrying-words", "numbers"} & set(failing(*lines, lang="es"))


def test_a_language_without_formulas_is_not_judged_by_those_of_another() -> None:
    check = check_document(paper(*GOOD, lang="ar"))
    assert check.reading is None
    assert not {aspect.code for aspect in check.passed} & {"reads-easily", "active-voice", "numbers", "you"}
    assert check_line(check) == f"PEMAT-P {check.score(Scale.PEMAT)} % · CDC Index {check.score(Scale.INDEX)} %"


def test_labels_do_not_make_a_paper_look_easier_than_it_is() -> None:
    labels = tuple(Paragraph(rich("Sit well.")) for _n in range(50))
    hard = check_document(paper(*GOOD[:1], Paragraph(rich(HARD)))).reading
    assert check_document(paper(*GOOD[:1], Paragraph(rich(HARD)), *labels)).reading == hard


def test_a_paper_too_hard_or_without_a_call_box_says_so_first() -> None:
    check = check_document(paper(Message(rich(HARD)), Paragraph(rich(HARD))))
    assert check.is_too_hard
    assert not check.has_call_box
    assert [line.split(".")[0] for line in faults(check)[:2]] == [
        "Too hard to read for many patients",
        "It does not say when to stop and call",
    ]


def test_a_fault_names_its_place_and_a_long_one_is_cut() -> None:
    long = "Walk for ten minutes " + "and then a little more " * 8
    line = next(line for line in faults(check_document(paper(*GOOD, Paragraph(rich(long))))) if "figures" in line)
    assert line.startswith("Write numbers as figures. First at: “Walk for ten minutes")
    assert line.endswith("…”")


def test_every_aspect_has_words() -> None:
    assert all(advice_words(aspect.code) != aspect.code for aspect in ASPECTS)


def test_the_line_says_how_it_reads_and_both_scores() -> None:
    assert check_line(check_document(paper(*GOOD))) == "grade 0.0 · PEMAT-P 100 % · CDC Index 100 %"
    assert check_line(check_document(documents()["sciatica-handout-es"])).startswith("INFLESZ ")


@pytest.mark.parametrize(
    "name", [name for name in documents() if not name.startswith(("sciatica-team", "sciatica-chart"))]
)
def test_our_own_papers_meet_what_can_be_checked(name: str) -> None:
    document = documents()[name]
    if kind_of(document.kind).reader is Reader.PATIENT:
        check: DocumentCheck = check_document(document)
        left = {aspect.code for aspect, _where in check.failed}
        assert left == BARE.get(name, set()), faults(check)
        assert not check.is_too_hard
