"""A library pack carries what is ours to another practice whole, shows what it would bring, and can be taken back."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from core.whole_plans import small_library
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.packs import (
    BRIDGE,
    DRAWN,
    FIGURE,
    ME,
    OURS,
    SQUAT,
    TODAY,
    changed,
    everything,
    lines_of,
    pack,
    picture,
    spoilt,
    twisted,
    use,
)

from painplanner.core.dose import ExerciseDose
from painplanner.core.figure import Figure, Frame, decode_figure, encode_figure
from painplanner.core.library import DoseRange, Library
from painplanner.core.loose_ends import leading_nowhere
from painplanner.core.own import (
    PRACTICE,
    Held,
    OwnChange,
    OwnEntry,
    Standing,
    standing_of,
)
from painplanner.core.plan import Line, Texts
from painplanner.core.practice import Person
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.exchange.library_pack import PackFault, sealed
from painplanner.exchange.pack_reading import read_pack
from painplanner.services.own_library import import_pack, open_pack, pack_bytes
from painplanner.store import Store


def test_a_pack_carries_entries_templates_pictures_and_tags_to_another_practice(ours: Store, other: Store) -> None:
    preview = open_pack(other, pack(ours), "ours.painpack")
    assert (preview.pack.header.name, preview.pack.header.made_on) == ("Lindenhof", TODAY)
    assert set(preview.new) == {"own.exercise-1", "own.template-1", "own.figure-1"}
    assert (preview.different, preview.same) == (("exercise.bridge",), ("figure.bridge",))
    import_pack(other, preview, replace=["exercise.bridge"])
    assert other.library() == ours.library()
    assert other.own_tags() == {"own.exercise-1": ("knees", "Gym")}
    assert other.figure_bytes("own.figure-1") == DRAWN
    assert standing_of("exercise.bridge", other.built_in_library(), other.own_library()) is Standing.EDITED
    assert set(open_pack(other, pack(ours), "ours.painpack").same) == set(preview.records)


def test_what_differs_here_stays_unless_it_is_named(ours: Store, other: Store) -> None:
    import_pack(other, open_pack(other, pack(ours), "ours.painpack"))
    assert other.library().entries["exercise.bridge"] == BRIDGE
    assert other.library().entries["own.exercise-1"] == SQUAT


def test_what_was_taken_in_can_be_taken_back(ours: Store, other: Store) -> None:
    other.keep_own_entry(OwnEntry(value=replace(BRIDGE, two_sided=True), original=BRIDGE))
    other.set_tags("own.exercise-1", ["mine"])
    before = everything(other)
    undo = import_pack(other, open_pack(other, pack(ours), "p"), replace=["exercise.bridge"])
    after = everything(other)
    redo = other.change_own(undo)
    assert everything(other) == before
    other.change_own(redo)
    assert everything(other) == after
    assert other.own_tags()["own.exercise-1"] == ("mine", "knees", "Gym")


def test_a_pack_may_be_taken_in_for_one_person_only(ours: Store, other: Store) -> None:
    import_pack(other, open_pack(other, pack(ours), "p"), ME, ["exercise.bridge"])
    assert {one.owner for one in other.own_library().entries} == {ME}


def test_what_everybody_gets_is_also_seen_by_the_one_who_had_another(ours: Store, other: Store) -> None:
    other.keep_own_entry(OwnEntry(value=replace(BRIDGE, two_sided=True), owner=ME, original=BRIDGE))
    before = everything(other)
    undo = import_pack(other, open_pack(other, pack(ours), "p"), PRACTICE, ["exercise.bridge"])
    assert other.library().entries["exercise.bridge"] == OURS
    other.change_own(undo)
    assert everything(other) == before


def test_a_template_takes_the_own_entries_that_it_names_with_it(ours: Store, other: Store) -> None:
    preview = open_pack(other, pack(ours, ("own.template-1",)), "p")
    assert set(preview.records) == {"own.template-1", "own.exercise-1", "own.figure-1"}


def test_a_built_in_entry_can_be_given_to_one_who_lacks_it(ours: Store, other: Store) -> None:
    fewer = {name: one for name, one in small_library().entries.items() if name != "exercise.calf"}
    other.replace_library(Library(version="0", entries=fewer), {})
    preview = open_pack(other, pack(ours, ("exercise.calf",)), "p")
    import_pack(other, preview)
    assert preview.new == ("exercise.calf",)
    assert standing_of("exercise.calf", other.built_in_library(), other.own_library()) is Standing.ORIGINAL_GONE


def test_lines_may_end_as_on_another_system(ours: Store, other: Store) -> None:
    data = b"\xef\xbb\xbf" + pack(ours).replace(b"\n", b"\r\n")
    assert open_pack(other, data, "p").records == open_pack(other, pack(ours), "p").records
    assert open_pack(other, pack(ours).removesuffix(b"\n"), "p").records


def test_the_file_is_looked_at_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "p.painpack").write_bytes(b"x")
    assert pack_bytes(tmp_path / "p.painpack") == b"x"
    with (tmp_path / "big.painpack").open("wb") as file:
        file.truncate(64_000_001)
    for name, said in (("big.painpack", "larger than 64000000 bytes"), ("none.painpack", "cannot be read")):
        with pytest.raises(KnownError, match=said):
            pack_bytes(tmp_path / name)


def zipped() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "a")
    return out.getvalue()


SQUAT_LINE = '{"entry":{"id":"own.exercise-1"'


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('"sets":4', '"sets":99', "p, line 2, exercise.bridge, dose.sets: Sets cannot be 99: from 1 to 20."),
        ('"sets":4', '"sets":4,"sts":1', "p, line 2, exercise.bridge, dose.sts: There is no field “sts” here."),
        ('"sets":4', '"load_unit":"stone"', "p, line 2, exercise.bridge, dose.load_unit: “stone” is no unit"),
        (
            SQUAT_LINE,
            SQUAT_LINE + ',"regions":["elbo"]',
            "p, line 3, own.exercise-1, regions 1: “elbo” is not one of the choices. There are: neck,",
        ),
        (
            '"name":"Squat"',
            f'"name":"{"a" * 1_000_000}"',
            "p, line 3, own.exercise-1, texts en, name: The name is 1000000",
        ),
        ('"name":"Squat"', f'"name":"{"a" * 400}"', "p, line 3, own.exercise-1, texts en, name: The name is 400"),
        ('"name":"Squat"', '"name":"Squ\\u0000at"', "p, line 3, own.exercise-1, texts en, name: There is a character"),
        ('"name":"Squat"', '"name":"\\u202eSquat"', "p, line 3, own.exercise-1, texts en, name: There is a character"),
        ('"name":"Squat"', '"name":"Squ\x00at"', "p, line 3: The line cannot be read."),
        ('"name":"Squat"', '"name":' + "[" * 100_000, "p, line 3: The line cannot be read."),
        (
            '"name":"Squat"',
            '"name":' + "[" * 30 + "]" * 30,
            "p, line 3, own.exercise-1, texts en, name 1, 1, 1",
        ),
        (SQUAT_LINE, '{"entry":{"id":"own.Exercise 1"', "p, line 3, own.Exercise 1, id: “own.Exercise 1” is not an id"),
        (SQUAT_LINE, '{"entry":{"id":"../../practice"', "p, line 3, ../../practice, id: "),
        (
            SQUAT_LINE,
            '{"entry":{"id":"exercise.bridge"',
            "p, line 3, exercise.bridge, id: This id stands already in line 2.",
        ),
        (SQUAT_LINE, '{"entry":{"id":"medicine.x"', "p, line 3, medicine.x, id: The id “medicine.x” does not begin"),
        (SQUAT_LINE, '{"recipe":{"id":"own.exercise-1"', "p, line 3: There is no such record"),
        (SQUAT_LINE, '{"figure":{},"entry":{"id":"own.exercise-1"', "p, line 3: There is no such record"),
        (
            '"precautions":["osteoporosis"]',
            '"precautions":["bad-luck"]',
            "p, line 2, exercise.bridge, precautions: “bad-luck”",
        ),
        (
            '"original":{"id":"exercise.bridge"',
            '"original":{"id":"exercise.calf"',
            "p, line 2, exercise.bridge, original.id",
        ),
        (
            '"source":"own.exercise-1"',
            '"source":"own.exercise-2"',
            "p, line 4, own.template-1, steps step.one, items a, source: “own.exercise-2” leads to nothing",
        ),
        ('"id":"step.one"', '"id":"step.one","drivers":["no"]', "p, line 4, own.template-1, steps step.one, drivers"),
        ('{"template":{"id":"own.template-1"', '{"template":{"id":"exercise.x"', "p, line 4, exercise.x, id"),
        ('"knee\\":90', '"knee\\":91', "sha256: The picture does not fit its check value."),
        ('"tags":["knees"', f'"tags":["{"a" * 301}"', "p, line 3, own.exercise-1, tag: The tag is 301"),
        (
            SQUAT_LINE,
            SQUAT_LINE + ',"' + "k" * 500 + '\\u202e\\u0007":1',
            f"p, line 3, own.exercise-1, {'k' * 79}…: There is no field “{'k' * 199}…” here.",
        ),
        (SQUAT_LINE, SQUAT_LINE + ',"regions":["' + "r" * 500 + '"]', f"regions 1: “{'r' * 199}…” is not one"),
        (
            SQUAT_LINE,
            SQUAT_LINE + ',"reassess_days":[1,99999999]',
            "own.exercise-1, reassess_days: Reassess days can",
        ),
        (
            '"sets":4',
            '"load":"1e-9999"',
            "exercise.bridge, dose.load: Load cannot be 1E-9999: from 0 to 500.",
        ),
        (
            SQUAT_LINE,
            SQUAT_LINE + ',"purpose":"fun"',
            "own.exercise-1, purpose: “fun” is not one of the known",
        ),
        ('"lang":"es"', '"lang":"../x"', "p, line 2, exercise.bridge, texts ../x, lang: “../x” is not a language"),
        ('"name":"Our knees"', '"name":""', "p, line 4, own.template-1, texts: An entry needs a name"),
        (
            '"id":"step.one"',
            '"id":"step.one","timing":{"type":"after","step":"step.two"}',
            "p, line 4, own.template-1, steps step.one, timing.step: “step.two” leads to nothing",
        ),
        ('"painpack":1', '"painpack":2,"more":1', "p, line 1: Made by a newer PainPlanner."),
        ('"schema":1', '"schema":7', "p, line 1: Made by a newer PainPlanner."),
        ('"painpack":1', '"painpack":0', "p: This is not a library pack"),
        ('"painpack":1', '"painpack":"x"', "p, line 1: The line cannot be read."),
        ('"count":5', '"count":6', "p, line 1, count: The pack says that it has 6 records, and 5 are there."),
        ('"made_on":"2026', '"made_on":"yes', "p, line 1, made_on: "),
        ('"name":"Lindenhof"', '"nome":"Lindenhof"', "p, line 1, nome: There is no field “nome” here."),
    ],
)
def test_a_pack_that_says_something_wrong_is_refused_whole(
    ours: Store, other: Store, written: str, instead: str, said: str
) -> None:
    before = everything(other)
    with pytest.raises(KnownError) as refused:
        open_pack(other, changed(pack(ours), written, instead), "p")
    assert said in refused.value.sentence
    assert refused.value.sentence.endswith("Nothing was taken in.")
    assert everything(other) == before


def test_a_dose_outside_the_range_of_its_entry_is_refused(ours: Store, other: Store) -> None:
    ranged = replace(
        SQUAT, dose=ExerciseDose(sets=3), ranges=(DoseRange(field="sets", low=Decimal(1), high=Decimal(4)),)
    )
    ours.keep_own_entry(OwnEntry(value=ranged, owner=ME))
    with pytest.raises(KnownError, match=r"own\.exercise-1, dose\.sets: Sets cannot be 9: the range .* from 1 to 4"):
        open_pack(other, changed(pack(ours), '"sets":3', '"sets":9'), "p")


def test_an_entry_without_any_name_is_refused(ours: Store, other: Store) -> None:
    nameless = changed(changed(pack(ours), '"name":"Squat"', '"name":""'), '"name":"squat (es)"', '"name":""')
    with pytest.raises(KnownError, match=r"^p, line 3, own\.exercise-1, texts: An entry needs a name"):
        open_pack(other, nameless, "p")


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("<svg onload='x'/>", "This is not a figure that can be drawn."),
        ('{"id":"own.other","frames":[{}]}', "This is not a figure that can be drawn."),
        ('{"id":"own.figure-1","frames":[]}', "This is not a figure that can be drawn."),
        ('{"id":"own.figure-1","frames":[{"base":"flying"}]}', "This is not a figure that can be drawn."),
        ('{"id":"own.figure-1","frames":[{"knee":1e300}]}', "This is not a figure that can be drawn."),
        (
            '{"id":"own.figure-1","frames":[{"pins":[{"part":"tail","at":[0]}]}]}',
            "This is not a figure that can be drawn.",
        ),
        ('{"id":"own.figure-1","frames":[{"at":[' + "1," * 30_000 + "1]}]}", "Data is"),
        (
            '{"id":"own.figure-1","frames":[{}],"props":[' + '{"kind":"chair"},' * 40 + '{"kind":"chair"}]}',
            "This is not a figure that can be drawn.",
        ),
        ("[" * 30_000, "This is not a figure that can be drawn."),
    ],
)
def test_a_picture_that_is_none_is_refused(ours: Store, other: Store, figure: str, said: str) -> None:
    lines = lines_of(pack(ours))
    place = next(n for n, line in enumerate(lines) if line.startswith(b'{"figure":{"id":"own.figure-1"'))
    lines[place] = picture("own.figure-1", figure)
    with pytest.raises(KnownError, match=rf"p, line {place + 1}, own\.figure-1, data: {said}"):
        open_pack(other, sealed(lines), "p")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "p: The file is empty."),
        (b"\r\n \n", "p: The file is empty."),
        (zipped(), "p: This is not a library pack of PainPlanner."),
        (b"%PDF-1.7\n", "p: This is not a library pack of PainPlanner."),
        (b"{}", "p: This is not a library pack of PainPlanner."),
        (b"[" * 200_000, "p: This is not a library pack of PainPlanner."),
        (b'{"painpack"', "p, line 1: The line cannot be read."),
        (b'{"painpack":1}' + b"\n" * 30_000, "p, line 25001: The file has more than 25000 lines"),
        (b'{"painpack":1}\n' + b"a" * 2_000_001, "p, line 2: The line is longer than 2000000 bytes."),
        (b'{"painpack":1}' + b" " * 64_000_000, "p: The file is larger than 64000000 bytes"),
    ],
    ids=range(10),
)
def test_a_file_that_is_no_pack_is_refused(other: Store, data: bytes, said: str) -> None:
    with pytest.raises(KnownError) as refused:
        open_pack(other, data, "p")
    assert refused.value.sentence.startswith(said)


def test_a_pack_that_was_cut_short_says_so(ours: Store, other: Store) -> None:
    data = pack(ours)
    for length in (len(data) - 1 - n * 97 for n in range(1, len(data) // 97)):
        with pytest.raises(KnownError, match=r"cut short|cannot be read|field .* is missing|not a library pack"):
            open_pack(other, data[:length], "p")


def test_a_changed_line_is_named(ours: Store, other: Store) -> None:
    data = pack(ours).replace(b'"name":"Squat"', b'"name":"Squaf"')
    with pytest.raises(KnownError, match=r"^p, line 3, own\.exercise-1: The line is not as it was written\."):
        open_pack(other, data, "p")
    lines = pack(ours).split(b"\n")
    lines[1], lines[2] = lines[2], lines[1]
    with pytest.raises(KnownError, match=r"^p, line 2, own\.exercise-1: The line is not as it was written\."):
        open_pack(other, b"\n".join(lines), "p")
    with pytest.raises(KnownError, match=r"^p, line 7: The line is not as it was written\."):
        open_pack(other, pack(ours).replace(b'{"check":"', b'{"check":"0'), "p")


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
def test_whatever_happens_to_a_pack_it_is_refused_or_the_same(ours: Store, data: st.DataObject) -> None:
    whole = pack(ours)
    meant = read_pack(whole).records
    with suppress(PackFault):
        assert read_pack(spoilt(whole, data)).records == meant


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
def test_a_pack_that_was_spoilt_and_sealed_is_refused_in_words_or_can_be_read(ours: Store, data: st.DataObject) -> None:
    lines = spoilt(b"\n".join(lines_of(pack(ours))), data).split(b"\n")
    before = everything(ours)
    with suppress(KnownError):
        open_pack(ours, sealed(lines), "p")
    assert everything(ours) == before


@given(data=st.data(), owner=st.sampled_from([PRACTICE, ME]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
def test_a_pack_with_strange_parts_is_refused_in_words_or_can_be_used_and_given_on(
    ours: Store, other: Store, data: st.DataObject, owner: str
) -> None:
    lines = lines_of(pack(ours))
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place] = msgspec.json.encode(twisted(msgspec.json.decode(lines[place]), data))
    before, said = everything(other), ""
    try:
        preview = open_pack(other, sealed(lines), "p")
    except KnownError as wrong:
        preview, said = None, wrong.sentence
    if preview is None:
        assert everything(other) == before
        assert len(said) < 1_500
        return
    undo = import_pack(other, preview, owner, replace=preview.different)
    use(other)
    if owner == PRACTICE:
        assert set(open_pack(other, pack(other), "p").same) <= {*preview.records, "figure.bridge"}
    other.change_own(undo)
    assert everything(other) == before


def test_tags_that_would_be_too_many_together_leave_out_the_last(ours: Store, other: Store) -> None:
    other.set_tags("own.exercise-1", [f"mine {n}" for n in range(29)])
    import_pack(other, open_pack(other, pack(ours), "p"))
    assert other.own_tags()["own.exercise-1"][28:] == ("mine 28", "knees")


def test_a_line_of_a_text_is_named_by_its_language_and_place(ours: Store, other: Store) -> None:
    words = Texts(lang="es", name="Sentadilla", lines=(Line(text="Baje."), Line(text="Suba.")))
    ours.keep_own_entry(OwnEntry(value=replace(SQUAT, texts=(*SQUAT.texts[:1], words)), owner=ME))
    with pytest.raises(KnownError, match=r"own\.exercise-1, texts es, lines 2, text: The text is 1500 characters"):
        open_pack(other, changed(pack(ours), "Suba.", "a" * 1500), "p")


def as_another_person(store: Store) -> Store:
    store.save_person(Person(id="person-2"))
    store._desk.person = Person(id="person-2")
    return store


def test_what_everybody_gets_is_seen_by_everybody_though_one_person_had_the_same(ours: Store, other: Store) -> None:
    other.keep_own_entry(OwnEntry(value=SQUAT, owner=ME))
    before = everything(other)
    preview = open_pack(other, pack(ours), "p")
    undo = import_pack(other, preview)
    assert other.library().entries["own.exercise-1"] == SQUAT
    other.change_own(undo)
    assert everything(other) == before
    import_pack(other, preview)
    seen = as_another_person(other).library()
    assert seen.entries["own.exercise-1"] == SQUAT
    assert not list(leading_nowhere(seen.templates["own.template-1"], seen.entries, seen.measures))


def test_a_picture_that_one_person_replaces_stays_as_it_was_for_everybody_else(ours: Store, other: Store) -> None:
    theirs = encode_figure(Figure(id="figure.bridge", frames=(Frame(base="supine"),)))
    ours.keep_own_figure("figure.bridge", theirs)
    preview = open_pack(other, pack(ours), "p")
    undo = import_pack(other, preview, ME, ["exercise.bridge", "figure.bridge"])
    mine = other.library()
    drawn = other.figure_bytes(mine.figures[mine.entries["exercise.bridge"].figure])
    assert drawn is not None
    assert decode_figure(drawn).frames == (Frame(base="supine"),)
    assert set(open_pack(other, pack(other), "p").same) >= {"exercise.bridge", mine.entries["exercise.bridge"].figure}
    assert other.figure_bytes("figure.bridge") == FIGURE
    seen = as_another_person(other).library()
    assert other.figure_bytes(seen.figures[seen.entries["exercise.bridge"].figure]) == FIGURE
    other.change_own(undo)
    assert other.figure_bytes("figure.bridge") == FIGURE


def test_pictures_that_would_take_minutes_to_try_are_refused(ours: Store, other: Store) -> None:
    lines = lines_of(pack(ours))
    frames = tuple(Frame(base="standing", knee=float(n)) for n in range(12))
    for n in range(167):
        figure = encode_figure(Figure(id=f"own.f{n}", frames=(Frame(base="standing", hip=float(n) / 2), *frames[1:])))
        lines.append(picture(f"own.f{n}", figure.decode()))
    lines[0] = lines[0].replace(b'"count":5', b'"count":172')
    with pytest.raises(KnownError, match=r"own\.f166, data: The pictures of the pack have more than 2000 frames"):
        open_pack(other, sealed(lines), "p")


def test_a_pack_that_nobody_could_take_in_is_not_made(ours: Store) -> None:
    many = {Held(f"own.e{n}"): OwnEntry(value=replace(SQUAT, id=f"own.e{n}", figure="")) for n in range(25_000)}
    ours.change_own(OwnChange(entries=many))
    with pytest.raises(KnownError, match=r"^2500\d entries, templates and pictures are more .* Choose fewer\.$"):
        pack(ours)
