"""A word beside a curve stands where nothing is drawn, as far as there is such a place."""

from __future__ import annotations

from painplanner.core.label_place import Ground, freest

HERE, THERE = (100.0, 50.0), (60.0, 20.0)


def place(*places: tuple[float, float], **ground: object) -> tuple[float, float]:
    return freest(places, 30.0, 10.0, Ground(**{"runs": (), **ground}))  # pyright: ignore[reportArgumentType]


def test_the_first_place_is_taken_where_nothing_is_drawn() -> None:
    assert place(HERE, THERE) == HERE


def test_a_word_never_stands_on_a_dot() -> None:
    assert place(HERE, THERE, runs=(((85.0, 55.0),),)) == THERE


def test_nor_on_a_line_between_dots_that_lie_outside() -> None:
    assert place(HERE, THERE, runs=(((40.0, 55.0), (200.0, 55.0)),)) == THERE
    assert place(HERE, THERE, runs=(((40.0, 95.0), (200.0, 95.0)),)) == HERE


def test_nor_across_an_upright_line() -> None:
    assert place(HERE, THERE, uprights=(90.0,)) == THERE


def test_where_no_place_is_free_the_one_with_least_is_taken() -> None:
    full = (((85.0, 55.0), (45.0, 25.0)), ((90.0, 55.0),))
    assert place(HERE, THERE, runs=full) == THERE


def test_of_two_numbers_on_one_day_no_line_is_drawn_into_nowhere() -> None:
    assert place(HERE, runs=(((85.0, 5.0), (85.0, 95.0)),)) == HERE
