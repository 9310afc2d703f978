"""The detail tells what a clinician asks of an entry and of a template, in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from painplanner.core.plan import Line, LineKind, Texts
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.detail.sections import checked_words, parallel
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.explaining_view import ExplainingView
from painplanner.gui.widgets.facts import Facts
from painplanner.gui.widgets.parallel_lines import ParallelLines


def facts(page: LibraryPage) -> dict[str, str]:
    return dict(line for each in page.detail.body.findChildren(Facts) for line in each.shown)


def texts(page: LibraryPage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel))


def test_an_exercise_tells_dose_range_time_and_how_it_is_filed(page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    found = facts(page)
    assert found["Usual dose"].startswith("3 × ")
    assert "sets" in found["Usual range"]
    assert found["Expect an effect"].endswith("weeks")
    assert found["Position"] == "On the back"
    assert found["Mechanism"].startswith("Nociceptive")
    assert [tag.text for tag in page.detail.head.findChildren(Tag) if tag.isVisible()][:2] == ["Root cause", "Exercise"]


@pytest.mark.parametrize(
    ("thing", "picture"), [("education.disc_facts", "explain.disc"), ("template.achilles_runner", "explain.achilles")]
)
def test_what_has_an_explaining_picture_shows_it_with_its_name(page: LibraryPage, thing: str, picture: str) -> None:
    page.show_thing(thing)
    (view,) = page.detail.body.findChildren(ExplainingView)
    assert view.picture.id == picture
    assert "Gray's Anatomy" in texts(page)


def test_what_has_no_explaining_picture_shows_none(page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    assert not page.detail.body.findChildren(ExplainingView)


def test_both_names_stand_in_the_head(page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    assert page.detail.head.name.text() == "Bridge"
    assert page.detail.head.below.text() == "Lift your hips · Puente"


def test_in_a_narrow_detail_the_names_keep_the_whole_width(page: LibraryPage) -> None:
    page.show_thing("behavioural.act")
    head = page.detail.head
    for width, is_beside in ((900, True), (420, False), (900, True)):
        head.resize(width, 160)
        head.layout().activate()
        assert (head.star.y() < head.name.geometry().bottom()) is is_beside


def test_a_medicine_tells_its_reference_amounts_each_with_its_tag(page: LibraryPage) -> None:
    page.show_thing("medicine.gabapentin")
    found = facts(page)
    assert found["Usual"].endswith("]")
    assert "mg" in found["Start"]
    assert "Kidney disease" in found["Take care with"]


def test_sources_come_with_the_meaning_of_their_tags(page: LibraryPage) -> None:
    page.show_thing("medicine.gabapentin")
    said = texts(page)
    assert "[K]" in said
    assert "from clinical knowledge, to be checked" in said


def test_patient_words_stand_line_by_line_in_both_languages(page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    words = page.detail.findChild(ParallelLines)
    assert words.is_side_by_side
    assert {"Set-up", "Steps", "Safety"} <= {line.kind for line in words.lines}
    assert all(len(line.words) == 2 and all(line.words) for line in words.lines)


def test_in_a_narrow_window_the_languages_stand_below_one_another(qtbot, page: LibraryPage) -> None:
    page.resize(860, 700)
    page.show_thing("exercise.bridge")
    qtbot.waitUntil(lambda: not page.detail.findChild(ParallelLines).is_side_by_side)


def test_lines_of_one_kind_align_also_where_a_language_has_fewer() -> None:
    english = Texts(
        lang="en",
        name="Bridge",
        lines=(
            Line(kind=LineKind.SETUP, text="Lie down."),
            Line(kind=LineKind.STEP, text="Lift."),
            Line(kind=LineKind.STEP, text="Hold."),
            Line(kind=LineKind.SAFETY, text="Stop if it is too much."),
        ),
    )
    spanish = Texts(
        lang="es",
        name="Puente",
        lines=(Line(kind=LineKind.STEP, text="Levante."), Line(kind=LineKind.SAFETY, text="Pare si es mucho.")),
    )
    assert [line.words for line in parallel((english, spanish))] == [
        ("Lie down.", ""),
        ("Lift.", "Levante."),
        ("Hold.", ""),
        ("Stop if it is too much.", "Pare si es mucho."),
    ]


def test_a_translation_says_who_checked_it() -> None:
    assert checked_words(Texts(lang="es", name="Puente")) == "Not yet checked by a clinician"
    assert checked_words(Texts(lang="es", name="Puente", checked_by="Dr. Ruiz")) == "Checked by Dr. Ruiz"


def test_every_entry_and_template_can_be_shown(ctx: AppContext, page: LibraryPage) -> None:
    for thing_id in (*ctx.library.entries, *ctx.library.templates):
        page.show_thing(thing_id)
        assert page.detail.subject == thing_id


@pytest.fixture
def sciatica(page: LibraryPage) -> LibraryPage:
    page.pane.scope.segment("templates").click()
    page.show_thing("template.sciatica")
    return page


def test_templates_are_found_by_name_region_and_driver(qtbot, page: LibraryPage, ctx: AppContext) -> None:
    page.pane.scope.segment("templates").click()
    assert set(page.pane.found.ids) == set(ctx.library.templates)
    qtbot.keyClicks(page.pane.search, "sciat")
    qtbot.waitUntil(lambda: page.pane.found.ids == ("template.sciatica",))
    assert page.pane.count.text() == "1 template"


def test_a_template_shows_steps_checkpoints_goals_and_flare_plan(sciatica: LibraryPage) -> None:
    said = texts(sciatica)
    assert "Graded sitting and nerve glides" in said
    assert "Checkpoint 21 days after the start of “Epidural steroid injection”" in said
    assert "go on to “Posterior chain strength and walking intervals”" in said
    assert "Sit for 45 minutes" in said
    assert "Keep up short, easy walks." in said
    assert "?" not in facts(sciatica)["In 60 days"], "a template has no value of today"


def test_an_item_of_a_template_leads_to_its_entry_and_back(sciatica: LibraryPage) -> None:
    from PySide6.QtWidgets import QPushButton

    links = {one.text(): one for one in sciatica.detail.body.findChildren(QPushButton)}
    links["Bridge"].click()
    assert sciatica.detail.subject == "exercise.bridge"
    sciatica.detail.head.back.click()
    assert sciatica.detail.subject == "template.sciatica"
