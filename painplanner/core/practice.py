"""The practice and its people: what stands in the header of every paper and who did what."""

from __future__ import annotations

from enum import StrEnum

from painplanner.core.dressing import CLOTHES, HAIR, SKIN_TONES
from painplanner.core.inks import Ink, inked
from painplanner.core.palette import Medium, Palette, palette
from painplanner.core.values import LINE_LIMIT, NAME_LIMIT, Discipline, Value, tidy, whole


class PaperSize(StrEnum):
    """The paper a page is made for; a practice prints on one of `ORDINARY`, a card may be smaller."""

    LETTER = "letter"
    LEGAL = "legal"
    A4 = "a4"
    A5 = "a5"
    A6 = "a6"


ORDINARY = (PaperSize.LETTER, PaperSize.LEGAL, PaperSize.A4, PaperSize.A5)


class Role(StrEnum):
    """What a person may do: staff find and print, clinicians also plan."""

    CLINICIAN = "clinician"
    STAFF = "staff"


class PersonDrawn(Value, frozen=True, kw_only=True):
    """Whom a practice wants to see in its pictures: a place in the row of skin tones, of hair and of clothes."""

    skin: int = 1
    hair: int = 0
    clothes: int = 0

    def __post_init__(self) -> None:
        """Refuse what no row has."""
        for field, row in (("skin", SKIN_TONES), ("hair", HAIR), ("clothes", CLOTHES)):
            whole(self, field, 0, len(row) - 1)

    def colours(self, medium: Medium) -> Palette:
        """Return the colours of pictures of this person."""
        return palette(medium, self.skin, self.hair, self.clothes)


class Practice(Value, frozen=True, kw_only=True):
    """A practice: its name, the two numbers every paper carries, and its habits.

    `logo` is the content hash of a picture that the practice keeps; `ink` is the one colour of its papers.
    `names_in_files` lets the names of saved files say who the patient is, instead of the record number.
    """

    id: str
    name: str = ""
    phone: str = ""
    after_hours: str = ""
    address: str = ""
    emergency: str = "911"
    crisis_line: str = "988"
    paper: PaperSize = PaperSize.LETTER
    language: str = "en"
    footer: str = ""
    person_drawn: PersonDrawn = PersonDrawn()
    names_in_files: bool = False
    logo: str = ""
    ink: Ink = Ink.GREEN

    def __post_init__(self) -> None:
        """Clean the texts."""
        tidy(self, "name", NAME_LIMIT)
        for field in ("phone", "after_hours", "emergency", "crisis_line"):
            tidy(self, field, 60)
        tidy(self, "address", LINE_LIMIT)
        tidy(self, "footer", LINE_LIMIT)
        tidy(self, "logo", 64)

    def paper_colours(self) -> Palette:
        """Return the colours of its papers: its ink, and the person in its pictures."""
        return inked(self.person_drawn.colours("paper"), self.ink)


class Person(Value, frozen=True, kw_only=True):
    """Someone who works in the practice."""

    id: str
    name: str = ""
    discipline: Discipline | None = None
    role: Role = Role.CLINICIAN

    def __post_init__(self) -> None:
        """Clean the name."""
        tidy(self, "name", NAME_LIMIT)


class PracticeSetup(Value, frozen=True, kw_only=True):
    """What the first start asks for."""

    practice: Practice
    person: Person
