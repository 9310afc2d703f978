"""What is chosen of an exercise sheet holds: how many exercises a page has, how large pictures are, which boxes."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from documents.pdf.reading import overlaps, places, structure
from documents.sciatica import BIRD_DOG, BRIDGE, SLIDER, WALKING, figures, request, with_items

from painplanner.core.plan import Item
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.core.values import replace
from painplanner.documents.blocks import Callout, Document, Exercise, plain
from painplanner.documents.exercise_sheet import KIND, exercise_sheet
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.sheet_choices import GRID, PER_PAGE, PICTURES


def nine() -> tuple[Item, ...]:
    made = (BRIDGE, BIRD_DOG, SLIDER, WALKING)
    return tuple(replace(made[n % 4], id=f"item-{n}") for n in range(9))


@cache
def sheet(per_page: str = "fits", pictures: str = "fits", grid: str = "sides") -> Document:
    options = {PER_PAGE.id: per_page, PICTURES.id: pictures, GRID.id: grid}
    return exercise_sheet(request(plan=with_items(*nine()), figures=figures(), options=options))


def exercises(document: Document) -> list[Exercise]:
    return [block for block in document.blocks if isinstance(block, Exercise)]


def on_pages(document: Document) -> list[int]:
    """Return how many exercises each page has."""
    data = write_pdf(document)
    paper = structure(data)
    counts = [0] * page_count(data)
    for n, block in enumerate(exercises(document), 1):
        part = next(one for one in paper.all("Sect") if one.text.startswith(f"{n} {block.title}"))
        (page,) = part.on
        counts[page] += 1
    return counts


def test_the_first_value_of_each_is_the_usual_one() -> None:
    usual = exercise_sheet(request(plan=with_items(*nine()), figures=figures()))
    assert sheet() == usual
    assert {option.id for option in KIND.options} == {PER_PAGE.id, PICTURES.id, GRID.id}


@pytest.mark.parametrize("grid", ["sides", "days", "none"])
@pytest.mark.parametrize("most", ["1", "2", "4", "6"])
def test_no_page_has_more_exercises_than_were_chosen_and_none_is_parted(most: str, grid: str) -> None:
    counts = on_pages(sheet(most, grid=grid))
    assert max(counts) <= int(most)
    assert sum(counts) == 9


def test_more_go_on_a_page_where_more_may() -> None:
    assert max(on_pages(sheet("6", grid="none"))) > max(on_pages(sheet("2", grid="none"))) == 2
    assert max(on_pages(sheet("4", grid="none"))) == 4
    assert set(on_pages(sheet("1"))) == {1}


@pytest.mark.parametrize("size", ORDINARY)
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_cut_and_nothing_overlaps_on_any_paper(size: PaperSize, large: bool) -> None:
    for most in ("4", "6"):
        made = msgspec.structs.replace(sheet(most), paper=size, large=large)
        data = write_pdf(made)
        assert overlaps(data) == []
        text = structure(data).text
        assert all(step in text for block in exercises(made) for step in block.steps)


def test_two_in_a_row_are_read_one_after_the_other() -> None:
    text = structure(write_pdf(sheet("4", grid="none"))).text
    titles = [f"{n} {block.title}" for n, block in enumerate(exercises(sheet("4", grid="none")), 1)]
    assert sorted(titles, key=text.index) == titles


def test_pictures_are_larger_or_smaller_as_chosen() -> None:
    widths: list[float] = []
    for size in ("small", "fits", "large"):
        boxes = [list(figure.attributes["/BBox"]) for figure in structure(write_pdf(sheet("2", size))).all("Figure")]
        widths.append(max(float(box[2]) - float(box[0]) for box in boxes))
    assert widths == sorted(set(widths))


def test_left_and_right_have_boxes_of_their_own_only_by_side() -> None:
    by_side = [block.grid for block in exercises(sheet(grid="sides"))]
    by_day = [block.grid for block in exercises(sheet(grid="days"))]
    assert [[row.label for row in grid.rows] for grid in by_side if grid][1] == ["Left", "Right"]
    assert [[row.label for row in grid.rows] for grid in by_day if grid][1] == ["Done"]


def test_without_boxes_nobody_is_told_to_tick() -> None:
    bare = sheet(grid="none")
    assert not any(block.grid for block in exercises(bare))
    said = " ".join(plain(item) for block in bare.blocks if isinstance(block, Callout) for item in block.items)
    assert "Tick" not in said
    assert "Shaded" not in said
    assert not places(write_pdf(bare), "Tick")
