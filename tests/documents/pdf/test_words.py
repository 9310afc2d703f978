"""Words of any script become glyphs that a reader finds again as words; a computer without fonts is no fault."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from documents.pdf.papers import document
from documents.pdf.reading import structure
from hypothesis import given
from hypothesis import strategies as st

from painplanner.documents.blocks import Paragraph, Run, rich
from painplanner.documents.pdf import system_fonts, write_pdf
from painplanner.documents.pdf.fonts import face_of, open_sans
from painplanner.documents.pdf.lines import elided, line, lines, shortened
from painplanner.documents.pdf.words import cleaned, word


def has(character: str) -> bool:
    return ord(character) in face_of(character, bold=False).characters


def test_open_sans_has_latin_greek_cyrillic_and_vietnamese() -> None:
    for bold in (False, True):
        assert {face_of(sign, bold=bold) for sign in "Aąłẹ̀ộưΩЖ–“×·°…"} == {open_sans(bold=bold)}


def test_a_word_is_shaped_once() -> None:
    assert word("stretch") is word("stretch")
    assert word("stretch") is not word("stretch", bold=True)


def test_a_line_is_as_wide_as_its_letters() -> None:
    face = open_sans(bold=False)
    apart = sum(face.width(glyph) for one in "Sit" for chunk in word(one).chunks for glyph in chunk.glyphs)
    assert line("Sit", 12).width == pytest.approx(apart * 12 / 1000, abs=0.01)


def test_composed_and_decomposed_letters_print_alike() -> None:
    assert cleaned("Tho\u031b\u0323") == "Thợ"
    assert structure(write_pdf(document(Paragraph(rich("Tho\u031b\u0323"))))).text == "Your plan Thợ"


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_printed(text: str) -> None:
    assert write_pdf(document(Paragraph(rich(text, text)), header_right=text, title=text)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("text", ["محمد بن أحمد", "שלום עולם"])
def test_words_from_right_to_left_are_read_in_their_order(text: str) -> None:
    if not has(text[0]):
        pytest.skip("no font for this script here")
    first = text.split()[0]
    data = write_pdf(document(Paragraph(rich(text)), Paragraph(rich(f"Name: {first}, born 1980")), title=text))
    found = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert found.count(text) == 2
    assert f"Name: {first}, born 1980" in found.replace(f"1980 born ,{first}", f"{first}, born 1980")


def test_a_script_that_no_font_here_has_is_still_there_to_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("painplanner.documents.pdf.fonts.system_face_paths", lambda bold: ())
    text = "\U00013000\U00013001"
    data = write_pdf(document(Paragraph(rich(text))))
    assert structure(data).text == f"Your plan {text}"
    assert b"pdfuaid:part" not in data
    assert b"pdfuaid:part" in write_pdf(document())


def test_a_face_that_cannot_be_opened_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "NotoSansCJK-Bold.ttc"):
        (tmp_path / name).write_bytes(b"no font")
    monkeypatch.setattr(system_fonts, "_folders", lambda: [tmp_path, tmp_path / "missing"])
    system_fonts._installed.cache_clear()
    try:
        found = system_fonts.system_face_paths(bold=True)
        assert [path.name for path, _, _ in found] == ["NotoSans-Regular.ttf", "DejaVuSans.ttf"]
        assert face_of("\U00013002", bold=False) is open_sans(bold=False)
    finally:
        system_fonts._installed.cache_clear()


def test_words_on_two_typed_lines_are_heard_as_two() -> None:
    assert (
        structure(write_pdf(document(Paragraph(rich("Walk slowly\nRest often"))))).text
        == "Your plan Walk slowly Rest often"
    )


def test_a_font_of_an_unknown_family_is_tried_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        "Amiri-Regular",
        "Amiri-Bold",
        "Amiri-Italic",
        "Mangal",
        "IconSet-Regular",
        "DejaVuSans",
        "Lohit-Devanagari",
    )
    for name in names:
        (tmp_path / f"{name}.ttf").write_bytes(b"")
    monkeypatch.setattr(system_fonts, "_folders", lambda: [tmp_path])
    system_fonts._installed.cache_clear()
    try:
        plain = [path.stem for path, _, _ in system_fonts.system_face_paths(bold=False)]
        bold = {path.stem: is_bold for path, _, is_bold in system_fonts.system_face_paths(bold=True)}
    finally:
        system_fonts._installed.cache_clear()
    assert plain == ["DejaVuSans", "Amiri-Regular", "Lohit-Devanagari", "Mangal"]
    assert bold == {"DejaVuSans": False, "Amiri-Bold": True, "Lohit-Devanagari": False, "Mangal": False}


def test_bold_is_drawn_with_a_line_round_letters_where_a_script_has_no_bold_face() -> None:
    face = face_of("王", bold=True)
    if not has("王") or not face.is_heavier:
        pytest.skip("no font for this script here, or one with a bold of its own")
    assert " 2 Tr " in line("王", 12, bold=True).show
    assert line("王 a", 12, bold=True).show.count("0 Tr") == 1


def test_lines_are_no_wider_than_their_place_and_lose_nothing() -> None:
    text = "Sit tall with both feet on the floor and breathe out slowly while you lift your leg. " * 4
    found = lines((Run(text),), 12, 150)
    assert max(one.width for one in found) <= 150
    assert "".join(one.text for one in found) == text


def test_a_word_wider_than_a_line_is_parted() -> None:
    found = lines((Run("a " + "W" * 80 + " b", bold=True),), 12, 100)
    assert max(one.width for one in found) <= 100
    assert "".join(one.text for one in found).replace(" ", "") == "a" + "W" * 80 + "b"


def test_line_ends_that_were_typed_stay() -> None:
    assert [one.text for one in lines((Run("one\ntwo\n\nfour"),), 12, 500)] == ["one ", "two ", " ", "four"]


def test_weights_may_change_inside_a_word() -> None:
    (one,) = lines(rich("un", "believ", "able"), 12, 500)
    assert one.text == "unbelievable"
    assert len(one.used) == 2


def test_chinese_may_part_between_any_two_signs_but_not_before_a_full_stop() -> None:
    found = lines((Run("王小明李华病人的名字。" * 6),), 12, 100)
    assert len(found) > 3
    assert not any(one.text.startswith("。") for one in found)


def test_what_is_cut_is_cut_with_an_ellipsis() -> None:
    text = "A very long label indeed"
    cut = elided(text, 12, 80)
    assert cut.endswith("…")
    assert line(cut, 12).width <= 80
    assert elided("short", 12, 80) == "short"


def test_a_name_is_cut_in_its_middle() -> None:
    found = shortened("Anna " * 60 + "Zoë, born 13 January 1980", 12, 300, 2)
    text = " ".join(one.text.strip() for one in found)
    assert len(found) == 2
    assert text.startswith("Anna Anna")
    assert text.endswith("Zoë, born 13 January 1980")
    assert "…" in text


@pytest.mark.parametrize("text", ["W" * 300, "A sentence on the back. " * 12 + "born August 1", "a" * 29 + " b " * 90])
@pytest.mark.parametrize("width", [60, 120, 200, 400])
@pytest.mark.parametrize("most", [1, 2, 3, 12])
def test_a_text_is_shortened_to_as_many_lines_as_there_is_room_for(text: str, width: float, most: int) -> None:
    made = shortened(text, 18, width, most)
    assert len(made) <= most
    assert all(one.width <= width + 0.01 for one in made)
