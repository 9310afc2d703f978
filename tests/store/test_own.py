"""What is ours stands over the built-in library, survives every version of it, and each change can be taken back."""

from __future__ import annotations

import pytest
from core.whole_plans import entry, small_library, story_template
from sqlalchemy.exc import IntegrityError
from store.practices import ADA, Open, finalise, plan_for

from painplanner.core import edits
from painplanner.core.codec import content_hash
from painplanner.core.dose import ExerciseDose
from painplanner.core.ids import counting_ids
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.library_news import Former, LibraryNews, NamesNothing
from painplanner.core.own import (
    PRACTICE,
    Held,
    OwnChange,
    OwnEntry,
    OwnTemplate,
    Standing,
    edited_copy,
    edited_template,
    standing_of,
    with_new_original,
)
from painplanner.core.plan import Item, Step, Texts
from painplanner.core.practice import Person
from painplanner.core.values import Impossible, LangText, replace
from painplanner.errors import KnownError
from painplanner.store import Store
from painplanner.store.tables import own_entries

ME, FIRST, REDRAWN = "person-1", b"the bridge as it was drawn first", b"the bridge drawn again"
BASE = small_library()
BRIDGE, CALF = BASE.entries["exercise.bridge"], BASE.entries["exercise.calf"]
OURS: Intervention = replace(BRIDGE, dose=ExerciseDose(sets=5))
SQUAT: Intervention = replace(entry("squat"), id="own.squat")
KNEES = Template(
    id="own.knees",
    texts=(Texts(lang="en", name="Our knees"),),
    steps=(Step(id="s", items=(Item(id="a", source="exercise.calf"), Item(id="b", source="own.squat"))),),
)


def library(version: str = "1", figure: bytes = FIRST, *, without: str = "", **changes: Intervention) -> Library:
    entries = {**BASE.entries, **{one.id: one for one in changes.values()}}
    return Library(
        version=version,
        entries={key: one for key, one in entries.items() if key != without},
        templates={"template.sciatica": story_template()},
        measures=BASE.measures,
        figures={"figure.bridge": content_hash(figure)} if figure else {},
    )


def bring(store: Store, new: Library, *figures: bytes) -> None:
    store.replace_library(new, {content_hash(figure): figure for figure in figures})


@pytest.fixture
def ours(store: Store) -> Store:
    """Return a practice with a library and things of its own over it."""
    bring(store, library(), FIRST)
    store.keep_own_entry(OwnEntry(value=OURS, original=BRIDGE))
    store.keep_own_entry(OwnEntry(value=SQUAT, owner=ME))
    store.keep_own_template(OwnTemplate(value=KNEES))
    store.set_hidden("exercise.calf", True)
    store.set_tags("exercise.bridge", ["Gym", "  two   words "])
    store.keep_own_figure("own.figure", b"a picture of ours")
    return store


def test_a_practice_without_anything_own_sees_the_built_in_library(store: Store) -> None:
    bring(store, library(), FIRST)
    assert store.library() == store.built_in_library() == library()


def test_an_edited_copy_stands_in_the_place_of_its_original(ours: Store) -> None:
    seen = ours.library()
    assert seen.entries["exercise.bridge"] == OURS
    assert tuple(seen.entries) == (*BASE.entries, "own.squat")
    assert seen.templates["own.knees"] == KNEES
    assert seen.figures["own.figure"] == content_hash(b"a picture of ours")
    assert ours.built_in_library() == library()
    assert ours.figure_bytes("own.figure") == b"a picture of ours"


def test_mine_stands_over_the_practices_and_nobody_else_sees_it(ours: Store, folder, opened: Open) -> None:
    mine: Intervention = replace(BRIDGE, dose=ExerciseDose(sets=1))
    ours.keep_own_entry(OwnEntry(value=mine, owner=ME, original=BRIDGE))
    ours.set_tags("exercise.bridge", ["mine"], ME)
    assert ours.library().entries["exercise.bridge"] == mine
    assert ours.own_library().tags["exercise.bridge"] == ("Gym", "two words", "mine")
    ours.save_person(Person(id="person-2"))
    ours._desk.person = Person(id="person-2")
    assert ours.library().entries["exercise.bridge"] == OURS
    assert "own.squat" not in ours.library().entries
    assert ours.own_library().tags["exercise.bridge"] == ("Gym", "two words")


