"""What a medicine, a procedure, a test or a device says beyond what every entry says: ends, safety, what follows."""

from __future__ import annotations

from collections import Counter

import pytest

from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import LineKind, texts_in
from painplanner.services.library import read_library

ENOUGH = {
    Kind.MEDICINE: 28,
    Kind.PROCEDURE: 18,
    Kind.DIAGNOSTIC: 12,
    Kind.HANDS_ON: 15,
    Kind.COORDINATION: 15,
}


@pytest.fixture(scope="module")
def entries() -> tuple[Intervention, ...]:
    return tuple(read_library()[0].entries.values())


def words(entry: Intervention, *kinds: LineKind) -> str:
    """Return the English lines of these kinds, of all kinds when none is named."""
    lines = texts_in(entry.texts, "en").lines
    return " ".join(line.text for line in lines if not kinds or line.kind in kinds).lower()


def opioids(entries: tuple[Intervention, ...]) -> list[Intervention]:
    return [e for e in entries if e.kind is Kind.MEDICINE and "opioid" in e.drug_classes]


def test_a_clinic_finds_what_it_prescribes(entries: tuple[Intervention, ...]) -> None:
    found = Counter(entry.kind for entry in entries)
    assert {kind: found[kind] for kind, least in ENOUGH.items() if found[kind] < least} == {}


def test_every_entry_says_when_to_look_and_what_works_says_when(entries: tuple[Intervention, ...]) -> None:
    mine = [entry for entry in entries if entry.kind in ENOUGH]
    assert [entry.id for entry in mine if entry.reassess_days is None] == []
    works = {Kind.MEDICINE, Kind.PROCEDURE, Kind.HANDS_ON}
    assert [entry.id for entry in mine if entry.kind in works and entry.expect_days is None] == []


@pytest.mark.parametrize(
    "said",
    [
        ("goal", "end date"),
        ("bring it down", "stop"),
        ("all at once",),
        ("bowel plan", "day 1"),
        ("locked", "for you only", "take back"),
        ("naloxone", "at home"),
        ("alcohol", "breath"),
        ("give naloxone", "911"),
        ("988",),
    ],
)
def test_an_opioid_has_its_exit_and_its_safety_on_the_sheet(
    entries: tuple[Intervention, ...], said: tuple[str, ...]
) -> None:
    assert len(opioids(entries)) >= 5
    assert [e.id for e in opioids(entries) if not all(part in words(e) for part in said)] == []


def test_an_anti_inflammatory_pill_names_stomach_pregnancy_and_heart(entries: tuple[Intervention, ...]) -> None:
    pills = [e for e in entries if e.kind is Kind.MEDICINE and "nsaid" in e.drug_classes]
    pills = [e for e in pills if "topical-nsaid" not in e.drug_classes]
    assert len(pills) >= 6
    needed = ("black stools", "week 20 of a pregnancy", "911 for chest pain")
    assert [e.id for e in pills if not all(part in words(e) for part in needed)] == []
    assert [
        e.id for e in pills if not {"blood-thinner", "kidney-disease", "pregnancy"} <= set(e.contraindications)
    ] == []


def test_a_steroid_tells_of_sugar_and_a_needle_of_blood_thinners(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        if entry.kind is Kind.PROCEDURE:
            assert "blood-thinner" in entry.precautions, entry.id
            assert "blood thinner" in words(entry, LineKind.PREPARE), entry.id
            assert "sugar" in words(entry) or "corticosteroid" not in entry.drug_classes, entry.id


def test_what_follows_a_procedure_is_on_its_sheet(entries: tuple[Intervention, ...]) -> None:
    moves = ("train", "walk", "stretch", "move", "exercise", "glide", "touch", "task", "your plan")
    after = [(e.id, words(e, LineKind.AFTERCARE)) for e in entries if e.kind is Kind.PROCEDURE]
    assert [name for name, said in after if not any(move in said for move in moves)] == []


def test_a_test_says_what_it_cannot_tell(entries: tuple[Intervention, ...]) -> None:
    silent = [e.id for e in entries if e.kind is Kind.DIAGNOSTIC and "it cannot" not in words(e)]
    assert silent == []


def test_the_neck_is_not_pulled_with_rheumatoid_arthritis(entries: tuple[Intervention, ...]) -> None:
    traction = next(e for e in entries if e.id == "hands_on.neck_traction")
    assert {"condition.rheumatoid-arthritis", "condition.cervical-instability", "osteoporosis"} <= set(
        traction.contraindications
    )
