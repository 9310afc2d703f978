"""Every exercise of the library is shown as it is done: a movement by its ends, a hold by its push and its time."""

from __future__ import annotations

import re

import pytest

from painplanner.core.figure import Figure
from painplanner.core.library import Category, Intervention, Kind
from painplanner.services.library import read_figures, read_library

LIBRARY = read_library()[0]
FIGURES = {figure.id: figure for figure in read_figures()}
EXERCISES = [entry for entry in LIBRARY.entries.values() if entry.kind is Kind.EXERCISE]
RESTING = {Category.RELAXATION, Category.POSTURE}
"""What is neither a movement nor a hold against something: lying still, breathing, a position to sleep in."""
HOLDS = [entry for entry in EXERCISES if len(FIGURES[entry.figure].frames) == 1 and entry.category not in RESTING]
SIDED = {"en": r"\b(right|left)\b", "es": r"\bizquierd|\b(lado|brazo|codo|pie|hombro|tobillo|muslo) derecho\b"}


def kinds(figure: Figure) -> list[str]:
    return [mark.kind for mark in figure.marks]


def test_every_id_of_a_figure_that_an_entry_names_is_drawn() -> None:
    named = {entry.figure for entry in LIBRARY.entries.values() if entry.figure}
    assert named - set(FIGURES) == set()
    assert all(entry.figure for entry in EXERCISES)


@pytest.mark.parametrize("entry", EXERCISES, ids=lambda entry: entry.id)
def test_what_moves_has_a_start_and_an_end(entry: Intervention) -> None:
    figure = FIGURES[entry.figure]
    if len(figure.frames) == 1:
        assert entry in HOLDS or entry.category in RESTING
        return
    assert 2 <= len(figure.frames) <= 4
    assert figure.trains
    assert kinds(figure)


@pytest.mark.parametrize("entry", HOLDS, ids=lambda entry: entry.id)
def test_a_hold_where_nothing_moves_shows_where_to_push_and_that_it_takes_time(entry: Intervention) -> None:
    assert getattr(entry.dose, "hold_s", None)
    assert {"push", "clock"} <= set(kinds(FIGURES[entry.figure]))


def test_about_fifteen_exercises_are_holds() -> None:
    assert 8 <= len(HOLDS) <= 20


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.id)
def test_every_picture_is_told_in_both_languages_picture_by_picture(figure: Figure) -> None:
    assert len(figure.alt) == len(figure.frames)
    for words in figure.alt:
        assert {one.lang for one in words} == {"en", "es"}
        assert all(one.text.strip() for one in words)


def test_words_of_a_picture_name_no_side_where_it_is_mirrored_for_the_other() -> None:
    for entry in LIBRARY.entries.values():
        if entry.two_sided and entry.figure:
            told = [one for words in FIGURES[entry.figure].alt for one in words]
            assert [one.text for one in told if re.search(SIDED[one.lang], one.text)] == [], entry.id
