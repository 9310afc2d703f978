"""Photographs go with the pictures that show them, and a stranger's are decoded elsewhere before anything is kept."""

from __future__ import annotations

from base64 import b64encode
from contextlib import suppress
from io import BytesIO

import msgspec
import pytest
from core.photographed import ARROW, TALL, WIDE, figure, jpeg, kept, photo
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from services.packs import ME, SQUAT, everything, lines_of, pack, spoilt, twisted, use

from painplanner.core.codec import content_hash
from painplanner.core.figure import Photo, decode_figure, encode_figure
from painplanner.core.figure.shown import is_shown, shown_count
from painplanner.core.jpeg import MOST_KEPT_BYTES
from painplanner.core.own import PRACTICE, OwnEntry
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.exchange.library_pack import PackFault, PackPhoto, sealed
from painplanner.exchange.pack_reading import read_pack
from painplanner.services.own_library import import_pack, open_pack
from painplanner.services.photographs import first_undecodable
from painplanner.store import Store

ONE, TWO = jpeg(WIDE), jpeg(TALL)
LIFT = figure(photo(ONE, WIDE, ARROW), photo(TWO, TALL), figure_id="own.figure-1")


@pytest.fixture
def photographed(ours: Store) -> Store:
    """Return the practice whose own exercise is drawn once and photographed twice."""
    ours.keep_own_figure("own.figure-1", encode_figure(LIFT), (ONE, TWO))
    return ours


def photo_line(data: bytes, name: str = "") -> bytes:
    record = {"photo": {"id": name or content_hash(data), "data": b64encode(data).decode()}}
    return msgspec.json.encode(record)


def with_photo(data: bytes, line: bytes, instead_of: bytes = ONE) -> bytes:
    """Return a pack in which another line stands for a photograph, sealed as its maker would."""
    lines = lines_of(data)
    lines[place_of(data, instead_of) - 1] = line
    return sealed(lines)


def place_of(data: bytes, jpeg_: bytes = ONE) -> int:
    name = content_hash(jpeg_).encode()
    return next(n for n, line in enumerate(lines_of(data), 1) if line.startswith(b'{"photo"') and name in line)


def test_photographs_come_with_the_picture_and_are_seen_there(photographed: Store, other: Store) -> None:
    preview = open_pack(other, pack(photographed), "p")
    assert set(preview.new) == {"own.exercise-1", "own.template-1", "own.figure-1"}
    assert other.pictures(kept(ONE, TWO)) == {}
    import_pack(other, preview)
    assert decode_figure(other.figure_bytes("own.figure-1") or b"") == LIFT
    photos = other.pictures(kept(ONE, TWO))
    assert all(is_shown(LIFT, n, photos) for n in range(shown_count(LIFT)))
    assert set(open_pack(other, pack(other), "p").same) == set(preview.new)


def test_one_photograph_of_several_pictures_goes_along_once(photographed: Store) -> None:
    again = figure(photo(ONE), frames=0, figure_id="own.figure-2")
    photographed.keep_own_figure("own.figure-2", encode_figure(again))
    photographed.keep_own_entry(OwnEntry(value=replace(SQUAT, id="own.exercise-2", figure="own.figure-2"), owner=ME))
    photos = [one for one in read_pack(pack(photographed)).records if isinstance(one, PackPhoto)]
    assert sorted(one.id for one in photos) == sorted(kept(ONE, TWO))


def test_taking_a_pack_back_leaves_nothing_that_is_seen(photographed: Store, other: Store) -> None:
    before = everything(other)
    undo = import_pack(other, open_pack(other, pack(photographed), "p"))
    other.change_own(undo)
    assert everything(other) == before


def test_a_picture_that_is_here_already_gets_the_photograph_that_it_lacks(photographed: Store, other: Store) -> None:
    other.keep_own_figure("own.figure-1", encode_figure(LIFT))
    import_pack(other, open_pack(other, pack(photographed), "p"))
    assert other.pictures(kept(ONE, TWO)) == kept(ONE, TWO)


def test_a_picture_for_one_person_keeps_its_photographs(photographed: Store, other: Store) -> None:
    other.keep_own_figure("own.figure-1", encode_figure(figure(figure_id="own.figure-1")))
    import_pack(other, open_pack(other, pack(photographed), "p"), ME, ["own.figure-1"])
    mine = other.library()
    drawn = decode_figure(other.figure_bytes(mine.figures[mine.entries["own.exercise-1"].figure]) or b"")
    assert drawn.photos == LIFT.photos
    assert other.pictures(kept(ONE, TWO)) == kept(ONE, TWO)