def test_what_is_hidden_is_known_with_who_hid_it_and_stays_in_the_library(ours: Store) -> None:
    ours.set_hidden("exercise.calf", True, ME)
    assert ours.own_library().hidden == {"exercise.calf": frozenset({PRACTICE, ME})}
    ours.set_hidden("exercise.calf", False)
    assert ours.own_library().hidden == {"exercise.calf": frozenset({ME})}
    assert "exercise.calf" in ours.library().entries


def test_every_change_can_be_taken_back_and_made_again(ours: Store) -> None:
    other: Intervention = replace(OURS, two_sided=True)
    changes = (
        lambda: ours.keep_own_entry(OwnEntry(value=other, original=BRIDGE)),
        lambda: ours.drop_own_entry("exercise.bridge"),
        lambda: ours.drop_own_entry("own.squat", ME),
        lambda: ours.keep_own_template(OwnTemplate(value=replace(KNEES, flare=(LangText(lang="en", text="half"),)))),
        lambda: ours.drop_own_template("own.knees"),
        lambda: ours.set_hidden("exercise.calf", False),
        lambda: ours.set_tags("exercise.bridge", []),
        lambda: ours.keep_own_figure("own.figure", b"another"),
        lambda: ours.keep_own_figure("own.new", b"another"),
    )
    for change in changes:
        before = ours.library(), ours.own_library()
        undo = change()
        after = ours.library(), ours.own_library()
        assert after != before
        redo = ours.change_own(undo)
        assert (ours.library(), ours.own_library()) == before
        ours.change_own(redo)
        assert (ours.library(), ours.own_library()) == after


def test_the_new_original_is_taken_by_dropping_ours(ours: Store) -> None:
    ours.drop_own_entry("exercise.bridge")
    assert ours.library().entries["exercise.bridge"] == BRIDGE


def test_tags_that_cannot_be_are_refused_and_nothing_is_written(ours: Store) -> None:
    for tags in ([f"t{n}" for n in range(31)], ["a" * 301]):
        with pytest.raises(Impossible):
            ours.set_tags("exercise.bridge", tags)
    assert ours.own_tags() == {"exercise.bridge": ("Gym", "two words")}


def test_a_later_edit_of_ours_never_changes_a_plan(ours: Store) -> None:
    ours.save_patient(ADA)
    item = edits.new_item(ours.library().entries["exercise.bridge"], ours.library(), counting_ids())
    drawn = edits.new_item(replace(SQUAT, figure="own.figure"), ours.library(), counting_ids(9))
    plan = replace(plan_for(ADA, steps=0), steps=(Step(id="s", items=(item, drawn)),))
    finalise(ours, plan)
    ours.keep_own_entry(OwnEntry(value=replace(OURS, dose=ExerciseDose(sets=1)), original=BRIDGE))
    ours.keep_own_figure("own.figure", b"drawn anew")
    ours.drop_own_entry("own.squat", ME)
    bring(ours, library("2", REDRAWN, bridge=replace(BRIDGE, two_sided=True)), REDRAWN)
    kept = ours.load_plan(plan.id)
    assert kept == plan
    assert kept.steps[0].items[0].dose == ExerciseDose(sets=5)
    assert ours.figure_bytes(kept.steps[0].items[0].figure.sha256) == FIRST
    assert ours.figure_bytes(kept.steps[0].items[1].figure.sha256) == b"a picture of ours"


def test_a_new_version_keeps_all_that_is_ours(ours: Store) -> None:
    before = ours.own_library()
    bring(ours, library("2", REDRAWN, bridge=replace(BRIDGE, two_sided=True)), REDRAWN)
    assert ours.own_library() == before
    assert ours.library().entries["exercise.bridge"] == OURS
    assert standing(ours) is Standing.NEW_ORIGINAL


