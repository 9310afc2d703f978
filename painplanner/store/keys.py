"""The key file: a random key for the practice, wrapped by each person's passphrase (Argon2id, then AES-256-GCM).

Whether a passphrase is right is decided by the tag of its wrap alone; a file that is not byte for byte what was
written is damaged, never a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from typing import NamedTuple

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from painplanner.core.codec import encode
from painplanner.core.values import Value
from painplanner.store.faults import wrong_passphrase

FORMAT = "painplanner-keys-1"
ROUNDS, MEMORY_KIB, LANES = 3, 64 * 1024, 4
MOST_ROUNDS, MOST_MEMORY_KIB, MOST_LANES = 64, 2 * 1024 * 1024, 64


class Spoiled(ValueError):
    """The bytes are not a key file as it was written, or ask for less work than is safe."""


class Stretch(Value, frozen=True, kw_only=True):
    """How a passphrase is stretched by Argon2id."""

    t: int
    m: int
    p: int
    salt: str

    def is_safe(self) -> bool:
        """Tell whether it asks for at least the work of a new one, and no absurd amount."""
        return (
            ROUNDS <= self.t <= MOST_ROUNDS
            and MEMORY_KIB <= self.m <= MOST_MEMORY_KIB
            and 1 <= self.p <= MOST_LANES
            and len(self.salt) == 32
        )


class Wrap(Value, frozen=True, kw_only=True):
    """The key of the practice as one person's passphrase opens it."""

    person: str
    stretch: Stretch
    nonce: str
    wrapped: str


class KeyFile(Value, frozen=True, kw_only=True):
    """What `keys.json` holds; `practice` is the install id that also stands inside the practice."""

    format: str
    practice: str
    wraps: tuple[Wrap, ...]


class Unlocked(NamedTuple):
    """Who opened the door, and the key behind it."""

    person: str
    key: bytes


class _Sealed(Value, frozen=True, kw_only=True):
    check: str
    keys: KeyFile


def new_key() -> bytes:
    """Return a random key for a new practice."""
    return secrets.token_bytes(32)


def wrap_key(key: bytes, practice: str, person: str, passphrase: str) -> Wrap:
    """Wrap the key of a practice by a passphrase."""
    stretch = Stretch(t=ROUNDS, m=MEMORY_KIB, p=LANES, salt=secrets.token_hex(16))
    nonce = secrets.token_bytes(12)
    wrapped = AESGCM(_stretched(passphrase, stretch)).encrypt(nonce, key, _bound(practice, person, stretch))
    return Wrap(person=person, stretch=stretch, nonce=nonce.hex(), wrapped=wrapped.hex())


def unlock(keys: KeyFile, passphrase: str) -> Unlocked:
    """Return the key behind a passphrase. Raises WrongPassphrase."""
    for wrap in keys.wraps:
        bound = _bound(keys.practice, wrap.person, wrap.stretch)
        try:
            key = AESGCM(_stretched(passphrase, wrap.stretch)).decrypt(
                bytes.fromhex(wrap.nonce), bytes.fromhex(wrap.wrapped), bound
            )
        except InvalidTag:
            continue
        return Unlocked(wrap.person, key)
    raise wrong_passphrase()


def database_key(key: bytes) -> bytes:
    """Return the raw key of the practice file; other uses of the practice's key take labels of their own."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"painplanner database").derive(key)


def write_keys(keys: KeyFile) -> bytes:
    """Return the bytes of a key file."""
    return encode(_Sealed(check=_check(keys), keys=keys))


def read_keys(data: bytes) -> KeyFile:
    """Read a key file. Raises Spoiled for anything but the bytes that were written."""
    try:
        keys = msgspec.json.decode(data, type=_Sealed).keys
    except (msgspec.DecodeError, ValueError) as error:
        raise Spoiled(str(error)) from error
    if write_keys(keys) != data or keys.format != FORMAT or not keys.wraps:
        raise Spoiled("not as it was written")
    if not all(wrap.stretch.is_safe() for wrap in keys.wraps):
        raise Spoiled("less work than is safe")
    return keys


def _check(keys: KeyFile) -> str:
    return hashlib.sha256(encode(keys)).hexdigest()


def _stretched(passphrase: str, stretch: Stretch) -> bytes:
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    salt = bytes.fromhex(stretch.salt)
    return hash_secret_raw(typed, salt, stretch.t, stretch.m, stretch.p, 32, Type.ID)


def _bound(practice: str, person: str, stretch: Stretch) -> bytes:
    """Return what the tag also vouches for, so that no part can be swapped or lowered."""
    return FORMAT.encode() + b"\x00" + encode(Wrap(person=person, stretch=stretch, nonce=practice, wrapped=""))
