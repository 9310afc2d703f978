"""The page of the practice: what heads every paper is saved together, whom pictures show is taken at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import Closing, Goal, GoalEnd
from painplanner.core.practice import PersonDrawn
from painplanner.core.values import replace
from painplanner.gui import person_drawn
from painplanner.gui.context import AppContext
from painplanner.gui.pages.practice import SAMPLE, PracticePage
from painplanner.gui.thumbnails import Thumbnails, picture
from painplanner.services.plans import end_visit


@pytest.fixture
def page(qtbot, ctx: AppContext) -> Iterator[PracticePage]:
    before = ctx.practice
    made = PracticePage(ctx)
    qtbot.addWidget(made)
    made.resize(900, 1200)
    made.show()
    made.refresh()
    yield made
    ctx.store.save_practice(before)
    person_drawn.show(before.person_drawn)


def choose(page: PracticePage, part: str, n: int) -> None:
    field = page.person_drawn.choices[part]
    field.setCurrentIndex(n)
    field.activated.emit(n)


def test_a_chosen_person_is_kept_and_typed_words_stay(page: PracticePage, ctx: AppContext) -> None:
    page.lines["phone"].setText("555 9999")
    choose(page, "skin", 4)
    choose(page, "clothes", 2)
    assert ctx.practice.person_drawn == PersonDrawn(skin=4, clothes=2)
    assert ctx.practice.phone == "555 0101"
    assert page.lines["phone"].text() == "555 9999"
    page.save()
    assert ctx.practice.phone == "555 9999"
    assert ctx.practice.person_drawn == PersonDrawn(skin=4, clothes=2)


def test_the_choice_is_seen_in_colour_and_in_grey(page: PracticePage) -> None:
    before = {medium: place.pixmap().toImage() for medium, place in page.person_drawn.pictures.items()}
    choose(page, "skin", 3)
    after = {medium: place.pixmap().toImage() for medium, place in page.person_drawn.pictures.items()}
    assert all(before[medium] != after[medium] for medium in before)


def test_pictures_in_the_window_show_the_chosen_person(qtbot, page: PracticePage, ctx: AppContext) -> None:
    figure = ctx.library.figure(SAMPLE)
    assert figure is not None
    thumbnails = Thumbnails(ctx)
    size = QSize(120, 90)

    def kept():
        qtbot.waitUntil(lambda: thumbnails.picture(SAMPLE, size, 1.0) is not None)
        made = thumbnails.picture(SAMPLE, size, 1.0)
        assert made is not None
        return made.toImage()

    light, in_list = picture(figure, size, is_dark=False).toImage(), kept()
    choose(page, "skin", 4)
    assert picture(figure, size, is_dark=False).toImage() != light
    assert kept() != in_list


def test_a_practice_opens_with_its_own_person(page: PracticePage, ctx: AppContext) -> None:
    ctx.store.save_practice(replace(ctx.practice, person_drawn=PersonDrawn(hair=3)))
    ctx.attach(ctx.store)
    page.refresh()
    assert person_drawn.shown() == PersonDrawn(hair=3)
    assert page.person_drawn.person() == PersonDrawn(hair=3)


def test_the_results_of_the_practice_follow_its_closed_plans(page: PracticePage, ctx: AppContext, new_plan) -> None:
    goals = (Goal(id="a", text="Sit"), Goal(id="b", text="Sleep"))
    plan = replace(new_plan, goals=goals, template="template.sciatica")
    closing = Closing(on=ctx.today(), goals=(("a", GoalEnd.REACHED), ("b", GoalEnd.PARTLY)))
    end_visit(ctx.store, close_plan(plan, closing), ctx.today())
    page.refresh()
    said = [words.accessibleName() for words in page.results._rows.findChildren(QLabel)]
    every, *by_template = [name for name in said if name]
    assert every.startswith("All plans, ")
    assert any("1 of 2 goals reached; 1 partly, too few plans for a percentage" in line for line in by_template)


def test_the_language_of_the_window_is_chosen_for_the_next_start(page: PracticePage, ctx: AppContext) -> None:
    field = page.language
    assert [field.itemText(n) for n in range(field.count())] == ["Like the system", "English", "Español"]
    assert field.currentData() == ""
    for code in ("es", ""):
        field.setCurrentIndex(field.findData(code))
        field.activated.emit(field.currentIndex())
        assert ctx.settings.text("language") == code