def standing(store: Store, thing: str = "exercise.bridge") -> Standing:
    return standing_of(thing, store.built_in_library(), store.own_library())


def test_how_an_entry_stands_to_the_built_in_library(ours: Store) -> None:
    assert [standing(ours, key) for key in ("exercise.calf", "exercise.bridge", "own.squat", "own.knees")] == [
        Standing.BUILT_IN,
        Standing.EDITED,
        Standing.OWN,
        Standing.OWN,
    ]
    ours.keep_own_template(edited_template(story_template()))
    assert standing(ours, "template.sciatica") is Standing.EDITED


def test_ours_may_be_kept_beside_a_new_original(ours: Store) -> None:
    new: Intervention = replace(BRIDGE, two_sided=True)
    bring(ours, library("2", bridge=new), FIRST)
    held = ours.own_library().entries[0]
    ours.keep_own_entry(with_new_original(held, new))
    assert standing(ours) is Standing.EDITED
    assert ours.library().entries["exercise.bridge"] == OURS


def test_ours_survives_when_the_original_is_gone_with_its_picture(ours: Store) -> None:
    bring(ours, library("2", b"", without="exercise.bridge"))
    assert ours.library().entries["exercise.bridge"] == OURS
    assert standing(ours) is Standing.ORIGINAL_GONE
    assert ours.figure_bytes("figure.bridge") == FIRST
    assert ours.library().figures["figure.bridge"] == content_hash(FIRST)


def test_the_first_library_is_no_news(ours: Store) -> None:
    assert ours.library_news() is None
    bring(ours, library("1.1"), FIRST)
    assert ours.library_news() is None, "another version that says the same"


def test_the_news_tell_what_a_version_changed_and_which_of_ours_it_concerns(ours: Store) -> None:
    ours.keep_own_entry(edited_copy(BASE.entries["exercise.glide"], ME))
    changed: Intervention = replace(BRIDGE, two_sided=True)
    new = library("2", REDRAWN, bridge=changed, plank=entry("plank"), without="exercise.calf")
    entries = {key: one for key, one in new.entries.items() if key != "exercise.glide"}
    bring(ours, replace_entries(new, entries), REDRAWN)
    told = LibraryNews(
        before="1",
        after="2",
        added=("exercise.plank",),
        changed=("exercise.bridge",),
        gone=("exercise.glide", "exercise.calf"),
        redrawn=("figure.bridge",),
        former=tuple(
            Former(
                id=f"exercise.{name}",
                name=(LangText(lang="en", text=name.capitalize()), LangText(lang="es", text=f"{name} (es)")),
            )
            for name in ("glide", "calf")
        ),
        new_originals=(Held("exercise.bridge"),),
        lost_originals=(Held("exercise.glide", ME),),
        names_nothing=(NamesNothing(template=Held("own.knees"), missing=("exercise.calf",)),),
    )
    assert ours.library_news() == told
    ours.drop_own_entry("exercise.bridge")
    assert ours.library_news() == replace(told, new_originals=())
    ours.library_news_seen()
    assert ours.library_news() is None


def test_the_news_look_at_what_is_mine_and_what_is_everybodys_each_for_itself(ours: Store) -> None:
    ours.keep_own_entry(edited_copy(BRIDGE, ME))
    new: Intervention = replace(BRIDGE, two_sided=True)
    bring(ours, library("2", bridge=new), FIRST)
    everybodys = Held("exercise.bridge")
    news = ours.library_news()
    assert news is not None
    assert news.new_originals == (everybodys, Held("exercise.bridge", ME))
    ours.keep_own_entry(edited_copy(new, ME))
    news = ours.library_news()
    assert news is not None
    assert news.new_originals == (everybodys,)


def replace_entries(new: Library, entries: dict[str, Intervention]) -> Library:
    return Library(new.version, entries, new.templates, new.measures, new.figures)


