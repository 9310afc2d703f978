"""A plan keeps the photographs it was made with, whatever becomes of the entry and the library."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from core.photographed import TALL, WIDE, figure, jpeg, kept, photo
from services.packs import SQUAT, TODAY, built_in
from store.practices import ADA

from painplanner.core import edits
from painplanner.core.codec import content_hash
from painplanner.core.drawing import Photograph
from painplanner.core.figure import Figure, encode_figure
from painplanner.core.ids import counting_ids
from painplanner.core.library import Library
from painplanner.core.own import Held, OwnChange, OwnEntry
from painplanner.core.plan import Plan, Step
from painplanner.core.values import replace
from painplanner.documents.blocks import Exercise, Picture
from painplanner.services import gathering, publish
from painplanner.store import Store

ONE, TWO = jpeg(WIDE), jpeg(TALL)
FIRST = figure(photo(ONE), figure_id="own.figure-1")
SECOND = figure(photo(TWO, TALL), frames=0, figure_id="own.figure-1")


def keep(store: Store, shown: Figure, *jpegs: bytes) -> OwnChange:
    """Keep the entry with a picture and its photographs, in one change."""
    data = encode_figure(shown)
    return store.change_own(
        OwnChange(
            entries={Held(SQUAT.id): OwnEntry(value=SQUAT)},
            figures={shown.id: content_hash(data)},
            pictures={content_hash(data): data},
            photos=kept(*jpegs),
        )
    )


@pytest.fixture
def planned(store: Store) -> tuple[Store, Plan]:
    """Return a practice, and a final plan with an exercise that was photographed."""
    store.replace_library(*built_in())
    keep(store, FIRST, ONE)
    store.save_patient(ADA)
    ids = counting_ids()
    item = edits.new_item(SQUAT, store.library(), ids)
    plan = Plan(
        id="plan-1", patient=ADA.id, title="Squats", start=TODAY, steps=(Step(id="step-1", items=(item,)),), number=1
    )
    request = gathering.gather(store, plan, TODAY)
    publish.keep(store, request, publish.make_papers(request, ("exercise-sheet",)))
    return store, store.load_plan("plan-1")


def pictures(store: Store, plan: Plan) -> tuple[Picture, ...]:
    request = gathering.gather(store, plan, TODAY)
    document = publish.make_document(request, "exercise-sheet")
    return next(block for block in document.blocks if isinstance(block, Exercise)).pictures


def photographs(store: Store, plan: Plan) -> list[bytes]:
    shapes = [shape for one in pictures(store, plan) for shape in one.drawing.shapes]
    return [shape.data for shape in shapes if isinstance(shape, Photograph)]


def test_a_plan_prints_the_photograph_of_its_entry(planned: tuple[Store, Plan]) -> None:
    assert photographs(*planned) == [ONE]


def test_another_photograph_of_the_entry_leaves_the_plan_as_it_was(planned: tuple[Store, Plan]) -> None:
    store, plan = planned
    before = pictures(store, plan)
    undo = keep(store, SECOND, TWO)
    assert pictures(store, plan) == before
    store.change_own(undo)
    assert pictures(store, plan) == before


def test_an_entry_that_is_taken_away_leaves_the_plan_as_it_was(planned: tuple[Store, Plan]) -> None:
    store, plan = planned
    store.change_own(OwnChange(entries={Held(SQUAT.id): None}, figures={"own.figure-1": None}))
    assert photographs(store, plan) == [ONE]


def test_another_version_of_the_library_leaves_the_plan_and_the_entry_as_they_were(planned: tuple[Store, Plan]) -> None:
    store, plan = planned
    library, figures = built_in("2")
    store.replace_library(replaced(library, entries={}, figures={}), figures)
    store.replace_library(Library(version="3"), {})
    assert photographs(store, plan) == [ONE]
    assert store.library().figures["own.figure-1"] == content_hash(encode_figure(FIRST))
    assert store.pictures(kept(ONE)) == kept(ONE)


def test_a_photograph_and_its_picture_are_kept_together_or_not_at_all(store: Store) -> None:
    class Torn(Exception):
        pass

    def some() -> None:
        keep(store, FIRST, ONE)
        raise Torn

    with pytest.raises(Torn), store._db.writing():
        some()
    assert store.pictures(kept(ONE)) == {}
    assert store.figure_bytes("own.figure-1") is None


def test_a_photograph_that_is_not_in_the_practice_still_gives_a_sheet(planned: tuple[Store, Plan]) -> None:
    store, plan = planned
    gone = figure(photo(jpeg((90, 60)), (90, 60)), frames=0, figure_id="own.figure-1")
    keep(store, gone)
    fresh = edits.new_item(SQUAT, store.library(), counting_ids(9))
    bare: Plan = replace(plan, steps=(Step(id="step-1", items=(fresh,)),))
    (only,) = pictures(store, bare)
    assert (only.caption, photographs(store, bare)) == ("We will show you", [])
    (paper,) = publish.make_papers(gathering.gather(store, bare, TODAY), ("exercise-sheet",))
    assert paper.pages
