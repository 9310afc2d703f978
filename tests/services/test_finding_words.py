"""Everything the review can say has a sentence, and every remedy has words for its button."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from painplanner.core.findings import Finding, Severity
from painplanner.core.patient import Patient
from painplanner.core.plan import Item, Plan, Step, Texts
from painplanner.core.review import RULES, review
from painplanner.core.review.remedies import REMEDY_CODES
from painplanner.core.source import Source, SourceTag
from painplanner.services.demo import make_plan
from painplanner.services.demo_people import Case, cases
from painplanner.services.library import read_library
from painplanner.services.words import finding_sentence, remedy_words
from painplanner.services.words.finding_sentences import remedies, sentences

TODAY = date(2026, 3, 2)
SOURCE = Source(tag=SourceTag.D, text="a default")


def test_every_rule_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert {rule.code for rule in RULES} == set(sentences())


def test_every_remedy_has_words_for_its_button() -> None:
    assert set(REMEDY_CODES) == set(remedies())


def findings_of_demo() -> Iterator[tuple[Case, Plan, Finding]]:
    library, _figures = read_library()
    for case in cases(TODAY):
        plan = make_plan(case, library, 1001, TODAY)
        for finding in review(plan, case.patient, library, TODAY):
            yield case, plan, finding
        for finding in review(plan, Patient(id="p"), library, date(2027, 3, 2)):
            yield case, plan, finding


def test_sentences_of_real_plans_are_whole() -> None:
    seen = list(findings_of_demo())
    assert len(seen) > 40
    for _case, plan, finding in seen:
        sentence = finding_sentence(finding, plan)
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“", sentence
        assert not re.search(r"\{|\}| ,|, ,|: \.|  ", sentence), sentence
        assert "must" not in sentence


def test_a_sentence_names_things_as_the_plan_does() -> None:
    item = Item(id="i", texts=(Texts(lang="en", name="Naproxen"),), kind="medicine")
    plan = Plan(id="p", steps=(Step(id="s", items=(item,)),))
    finding = Finding(
        code="allergy",
        severity=Severity.STOP,
        source=SOURCE,
        subject="i",
        subject_kind="item",
        args=(("code", "allergy.ibuprofen"),),
        remedy="remove-item",
    )
    assert finding_sentence(finding, plan) == "Naproxen and the allergy to Ibuprofen do not go together."
    assert remedy_words(finding) == "Take it out"


def test_days_are_written_with_their_month() -> None:
    finding = Finding(code="start-passed", severity=Severity.CONSIDER, source=SOURCE, args=(("on", "2026-01-05"),))
    assert finding_sentence(finding, Plan(id="p")) == "It was to start on 5 Jan 2026. Has it begun?"


@pytest.mark.parametrize("value", [Decimal("0.5")])
def test_an_unknown_code_still_reads_as_a_sentence(value: Decimal) -> None:
    finding = Finding(code="new-rule", severity=Severity.CONSIDER, source=SOURCE, args=(("value", str(value)),))
    assert finding_sentence(finding, Plan(id="p")) == "The review sees: new rule."


@pytest.mark.parametrize(
    ("code", "args", "sentence"),
    [
        ("nsaid-blood-thinner", (), "Ibuprofen with a blood thinner: bleeding."),
        (
            "nsaid-blood-thinner",
            (("with-code", "medicine.warfarin"),),
            "Ibuprofen with a blood thinner Warfarin: bleeding.",
        ),
        ("two-nsaids", (("with-item", "i"),), "Two anti-inflammatory medicines: Ibuprofen, Ibuprofen."),
        (
            "opioid-without-naloxone",
            (("caution", "condition.copd"), ("age", "70")),
            "Consider offering naloxone: COPD, 70 years.",
        ),
    ],
)
def test_what_a_finding_leaves_out_leaves_no_gap(code: str, args: tuple[tuple[str, str], ...], sentence: str) -> None:
    item = Item(id="i", texts=(Texts(lang="en", name="Ibuprofen"),), kind="medicine")
    plan = Plan(id="p", steps=(Step(id="s", items=(item,)),))
    finding = Finding(code=code, severity=Severity.STOP, source=SOURCE, subject="i", subject_kind="item", args=args)
    assert finding_sentence(finding, plan) == sentence


def test_a_red_flag_that_is_not_named_leaves_no_gap() -> None:
    finding = Finding(code="red-flag-open", severity=Severity.STOP, source=SOURCE)
    assert finding_sentence(finding, Plan(id="p")) == "A red flag was answered yes and nothing is noted that was done."


def test_the_answer_of_the_same_day_names_the_crisis_line_of_the_practice() -> None:
    given = (("name", "PHQ-9"), ("asked", "Question 9"), ("on", "2026-03-01"), ("answer", "1"))
    finding = Finding(code="alert-open", severity=Severity.STOP, source=SOURCE, subject_kind="patient", args=given)
    assert "Assess the risk today" in finding_sentence(finding, Plan(id="p"))
    assert finding_sentence(finding, Plan(id="p")).endswith("Crisis line: 988.")
    assert finding_sentence(finding, Plan(id="p"), "116 123").endswith("Crisis line: 116 123.")


NUMBERS = [
    ("opioid-fifty", (("n", "60"), ("limit", "50")), "The opioids come to 60 MME a day, as typed."),
    ("opioid-without-naloxone", (("mme", "60"),), "Consider offering naloxone: 60 MME a day."),
    (
        "opioid-total-not-known",
        (("with-item", "i"), ("with-code", "medicine.morphine")),
        "leaves out Tramadol, Morphine",
    ),
    ("opioid-taper-fast", (("n", "50"), ("limit", "25"), ("days", "7")), "Tramadol goes down by 50 % after 7 days"),
    ("tramadol-limit", (("age", "80"), ("value", "400"), ("limit", "300")), "400 mg a day with: 80 years."),
    ("gabapentinoid-kidney", (("caution", "condition.dialysis"), ("value", "600"), ("limit", "300")), "at most 300 mg"),
    ("stopped-suddenly", (("on", "2026-03-01"),), "Tramadol is not to stop suddenly"),
    ("steroid-soon", (("n", "30"), ("limit", "90")), "30 days after the one before; 90 days are usual."),
]


@pytest.mark.parametrize(("code", "given", "said"), NUMBERS)
def test_sentences_with_numbers_are_whole(code: str, given: tuple[tuple[str, str], ...], said: str) -> None:
    item = Item(id="i", texts=(Texts(lang="en", name="Tramadol"),), kind="medicine")
    plan = Plan(id="p", steps=(Step(id="s", items=(item,)),))
    finding = Finding(code=code, severity=Severity.STOP, source=SOURCE, subject="i", subject_kind="item", args=given)
    sentence = finding_sentence(finding, plan)
    assert said in sentence
    assert not re.search(r"\{|\}| ,|, ,|: \.|  ", sentence)