def test_news_that_nobody_read_are_told_as_one_change_to_everyone_once(ours: Store) -> None:
    plank = entry("plank")
    bring(ours, library("2", bridge=replace(BRIDGE, two_sided=True), plank=plank), FIRST)
    bring(ours, library("3", without="exercise.calf", plank=replace(plank, two_sided=True)), FIRST)
    news = ours.library_news()
    assert news is not None
    assert (news.before, news.after) == ("1", "3")
    assert (news.added, news.changed, news.gone) == (("exercise.plank",), ("exercise.bridge",), ("exercise.calf",))
    bring(ours, library("4"), FIRST)
    news = ours.library_news()
    assert news is not None
    assert (news.added, news.changed, news.gone) == ((), ("exercise.bridge", "exercise.calf"), ())
    ours.library_news_seen()
    ours.save_person(Person(id="person-2"))
    ours._desk.person = Person(id="person-2")
    assert ours.library_news() is not None, "the second person has not read them"


def test_a_version_that_can_no_longer_be_read_is_compared_all_the_same(ours: Store) -> None:
    with ours._db.writing() as unit:
        unit.exec_driver_sql(
            'UPDATE library_entries SET payload = CAST(\'{"id":"exercise.calf","former":1}\' AS BLOB) '
            "WHERE id = 'exercise.calf'"
        )
    bring(ours, library("2"), FIRST)
    news = ours.library_news()
    assert news is not None
    assert news.changed == ("exercise.calf",)


def test_an_own_entry_of_a_newer_program_is_told_in_words(ours: Store) -> None:
    with ours._db.writing() as unit:
        unit.execute(own_entries.update().values(schema=2))
    with pytest.raises(KnownError, match="newer PainPlanner"):
        ours.library()


def test_ten_thousand_own_entries_come_back(store: Store) -> None:
    bring(store, library(), FIRST)
    many = {Held(f"own.e{n}"): OwnEntry(value=replace(SQUAT, id=f"own.e{n}")) for n in range(10_000)}
    store.change_own(OwnChange(entries=many))
    assert len(store.library().entries) == 10_000 + len(BASE.entries)


def test_a_change_that_fails_in_the_middle_is_not_written_at_all(ours: Store) -> None:
    before = ours.library(), ours.own_library()
    lost = OwnChange(
        entries={Held("exercise.bridge"): None},
        tags={Held("exercise.bridge"): ("new",)},
        figures={"own.figure": "0" * 64},
    )
    with pytest.raises(IntegrityError):
        ours.change_own(lost)
    assert (ours.library(), ours.own_library()) == before


def test_a_drawing_that_photographs_stand_instead_of_is_kept_with_them(store: Store) -> None:
    bring(store, library(), FIRST)
    for key, data in (
        ("own.first-1", b'{"id":"own.first-1"}'),
        ("own.photo-2", b'{"id":"own.photo-2","instead_of":"own.first-1"}'),
        ("own.photo-3", b'{"id":"own.photo-3","instead_of":"own.first-1"}'),
    ):
        store.keep_own_figure(key, data)
    store.keep_own_entry(edited_copy(replace(BRIDGE, figure="own.photo-2")))
    assert store.drop_unused_figures() == 1
    assert store.figure_bytes("own.first-1") is not None
    assert store.figure_bytes("own.photo-3") is None


def test_pictures_that_nothing_names_are_taken_away_and_plans_keep_what_they_show(store: Store) -> None:
    bring(store, library(), FIRST)
    for key, data in (("own.first-1", b"first"), ("own.second-2", b"second"), ("own.hers-3", b"hers")):
        store.keep_own_figure(key, data)
    store.keep_own_entry(edited_copy(replace(BRIDGE, figure="own.second-2")))
    store.keep_own_entry(OwnEntry(value=replace(SQUAT, figure="own.hers-3"), owner="person-2"))
    assert store.drop_unused_figures() == 1
    assert store.figure_bytes("own.first-1") is None
    assert store.figure_bytes("own.second-2") == b"second"
    assert store.figure_bytes("own.hers-3") == b"hers"
    assert store.figure_bytes(content_hash(b"first")) == b"first"
    assert store.drop_unused_figures() == 0
