"""A further document is one module and one line: whoever offers, prints or writes papers asks the registry."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from documents.sciatica import request

from painplanner.cli import main
from painplanner.documents import registry
from painplanner.documents.blocks import Document, Message, rich
from painplanner.documents.kind import Kind, Option
from painplanner.documents.paper import paper
from painplanner.documents.request import Request
from painplanner.services import publish
from painplanner.text import translator


def parking_note(asked: Request) -> Document:
    words = "Park behind the house." if asked.chosen("parking.where", "back") == "back" else "Park in front."
    return paper(asked, "parking-note", "Parking", (Message(rich("", words)),))


WHERE = (("back", lambda _t: "Behind"), ("front", lambda _t: "Front"))
PARKING = Kind(
    id="parking-note",
    make=parking_note,
    name=lambda _t: "Parking note",
    about=lambda _t: "where to park",
    options=(
        Option("parking.where", lambda _t: "Where", (("back", lambda _t: "Behind"), ("front", lambda _t: "Front"))),
    ),
)


@pytest.fixture
def with_parking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module = ModuleType("painplanner.documents.parking_note")
    module.KIND = PARKING  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(registry, "MODULES", (*registry.MODULES, "parking_note"))
    registry.kinds.cache_clear()
    yield
    registry.kinds.cache_clear()


@pytest.mark.usefixtures("with_parking")
def test_a_further_document_is_written_with_one_line() -> None:
    made = publish.make_paper(request(), ("handout", "parking-note"))
    assert made.document == "handout+parking-note"
    assert made.pdf.startswith(b"%PDF")
    assert publish.make_document(request(options={"parking.where": "front"}), "parking-note").blocks == (
        Message(rich("", "Park in front.")),
    )


@pytest.mark.usefixtures("with_parking")
def test_the_command_line_offers_it_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["print", "--help"], lambda _argument: 0)
    assert "parking-note: where to park" in " ".join(capsys.readouterr().out.split())


def test_every_kind_has_an_id_words_and_options_of_its_own() -> None:
    known = registry.kinds()
    assert len({kind.id for kind in known}) == len(known) == len(registry.MODULES)
    options = [option.id for kind in known for option in kind.options]
    assert len(options) == len(set(options))
    for lang in ("en", "es"):
        t = translator(lang)
        assert all(kind.name(t) and kind.about(t) for kind in known)
        assert all(option.name(t) and len(option.values) > 1 for kind in known for option in kind.options)


def test_every_kind_in_spanish_has_words_of_its_own() -> None:
    english, spanish = translator("en"), translator("es")
    same = [kind.id for kind in registry.kinds() if kind.about(english) == kind.about(spanish)]
    assert same == []


def test_a_paper_says_of_which_kind_it_is() -> None:
    assert [kind.make(request()).kind for kind in registry.kinds()] == list(registry.kind_ids())


def test_handout_and_exercise_sheet_are_ticked_before_anything_was_chosen() -> None:
    assert registry.usual_ids() == ("handout", "exercise-sheet")


def test_an_unknown_kind_is_no_paper() -> None:
    with pytest.raises(KeyError):
        registry.kind_of("poster")
