"""Everything that can be wrong with a practice, each as one clear sentence: what happened, what is safe, what to do.

What the database library says is turned into these in `dialect`.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path

from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.text import _


class NotAPractice(KnownError):
    """The folder holds no practice."""


class WrongPassphrase(KnownError):
    """The passphrase does not unwrap the key."""


class KeysMissing(KnownError):
    """The key file is not beside the practice."""


class KeysDamaged(KnownError):
    """The key file is not what was written."""


class Damaged(KnownError):
    """The practice file is not what was written."""


class NewerPractice(KnownError):
    """A newer program wrote this."""


class ReadOnly(KnownError):
    """The folder cannot be written."""


class AlreadyOpen(KnownError):
    """Another program has the practice open."""


class Occupied(KnownError):
    """A new practice needs a folder without one."""


class NotSaved(KnownError):
    """A save did not happen; everything saved before is there."""


class NotFound(KnownError):
    """What was asked for is not in the practice."""


class NoCipher(KnownError):
    """The encrypting database library is missing or too old."""


def not_a_practice(folder: Path) -> NotAPractice:
    """Say that a folder holds no practice."""
    return NotAPractice(
        _(
            "There is no practice in {folder}. Nothing was changed. "
            "Choose the folder that holds practice.db and keys.json, or set up a new practice."
        ).format(folder=folder)
    )


def wrong_passphrase() -> WrongPassphrase:
    """Say that the passphrase is not the right one."""
    return WrongPassphrase(
        _(
            "This is not the passphrase of this practice. Nothing was changed. "
            "Try again; upper and lower case letters and spaces count."
        )
    )


def passphrase_missing() -> WrongPassphrase:
    """Say that a practice cannot be without a passphrase."""
    return WrongPassphrase(
        _("A practice needs a passphrase. Nothing was made. Choose at least four words that nobody connects with you.")
    )


def keys_missing(folder: Path) -> KeysMissing:
    """Say that the key file is gone, and where a copy is."""
    return KeysMissing(
        _(
            "The key file keys.json is missing from {folder}, so the practice cannot be unlocked. Nothing was changed. "
            "{remedy}"
        ).format(folder=folder, remedy=_keys_remedy(folder))
    )


def keys_damaged(folder: Path) -> KeysDamaged:
    """Say that the key file cannot be trusted, and where a copy is."""
    return KeysDamaged(
        _(
            "The key file keys.json in {folder} is damaged, so the practice cannot be unlocked. "
            "The practice itself was not touched. {remedy}"
        ).format(folder=folder, remedy=_keys_remedy(folder))
    )


def _keys_remedy(folder: Path) -> str:
    copies = sorted(folder.glob("backups/*/keys.json"))
    if copies:
        return _("Copy keys.json from {backup} into the practice folder, then open it again.").format(
            backup=copies[-1].parent
        )
    return _("Copy keys.json back from your own copy of the practice folder, then open it again.")


def damaged(folder: Path) -> Damaged:
    """Say that the practice file is damaged, and name the newest backup."""
    backups = sorted(path.parent for path in folder.glob("backups/*/practice.db"))
    if backups:
        remedy = _("Your newest backup is {backup}; keep the damaged file and open a copy of that folder.").format(
            backup=backups[-1]
        )
    else:
        remedy = _("Keep the file, and open your own copy of the practice folder.")
    return Damaged(
        _("The practice file practice.db in {folder} is damaged. It was left as it is. {remedy}").format(
            folder=folder, remedy=remedy
        )
    )


def practice_file_missing(folder: Path) -> Damaged:
    """Say that the key is there but the practice file is not."""
    return Damaged(
        _(
            "The practice file practice.db is missing from {folder}. Nothing was changed. "
            "Put it back from your own copy or from the newest folder in {backups}, then open the practice again."
        ).format(folder=folder, backups=folder / "backups")
    )


def newer_practice(folder: Path) -> NewerPractice:
    """Say that a newer program has used this practice."""
    return NewerPractice(
        _(
            "The practice in {folder} was last used with a newer PainPlanner. Nothing was changed. "
            "Install the newer version on this computer, then open the practice again."
        ).format(folder=folder)
    )


def read_only(folder: Path) -> ReadOnly:
    """Say that the folder cannot be written."""
    return ReadOnly(
        _(
            "PainPlanner may not write in {folder}. Nothing was changed. "
            "Ask for permission to write there, or copy the practice folder to a place of your own and open that."
        ).format(folder=folder)
    )


def already_open(folder: Path) -> AlreadyOpen:
    """Say that the practice is open elsewhere."""
    return AlreadyOpen(
        _(
            "The practice in {folder} is already open in another PainPlanner. Nothing was changed. "
            "Go on in the other window, or close it first."
        ).format(folder=folder)
    )


def occupied(folder: Path) -> Occupied:
    """Say that a new practice needs a folder of its own."""
    return Occupied(
        _(
            "There is already a practice or other files in {folder}. Nothing was changed. "
            "Choose an empty folder for the new practice, or open the one that is there."
        ).format(folder=folder)
    )


def disk_full(folder: Path) -> NotSaved:
    """Say that the disk is full."""
    return NotSaved(
        _(
            "The disk with {folder} is full, so this was not saved. Everything saved before is safe. "
            "Free some space, then save again."
        ).format(folder=folder)
    )


def not_written(folder: Path) -> NotSaved:
    """Say that the disk refused a write."""
    return NotSaved(
        _(
            "The disk with {folder} did not take the change, so this was not saved. Everything saved before is safe. "
            "Check that the disk is connected, then save again."
        ).format(folder=folder)
    )


def busy(folder: Path) -> NotSaved:
    """Say that another program keeps the file."""
    return NotSaved(
        _(
            "Another program is using the practice file in {folder}, so this was not saved. Everything saved before is "
            "safe. Close the other program, such as a backup or sync tool, then save again."
        ).format(folder=folder)
    )


def no_cipher(cipher: str, sqlite: str) -> NoCipher:
    """Say that the encrypting database library is missing or too old; there is never a way round it."""
    return NoCipher(
        _(
            "This installation cannot encrypt: SQLCipher {cipher}, SQLite {sqlite}, at least SQLite 3.51.3 is needed. "
            "Nothing was changed. Install PainPlanner again."
        ).format(cipher=cipher or _("missing"), sqlite=sqlite or _("missing"))
    )


def newer_plan() -> NewerPractice:
    """Say that a plan was written by a newer program."""
    return NewerPractice(
        _(
            "This plan was written with a newer PainPlanner and cannot be shown here. Nothing was changed. "
            "Install the newer version on this computer."
        )
    )


def from_system(error: OSError, folder: Path) -> KnownError:
    """Say in words what the operating system refused."""
    if error.errno in {ENOSPC, EDQUOT}:
        return disk_full(folder)
    if isinstance(error, PermissionError) or error.errno == EROFS:
        return read_only(folder)
    return not_written(folder)


@contextmanager
def readable(folder: Path) -> Generator[None]:
    """Turn a payload that cannot be read into a sentence."""
    try:
        yield
    except Impossible as refusal:
        raise (newer_plan() if refusal.code == "newer-schema" else damaged(folder)) from refusal
