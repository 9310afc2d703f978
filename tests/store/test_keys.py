"""The key file gives the key to the right passphrase only, and is refused when one bit of it is not as written."""

from __future__ import annotations

import msgspec
import pytest

from painplanner.store import keys
from painplanner.store.faults import WrongPassphrase

# A key file of the first format with its passphrase and key: it must open for ever.
FIRST_FORMAT = (
    b'{"check":"c54fae0ffcecc8c61d6c7dd39f9b9b43578059a601e574d20333ade88ca99759","keys":{"format":"painpl'
    b'anner-keys-1","practice":"practice-0000000000000001","wraps":[{"person":"person-1","stretch":{"t":3,'
    b'"m":65536,"p":4,"salt":"a4b4c0415b5c836a54842e318a23bc4a"},"nonce":"9b154d03fbe4ce89f5d06e69","wrapp'
    b'ed":"576ad4324f5d43ec5d998c7e7421232f4f1c015f4b1b03d6eee7d199902f6d4cb47a4a588bd7e10f5e08691b9ee8034'
    b'1"}]}}'
)
FIRST_PASSPHRASE = "Ångström lamp – otter"
FIRST_KEY = "00112233445566778899aabbccddeeff" * 2


@pytest.fixture(scope="module")
def written() -> keys.KeyFile:
    return keys.read_keys(FIRST_FORMAT)


def test_a_key_file_of_the_first_format_opens_for_ever(written: keys.KeyFile) -> None:
    assert keys.unlock(written, FIRST_PASSPHRASE) == ("person-1", bytes.fromhex(FIRST_KEY))


def test_the_key_of_the_practice_file_follows_from_it_for_ever() -> None:
    assert (
        keys.database_key(bytes.fromhex(FIRST_KEY)).hex()
        == "1d4453a0910df61fc0f32ff0d8d2e5ecf1f4d26ba9c78e42d37bb0e116491f51"
    )


def test_a_passphrase_may_be_typed_with_composed_or_combined_letters(written: keys.KeyFile) -> None:
    assert keys.unlock(written, "A\u030angstro\u0308m lamp – otter").person == "person-1"


def test_a_wrong_passphrase_is_refused_by_its_tag(written: keys.KeyFile) -> None:
    with pytest.raises(WrongPassphrase):
        keys.unlock(written, "ångström lamp – otter")


def test_every_flipped_bit_is_damage_and_never_a_wrong_passphrase() -> None:
    for place in range(len(FIRST_FORMAT)):
        for bit in range(8):
            flipped = bytearray(FIRST_FORMAT)
            flipped[place] ^= 1 << bit
            with pytest.raises(keys.Spoiled):
                keys.read_keys(bytes(flipped))


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", FIRST_FORMAT[:-1], FIRST_FORMAT + b"\n", b"\xff" * 300])
def test_what_is_no_key_file_is_refused(data: bytes) -> None:
    with pytest.raises(keys.Spoiled):
        keys.read_keys(data)


@pytest.mark.parametrize(
    ("part", "value"), [("t", 2), ("m", 19 * 1024), ("p", 0), ("m", 2**40), ("t", 10**6), ("salt", "")]
)
def test_less_work_than_is_safe_and_absurd_work_are_refused(written: keys.KeyFile, part: str, value: object) -> None:
    lowered = msgspec.structs.replace(written.wraps[0].stretch, **{part: value})
    wrap = msgspec.structs.replace(written.wraps[0], stretch=lowered)
    forged = msgspec.structs.replace(written, wraps=(wrap,))
    with pytest.raises(keys.Spoiled):
        keys.read_keys(keys.write_keys(forged))


def test_a_wrap_cannot_be_moved_to_another_person_or_practice(written: keys.KeyFile) -> None:
    wrap = msgspec.structs.replace(written.wraps[0], person="person-2")
    for forged in (
        msgspec.structs.replace(written, wraps=(wrap,)),
        msgspec.structs.replace(written, practice="practice-of-another-clinic"),
    ):
        with pytest.raises(WrongPassphrase):
            keys.unlock(keys.read_keys(keys.write_keys(forged)), FIRST_PASSPHRASE)


def test_each_of_two_people_opens_the_same_key(written: keys.KeyFile) -> None:
    second = keys.wrap_key(bytes.fromhex(FIRST_KEY), written.practice, "person-2", "another four words here")
    both = msgspec.structs.replace(written, wraps=(*written.wraps, second))
    opened = keys.unlock(keys.read_keys(keys.write_keys(both)), "another four words here")
    assert opened == ("person-2", bytes.fromhex(FIRST_KEY))


def test_two_wraps_of_one_key_share_nothing(written: keys.KeyFile) -> None:
    one, other = (keys.wrap_key(bytes(32), "p", "person-1", "same words") for _ in range(2))
    assert (one.nonce, one.stretch.salt, one.wrapped) != (other.nonce, other.stretch.salt, other.wrapped)
    assert one.stretch.is_safe()
    assert written.wraps[0].stretch.t == 3
    assert written.wraps[0].stretch.m == 65_536
