"""Nothing that is said of a patient stands readable in any file that the store writes."""

from __future__ import annotations

import base64
import math
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from store.practices import ADA, TODAY, due_of, finalise, paper, plan_for

from painplanner.core.codec import content_hash
from painplanner.core.library import Library
from painplanner.core.measure import Reading
from painplanner.store import Store, files

MARKER = "Zyxwvut Qponmlk"


def spellings(marker: str) -> dict[str, bytes]:
    """Return the marker as it could stand in a file."""
    plain = marker.encode()
    coded = base64.b64encode(plain)[4:-4]
    return {"utf-8": plain, "utf-16": marker.encode("utf-16-le"), "base64": coded, "folded": marker.casefold().encode()}


def hits(folder: Path) -> list[str]:
    """Return every file that holds the marker, with how it is spelled there."""
    return [
        f"{path.relative_to(folder)}: {name}"
        for path in folder.rglob("*")
        if path.is_file()
        for name, marker in spellings(MARKER).items()
        if marker in path.read_bytes()
    ]


@pytest.fixture
def marked(store: Store) -> Store:
    """Return an open practice with the marker in everything that can carry words."""
    patient = msgspec.structs.replace(ADA, name=MARKER, note=MARKER, goals=(MARKER,))
    plan = msgspec.structs.replace(plan_for(), title=MARKER, why=MARKER, note=MARKER)
    store.save_practice(msgspec.structs.replace(store.practice, footer=MARKER))
    store.save_person(msgspec.structs.replace(store.person, name=MARKER))
    store.save_patient(patient)
    store.save_draft(plan, due_of(plan, is_draft=True))
    finalise(store, plan, paper(MARKER, pdf=MARKER.encode() * 500), snapshot=MARKER.encode())
    store.save_draft(plan, due_of(plan))
    store.save_reading(Reading(id="r", patient=ADA.id, measure="measure.peg", on=TODAY, value=Decimal(1), note=MARKER))
    store.add_picture(MARKER.encode() * 900)
    figure = MARKER.encode() * 9
    store.replace_library(
        Library(version=MARKER, figures={"figure.x": content_hash(figure)}), {content_hash(figure): figure}
    )
    return store


def test_nothing_readable_stands_in_the_files_of_an_open_practice(marked: Store) -> None:
    assert (marked.folder / "practice.db-wal").stat().st_size > 0
    marked.backup("now")
    assert hits(marked.folder) == []


def test_nothing_readable_stands_in_the_files_of_a_closed_practice(marked: Store) -> None:
    marked.discard_draft("plan-1")
    marked.close()
    assert hits(marked.folder) == []


def test_the_scan_would_find_what_is_readable(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(f"before {MARKER} after")
    (tmp_path / "wide.txt").write_text(MARKER, encoding="utf-16")
    assert len(hits(tmp_path)) == 2


def test_the_files_look_like_noise(marked: Store) -> None:
    copy = marked.backup("now") / files.DATABASE
    data = copy.read_bytes()
    counts = Counter(data)
    bits = -sum(n / len(data) * math.log2(n / len(data)) for n in counts.values())
    assert bits > 7.9
    assert not data.startswith(b"SQLite")


def test_the_key_file_names_nobody(marked: Store) -> None:
    words = (marked.folder / files.KEYS).read_text()
    assert "Okafor" not in words
    assert str(date(1978, 8, 3)) not in words
