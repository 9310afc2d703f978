"""Opening, creating and trying out a practice: what the worker does while the door page waits."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from painplanner.gui.pages.first_start import PracticeForm
    from painplanner.store import Store


WARMED = (
    "argon2",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlalchemy",
    "painplanner.store",
    "painplanner.services.practice",
    "painplanner.services.library",
    "painplanner.services.words",
)


def warm() -> None:
    """Import what opening needs, while the passphrase is typed."""
    for name in WARMED:
        import_module(name)


def open_practice(folder: Path, passphrase: str) -> Store:
    """Open a practice and bring its library up to date."""
    from painplanner.services.practice import open_practice as open_it

    return open_it(folder, passphrase)


def create_practice(form: PracticeForm) -> Store:
    """Make a new practice from what was filled in."""
    from painplanner.core.practice import Person, Practice, PracticeSetup, Role
    from painplanner.core.values import Discipline
    from painplanner.services.practice import create_practice as create_it

    practice = Practice(id="practice", name=form.name, phone=form.phone, after_hours=form.after_hours)
    discipline = Discipline(form.discipline)
    role = Role.STAFF if discipline is Discipline.STAFF else Role.CLINICIAN
    person = Person(id="person-1", name=form.person, discipline=discipline, role=role)
    return create_it(form.folder, PracticeSetup(practice=practice, person=person), form.passphrase)


def make_demo() -> tuple[Path, str]:
    """Make a demo practice with invented patients in a folder of its own; return it with its passphrase."""
    import tempfile

    from painplanner.gui.context import read_today
    from painplanner.services.demo import make_demo as make_it

    folder = Path(tempfile.mkdtemp(prefix="painplanner-demo-")) / "Demo practice"
    return folder, make_it(folder, read_today()).passphrase
