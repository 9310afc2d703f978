"""What a paper lacks in its language is named before it is printed, with the part of the plan it belongs to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from documents.golden import logged, rated
from documents.pseudo import LANG, said, translated, write_catalogue
from documents.sciatica import BRIDGE, MEASURES, PLAN, SLIDER, request, with_items
from documents.tracked import reported

from painplanner.core.plan import Goal, LineKind, Texts
from painplanner.core.values import LangText, replace
from painplanner.documents.blocks import Document, Paragraph, TickGrid, rich
from painplanner.documents.registry import kind_ids
from painplanner.services.explaining import picture_for
from painplanner.services.languages import Gap, unprintable, untranslated
from painplanner.services.publish import make_document
from painplanner.text import noting_missing, translator

HANDOUT, SHEET, LOG, TEAM = "handout", "exercise-sheet", "daily-log", "team-report"


def only(texts: tuple[Any, ...], lang: str) -> tuple[Any, ...]:
    return tuple(one for one in texts if one.lang == lang)


def words(gaps: tuple[Gap, ...]) -> list[str]:
    return [gap.words for gap in gaps]


@pytest.mark.parametrize("kind", kind_ids())
@pytest.mark.parametrize("lang", ["en", "en-GB", "es", "es-MX"])
def test_a_plan_from_the_library_lacks_nothing_in_english_and_spanish(kind: str, lang: str) -> None:
    asked = request(rated(), language=lang)
    # The papers for colleagues are in the language of the practice; studies are quoted in English.
    assert untranslated(asked, kind) == ()


def test_an_exercise_without_spanish_words_is_named_with_its_place() -> None:
    bridge = replace(BRIDGE, texts=only(BRIDGE.texts, "en"))
    gaps = untranslated(request(with_items(bridge), language="es"), SHEET)
    assert gaps == (Gap("Exercise “Bridge”: all its words", BRIDGE.id, "item"),)


def test_an_english_paper_names_what_is_only_in_spanish() -> None:
    bridge = replace(BRIDGE, texts=only(BRIDGE.texts, "es"))
    (gap,) = untranslated(request(with_items(bridge)), SHEET)
    assert gap.subject == BRIDGE.id


def test_steps_that_are_not_translated_are_named_only_where_a_paper_tells_them() -> None:
    english, spanish = BRIDGE.texts
    bridge = replace(BRIDGE, texts=(english, replace(spanish, lines=())))
    plan = with_items(bridge)
    assert "Exercise “Bridge”: how to do it" in words(untranslated(request(plan, language="es"), SHEET))[0]
    handout = words(untranslated(request(plan, language="es"), HANDOUT))
    assert not any("how to do it" in text for text in handout)


def test_what_a_person_typed_is_taken_as_it_is() -> None:
    goal = Goal(id="goal-1", text="Caminar con mi perro")
    assert untranslated(request(replace(PLAN, goals=(goal,)), language="es"), HANDOUT) == ()


def test_words_of_the_plan_are_named_by_what_they_are() -> None:
    english = {"plain_title": only(PLAN.plain_title, "en"), "why_words": only(PLAN.why_words, "en")}
    goal = Goal(id="goal-1", words=(LangText(lang="en", text="Walk the dog"),))
    gaps = untranslated(request(replace(PLAN, goals=(goal,), **english), language="es"), HANDOUT)
    assert set(gaps) == {
        Gap("Title for the patient: all its words"),
        Gap("Why, in the patient’s words: all its words"),
        Gap("Goal “Walk the dog”: all its words", "goal-1", "goal"),
    }


def test_a_measure_of_a_checkpoint_is_named_with_its_checkpoint() -> None:
    check = PLAN.checkpoints[0]
    criteria = tuple(replace(one, name=only(one.name, "en")) for one in check.criteria)
    plan = replace(PLAN, checkpoints=(replace(check, criteria=criteria),), goals=())
    gaps = untranslated(request(plan, language="es"), HANDOUT)
    assert {(gap.subject_kind, gap.subject) for gap in gaps} == {("checkpoint", check.id)}
    assert all(gap.words.startswith("Measure “") for gap in gaps)


def test_a_row_of_a_log_is_named() -> None:
    asked = logged(language="es")
    rows = tuple(replace(row, name=only(row.name, "en")) for row in asked.log.rows) if asked.log else ()
    gaps = untranslated(dataclasses.replace(asked, log=replace(asked.log, rows=rows)), LOG)
    assert len(gaps) == len(rows)


def test_a_language_without_a_catalogue_is_one_gap_beside_the_texts() -> None:
    gaps = untranslated(request(language="tlh"), HANDOUT)
    assert gaps[0].words == (
        "The program’s own sentences: there are none in this language, all of them print in English"
    )
    assert {gap.subject for gap in gaps} >= {SLIDER.id, ""}


def test_for_whom_a_change_counts_is_quoted_in_english_and_said_so() -> None:
    asked = reported()
    spanish = dataclasses.replace(asked, practice=replace(asked.practice, language="es"))
    assert words(untranslated(spanish, TEAM)) == ["Measure “Pain, 0 to 10”: for whom its changes count"]
    assert untranslated(asked, TEAM) == ()


def test_the_labels_of_an_explaining_picture_are_named() -> None:
    plan = replace(PLAN, template="template.sciatica")
    picture = picture_for(plan)
    assert picture is not None
    gaps = untranslated(request(plan, language="tlh", explaining=picture.drawn("tlh")), HANDOUT)
    assert any(gap.words.startswith("Labels of the picture “") for gap in gaps)
    assert untranslated(request(plan, language="es", explaining=picture.drawn("es")), HANDOUT) == ()


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A further language whose catalogue lacks one sentence."""
    write_catalogue(tmp_path, but_for={"Your steps"})
    monkeypatch.setenv("PAINPLANNER_TRANSLATIONS", str(tmp_path))
    translator.cache_clear()
    yield tmp_path
    translator.cache_clear()