def test_what_no_picture_shows_is_not_kept(photographed: Store, other: Store) -> None:
    stray = jpeg((90, 90))
    data = with_photo(pack(photographed), photo_line(stray))
    import_pack(other, open_pack(other, data, "p"))
    assert other.pictures(kept(stray)) == {}


def test_a_photograph_that_is_gone_or_broken_here_stays_behind(ours: Store, other: Store) -> None:
    wrong: Photo = replace(photo(TWO, TALL), width=TALL[0] + 1)
    gone = figure(photo(ONE), wrong, figure_id="own.figure-1")
    ours.keep_own_figure("own.figure-1", encode_figure(gone), (TWO,))
    made = pack(ours)
    assert not [one for one in read_pack(made).records if isinstance(one, PackPhoto)]
    import_pack(other, open_pack(other, made, "p"))
    assert decode_figure(other.figure_bytes("own.figure-1") or b"") == gone


# What is refused


def noise(size: tuple[int, int] = (300, 200), kind: str = "JPEG", **how: object) -> bytes:
    buffer = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(buffer, kind, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


TABLE = b"\xff\xdb\x00\x43\x00" + bytes(64)
GREY = BytesIO()
Image.effect_noise((300, 200), 60).save(GREY, "JPEG")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"<svg/>", b"%PDF-1.7", noise(kind="PNG"), noise(kind="WEBP"), noise()[:-400], noise() + b"more",
        noise(exif=b"Exif\0\0secret"), noise(comment=b"Jane Sample"), noise(progressive=True), noise((2001, 60)),
        GREY.getvalue(), noise() + noise(), b"\xff\xd8\xff\xd9", b"\xff\xd8" + TABLE * 80 + noise()[2:],
    ],
    ids=range(16),
)  # fmt: skip
def test_what_is_no_clean_photograph_is_refused_with_its_line(photographed: Store, other: Store, data: bytes) -> None:
    before, made = everything(other), pack(photographed)
    with pytest.raises(KnownError) as refused:
        open_pack(other, with_photo(made, photo_line(data)), "p")
    name = content_hash(data)
    said = "This is not a photograph as PainPlanner keeps one. Have the pack made anew. Nothing was taken in."
    assert refused.value.sentence == f"p, line {place_of(made)}, {name}, data: {said}"
    assert everything(other) == before
    assert other.pictures((name,)) == {}


def torn(data: bytes) -> bytes:
    """Return a JPEG with a sound outside whose tables no decoder can use."""
    place = data.index(b"\xff\xc4") + 5
    return data[:place] + b"\xf0" * 16 + data[place + 16 :]


def test_what_only_looks_like_a_photograph_is_refused_when_it_is_decoded(photographed: Store, other: Store) -> None:
    made = pack(photographed)
    for sound in (ONE, TWO):
        data = with_photo(made, photo_line(torn(sound)), sound)
        read_pack(data)
        with pytest.raises(KnownError, match=rf"^p, line {place_of(made, sound)}, [0-9a-f]{{64}}, data: This is not a"):
            open_pack(other, data, "p")


def test_of_many_photographs_the_first_broken_one_is_found() -> None:
    many = [ONE] * 14
    assert first_undecodable(many) is None
    assert first_undecodable([*many, torn(ONE), torn(TWO)]) == 14
    assert first_undecodable([]) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (photo_line(ONE, "a" * 64), "id: The picture does not fit its check value."),
        (photo_line(ONE, "own.figure-1"), "id: The picture does not fit its check value."),
        (b'{"photo":{"id":"x","data":"***"}}', "data: This does not fit here"),
        (b'{"photo":{"id":"x","data":7}}', "data: There stands"),
        (b'{"photo":{"id":"x"}}', "data: The field “data” is missing."),
        (b'{"photo":{"id":"x","data":"","size":1}}', "size: There is no field “size” here."),
        (b'{"photo":[]}', "photo: There stands"),
        (b'{"photo":{"id":"x","data":"' + b"A" * 4_000_100 + b'"}}', "data: Data is 4000100 characters long"),
        (b'{"photo":{"id":"x","data":"' + b"A" * 4_000_300 + b'"}}', "The line is longer than 4000200 bytes."),
        (b'{"photo":{"id":"x","data":""},"figure":{}}', "There is no such record: a line is an entry"),
        (b' {"photo":{"id":"x","data":"' + b"A" * 2_000_000 + b'"}}', "The line is longer than 2000000 bytes."),
    ],
    ids=range(11),
)
def test_a_line_that_is_no_photograph_is_refused(photographed: Store, other: Store, line: bytes, said: str) -> None:
    made = pack(photographed)
    with pytest.raises(KnownError) as refused:
        open_pack(other, with_photo(made, line), "p")
    assert refused.value.sentence.startswith(f"p, line {place_of(made)}")
    assert said in refused.value.sentence
    assert len(refused.value.sentence) < 400


