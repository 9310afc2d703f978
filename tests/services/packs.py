"""Two practices that give library packs to one another, and packs spoilt on their way."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest
from core.whole_plans import entry, small_library, story_template
from hypothesis import strategies as st
from store.practices import Open, folder, key, made, opened, store  # noqa: F401

from painplanner.core import edits
from painplanner.core.codec import content_hash
from painplanner.core.dose import ExerciseDose
from painplanner.core.entry_changes import entry_changes
from painplanner.core.figure import Figure, Frame, encode_figure
from painplanner.core.ids import counting_ids
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.own import OwnEntry, OwnTemplate, edited_copy
from painplanner.core.plan import Item, Step, Texts
from painplanner.core.values import replace
from painplanner.exchange.library_pack import sealed
from painplanner.services.own_library import export_pack
from painplanner.services.words.differences import difference_words
from painplanner.store import Store

TODAY = date(2026, 3, 2)
ME = "person-1"
FIGURE = encode_figure(Figure(id="figure.bridge", frames=(Frame(base="standing"),)))
DRAWN = encode_figure(Figure(id="own.figure-1", frames=(Frame(base="standing", knee=90.0),)))
BRIDGE = small_library().entries["exercise.bridge"]
OURS: Intervention = replace(BRIDGE, dose=ExerciseDose(sets=4, reps=8))
SQUAT: Intervention = replace(entry("squat"), id="own.exercise-1", figure="own.figure-1")
TEMPLATE = Template(
    id="own.template-1",
    texts=(Texts(lang="en", name="Our knees"),),
    steps=(Step(id="step.one", items=(Item(id="a", source="own.exercise-1"), Item(id="b", source="exercise.bridge"))),),
)


def built_in(version: str = "1") -> tuple[Library, dict[str, bytes]]:
    base = small_library()
    story = story_template()
    steps = tuple(replace(s, items=tuple(i for i in s.items if i.id != "d")) for s in story.steps)
    library = Library(
        version=version,
        entries=base.entries,
        templates={"template.sciatica": replace(story, steps=steps, checkpoints=())},
        measures=base.measures,
        figures={"figure.bridge": content_hash(FIGURE)},
    )
    return library, {content_hash(FIGURE): FIGURE}


@pytest.fixture
def ours(store: Store) -> Store:  # noqa: F811
    """Return a practice with an edited copy, an entry, a template, a picture and tags of its own."""
    store.replace_library(*built_in())
    fill(store)
    return store


def fill(store: Store) -> None:  # noqa: F811
    store.keep_own_figure("own.figure-1", DRAWN)
    store.keep_own_entry(edited_copy(BRIDGE))
    store.keep_own_entry(OwnEntry(value=OURS, original=BRIDGE))
    store.keep_own_entry(OwnEntry(value=SQUAT, owner=ME))
    store.set_tags("own.exercise-1", ["knees", "Gym"], ME)
    store.keep_own_template(OwnTemplate(value=TEMPLATE))


@pytest.fixture
def other(made, tmp_path: Path, opened: Open) -> Store:  # noqa: F811
    """Return another practice with the same built-in library and nothing of its own."""
    shutil.copytree(made[0], tmp_path / "other")
    store = opened(tmp_path / "other")  # noqa: F811
    store.replace_library(*built_in())
    return store


def pack(store: Store, ids: tuple[str, ...] | None = None) -> bytes:  # noqa: F811
    return export_pack(store, ids, "Lindenhof", today=TODAY)


def everything(store: Store) -> object:  # noqa: F811
    return store.library(), store.own_library(), store.own_tags(), store.own_tags(ME)


def lines_of(data: bytes) -> list[bytes]:
    return data.split(b"\n")[:-2]


def changed(data: bytes, written: str, instead: str) -> bytes:
    """Return a pack that was made with other words, sealed as its maker would."""
    lines = lines_of(data)
    assert any(written.encode() in line for line in lines), written
    return sealed([line.replace(written.encode(), instead.encode(), 1) for line in lines])


def picture(figure_id: str, figure: str) -> bytes:
    """Return the record of a picture with whatever stands for its figure."""
    return msgspec.json.encode({"figure": {"id": figure_id, "sha256": content_hash(figure.encode()), "data": figure}})


def spoilt(whole: bytes, data: st.DataObject) -> bytes:
    """Return a pack with bytes flipped, cut out or put in, or lines swapped, doubled or left out."""
    for _n in range(data.draw(st.integers(1, 3))):
        at, to = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
        lines = whole.split(b"\n")
        a, b = data.draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        doubled, swapped = [*lines[:a], lines[b], *lines[a:]], list(lines)
        swapped[a], swapped[b] = lines[b], lines[a]
        whole = data.draw(
            st.sampled_from(
                (
                    whole[:at] + data.draw(st.binary(min_size=1, max_size=4)) + whole[at + 1 :],
                    whole[:at] + whole[to:],
                    whole[:at],
                    b"\n".join(doubled),
                    b"\n".join(swapped),
                    b"\n".join(lines[:a] + lines[a + 1 :]),
                )
            )
        )
    return whole


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["exercise", "en", "own.exercise-1", "step", "1e9999", "NaN", "-1", "2026-01-01", "mg", "after"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def twisted(value: object, data: st.DataObject) -> object:
    """Return parts of which one, anywhere, is something else, twice there, or not there."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 4)):
        key = data.draw(st.sampled_from(sorted(value)))
        if not data.draw(st.integers(0, 9)):
            return {other: part for other, part in value.items() if other != key}
        return {**value, key: twisted(value[key], data)}
    if isinstance(value, list) and value and data.draw(st.integers(0, 4)):
        place = data.draw(st.integers(0, len(value) - 1))
        if not data.draw(st.integers(0, 9)):
            return [*value, value[place]]
        return [*value[:place], twisted(value[place], data), *value[place + 1 :]]
    return data.draw(json_values)


def use(store: Store) -> None:  # noqa: F811
    """Take everything into plans, compare it with its originals, and give it on."""
    library, built_in = store.library(), store.built_in_library()
    for one in library.entries.values():
        edits.new_item(one, library, counting_ids())
        if one.id in built_in.entries:
            difference_words(entry_changes(built_in.entries[one.id], one), str, str)
    for template in library.templates.values():
        edits.plan_from_template(template, library, counting_ids(), patient="p", today=TODAY, number=1)
    assert pack(store)