@pytest.mark.usefixtures("catalogue")
def test_a_sentence_that_a_catalogue_lacks_is_named() -> None:
    plan, measures = translated(PLAN), translated(MEASURES)
    gaps = untranslated(request(plan, measures=measures, language=LANG), HANDOUT)
    assert words(gaps) == ["1 sentence of the program: “Your steps”"]


@pytest.mark.usefixtures("catalogue")
def test_missing_words_are_noted_only_while_someone_listens() -> None:
    t = translator(LANG)
    assert t.gettext("Your steps") == "Your steps"
    with noting_missing() as lacked:
        assert t.gettext("STOP") == said("STOP")
        assert t.gettext("Your steps") == "Your steps"
        assert t.ngettext("{n} cat", "{n} cats", 2) == "{n} cats"
        assert t.pgettext("animal", "cat") == "cat"
    assert lacked == ["Your steps", "{n} cat", "cat"]


def test_what_no_font_has_is_told_with_text_and_script() -> None:
    lost = "\U00012000\U00012001"
    paper = Document("handout", f"Plan of {lost}", "en", (Paragraph(rich("Plain words, Łukasz, “é”.")),))
    (found,) = unprintable(paper)
    assert found.text == f"Plan of {lost}"
    assert found.characters == tuple(lost)
    assert found.names == ("CUNEIFORM SIGN A", "CUNEIFORM SIGN A TIMES A")
    assert found.scripts == ("Cuneiform",)
    assert found.words == (
        f"“Plan of {lost}” has signs that no font on this computer has: {lost[0]} {lost[1]} (Cuneiform). They would "
        "print as empty boxes. Install a font for this script and start the program again, or write it in other "
        "letters."
    )


def test_what_is_heard_and_never_printed_is_not_asked_for() -> None:
    lost = "\U00012000"
    assert unprintable(Document("handout", "Plan", "en", (TickGrid((), (), lost),), author=lost, code=lost)) == ()


@pytest.mark.parametrize("kind", [HANDOUT, SHEET])
def test_a_name_is_looked_at_wherever_it_stands(kind: str) -> None:
    asked = request()
    named = dataclasses.replace(asked, patient=replace(asked.patient, name="Anna \U00012000"))
    assert [found.text for found in unprintable(make_document(named, kind))] == ["Anna \U00012000, born August 3, 1978"]
    assert unprintable(make_document(asked, kind)) == ()


def test_a_line_kind_has_words_of_its_own() -> None:
    texts = Texts(lang="es", name="Puente")
    bridge = replace(BRIDGE, texts=(BRIDGE.texts[0], texts))
    (gap,) = untranslated(request(with_items(bridge), language="es", today=date(2026, 1, 13)), SHEET)
    kinds = {line.kind for line in BRIDGE.texts[0].lines}
    assert LineKind.STEP in kinds
    assert gap.words.startswith("Exercise “Bridge”: how to do it")