@pytest.mark.parametrize(
    ("photos", "said"),
    [
        ('[{"sha256":"x","width":4,"height":3}]', "This is not a figure"),
        ('[{"sha256":"' + "a" * 64 + '","width":0,"height":3}]', "This is not a figure"),
        ('[{"sha256":"' + "a" * 64 + '","width":4,"height":30000}]', "This is not a figure"),
        ("[" + ",".join(['{"sha256":"' + "a" * 64 + '","width":4,"height":3}'] * 5) + "]", "This is not a figure"),
        (
            '[{"sha256":"' + "a" * 64 + '","width":4,"height":3,"arrows":[{"x0":0,"y0":0,"x1":1001,"y1":0}]}]',
            "This is not a figure",
        ),
    ],
)
def test_a_picture_of_photographs_that_cannot_be_is_refused(
    photographed: Store, other: Store, photos: str, said: str
) -> None:
    lines = lines_of(pack(photographed))
    place = next(n for n, line in enumerate(lines) if line.startswith(b'{"figure":{"id":"own.figure-1"'))
    text = f'{{"id":"own.figure-1","frames":[],"photos":{photos}}}'
    named = {"id": "own.figure-1", "sha256": content_hash(text.encode()), "data": text}
    lines[place] = msgspec.json.encode({"figure": named})
    with pytest.raises(KnownError, match=rf"p, line {place + 1}, own\.figure-1, data: {said}"):
        open_pack(other, sealed(lines), "p")


def padded(n: int) -> bytes:
    """Return a photograph of nearly the largest size, another for each number."""
    return ONE[:-2] + bytes(MOST_KEPT_BYTES - len(ONE) - n) + ONE[-2:]


def test_more_photographs_than_a_pack_holds_are_not_packed(ours: Store) -> None:
    for n in range(6):
        jpegs = [padded(4 * n + k) for k in range(4)]
        shows = figure(*(photo(one) for one in jpegs), frames=0, figure_id=f"own.big-{n}")
        ours.keep_own_figure(shows.id, encode_figure(shows), jpegs)
        ours.keep_own_entry(OwnEntry(value=replace(SQUAT, id=f"own.big-{n}", figure=shows.id), owner=ME))
    with pytest.raises(KnownError, match=r"more than one pack holds\. No pack was made\. Choose fewer\.$"):
        pack(ours)
    assert len(pack(ours, ("own.big-1", "own.big-2"))) < 8 * MOST_KEPT_BYTES / 3 * 4 + 100_000


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120)
def test_whatever_happens_to_a_pack_with_photographs_it_is_refused_or_the_same(
    photographed: Store, data: st.DataObject
) -> None:
    whole = pack(photographed)
    meant = read_pack(whole).records
    with suppress(PackFault):
        assert read_pack(spoilt(whole, data)).records == meant


@given(data=st.data(), owner=st.sampled_from([PRACTICE, ME]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120)
def test_strange_parts_of_photographs_are_refused_in_words_or_can_be_used_and_given_on(
    photographed: Store, other: Store, data: st.DataObject, owner: str
) -> None:
    for one in (ONE, TWO):
        other.add_picture(one)  # those that are here are not tried again, which would take a process for each example
    lines = lines_of(pack(photographed))
    place = data.draw(
        st.sampled_from([n for n, line in enumerate(lines) if line.startswith((b'{"figure', b'{"photo'))])
    )
    lines[place] = strange(lines[place], data)
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
    other.change_own(undo)
    assert everything(other) == before


def strange(line: bytes, data: st.DataObject) -> bytes:
    """Return a record with strange parts; within a picture they are sealed again as its maker would."""
    record = msgspec.json.decode(line)
    if "figure" not in record or not data.draw(st.booleans()):
        return msgspec.json.encode(twisted(record, data))
    text = msgspec.json.encode(twisted(msgspec.json.decode(record["figure"]["data"]), data)).decode()
    named = {"id": record["figure"]["id"], "sha256": content_hash(text.encode()), "data": text}
    return msgspec.json.encode({"figure": named})
