"""In Spanish, sentences name things in Spanish: what the plan holds, and what a rule wants talked about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from painplanner.core.checkpoint import Action, ActionKind
from painplanner.core.dose import MedicineDose, TimeOfDay
from painplanner.core.dose_text import parse_dose
from painplanner.core.findings import Finding, Severity
from painplanner.core.library import MedicineFact
from painplanner.core.plan import Driver, Item, Plan, Step, Texts
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import LangText
from painplanner.services.library import read_library
from painplanner.services.words import (
    action_words,
    amount_words,
    dose_shown,
    dose_typed,
    finding_sentence,
    stop_question,
)
from painplanner.services.words.talked_about import thing_words
from painplanner.text import noting_missing, speaking

NERVE = Driver(id="d", words=(LangText(lang="en", text="Sore nerve"), LangText(lang="es", text="Nervio irritado")))
MEDICINE = Item(id="i", kind="medicine", texts=(Texts(lang="en", name="Naproxen"), Texts(lang="es", name="Naproxeno")))
PLAN = Plan(id="p", drivers=(NERVE,), steps=(Step(id="s", items=(MEDICINE,)),))


@pytest.fixture(autouse=True)
def in_spanish() -> Iterator[None]:
    with speaking("es"):
        yield


def found(code: str, *args: tuple[str, str]) -> str:
    source = Source(tag=SourceTag.D, text="a default")
    finding = Finding(code=code, severity=Severity.CONSIDER, source=source, subject="i", subject_kind="item", args=args)
    return finding_sentence(finding, PLAN, lang="es")


def test_a_finding_names_items_and_drivers() -> None:
    assert found("allergy", ("code", "allergy.latex")) == "Naproxeno y la alergia a Látex no van juntas."
    assert found("driver-without-step", ("driver", "d")) == "Ningún paso trabaja sobre “Nervio irritado”."


def test_a_question_names_the_medicine() -> None:
    assert stop_question((MEDICINE,), "es") == "No se debe suspender de golpe: Naproxeno. Anote cómo se reduce."


def test_an_action_names_the_cause() -> None:
    action = Action(kind=ActionKind.RECONSIDER, target="d")
    assert action_words(action, PLAN, "es") == "reconsiderar “Nervio irritado”"


def talked_about() -> set[str]:
    library, _figures = read_library()
    checks = [check for template in library.templates.values() for check in template.checkpoints]
    actions = [action for check in checks for action in (check.on_met, check.on_partly, check.on_not_met)]
    return {a.target for a in actions if a is not None and a.kind is ActionKind.DISCUSS and a.target}


def test_what_templates_want_talked_about_has_spanish_words() -> None:
    ids = talked_about()
    assert len(ids) > 10
    with speaking("en"):
        english = {thing: thing_words(thing) for thing in ids}
    assert {thing for thing in ids if thing_words(thing) == english[thing]} == set()
    assert thing_words("coordination.team_huddle") == "una reunión del equipo"


def test_typed_words_are_talked_about_as_typed() -> None:
    assert thing_words("Dr. Lee about nerve tests") == "Dr. Lee about nerve tests"
    assert thing_words("own.swim_class") == "swim class"


def test_a_dose_reads_and_is_typed_in_the_language_that_is_spoken() -> None:
    thin = MedicineDose(amount=Decimal(1), unit="thin layer", times=(TimeOfDay.BEDTIME,))
    assert dose_shown(thin) == "1 thin layer · al acostarse"
    assert dose_typed(thin) == '1 "thin layer" · al acostarse'
    with speaking("en"):
        assert dose_typed(thin) == '1 "thin layer" · bedtime'
    assert parse_dose(dose_typed(thin), MedicineDose()) == thin


def test_every_reference_amount_of_the_library_is_said_in_spanish() -> None:
    library, _figures = read_library()
    known = [entry.reference for entry in library.entries.values() if entry.reference is not None]
    facts = [fact for one in known for fact in (one.start, one.usual, one.maximum, one.trial) if fact is not None]
    with noting_missing() as missing:
        said = [amount_words(fact) for fact in facts]
    assert len(said) > 100
    assert missing == []
    assert "2 a 3 g al día" in said
    assert amount_words(MedicineFact(amount=Decimal(3), unit="patches", text="at once")) == "3 parches a la vez"


def test_what_a_practice_wrote_itself_of_an_amount_stays_as_it_is() -> None:
    assert amount_words(MedicineFact(amount=Decimal(5), unit="mg", text="with {food}")) == "5 mg with {food}"
    assert amount_words(MedicineFact(amount=Decimal(5), unit="{x}")) == "5 {x}"
