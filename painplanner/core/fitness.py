"""Whether an entry of the library suits a patient: what speaks against it, what asks for care, what nobody asked yet.

Not asked never counts as no. Not here: the review of a whole plan, and any words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from painplanner.core.codes import SAFETY_CAUTIONS, allergy_matches, cautions_of, classes_of
from painplanner.core.library import Intervention, Kind
from painplanner.core.patient import Coded, Patient
from painplanner.core.treatment import is_needle
from painplanner.core.values import Answer

__all__ = [
    "ALLERGIES",
    "CLEAR",
    "Cautious",
    "Fitness",
    "answers_of",
    "coded_allergies",
    "fitness_of",
    "needed_of",
    "questions_of",
]

ALLERGIES = "allergies"
"""The question that whatever holds a drug asks beside the safety questions."""


@dataclass(frozen=True, slots=True)
class Fitness:
    """What is known of an entry and a patient: contraindications and allergies that match, precautions, open questions.

    `unasked` holds the safety questions, and the conditions behind a safety question that was answered yes.
    """

    against: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Tell whether nothing speaks against it and every question it needs was asked."""
        return not self.against and not self.unasked


CLEAR = Fitness()


class Cautious(Protocol):
    """What of an entry is needed to judge it."""

    @property
    def contraindications(self) -> tuple[str, ...]:
        """Return the cautions that speak against it."""
        ...

    @property
    def precautions(self) -> tuple[str, ...]:
        """Return the cautions that ask for care."""
        ...

    @property
    def drug_classes(self) -> tuple[str, ...]:
        """Return the classes that an allergy may concern."""
        ...


def fitness_of(
    entry: Cautious, answers: Mapping[str, Answer], allergies: Iterable[str], asks: Iterable[str] = ()
) -> Fitness:
    """Judge an entry by all answers (`answers_of`) and the codes of allergies; `asks` adds questions of its kind."""
    against = [code for code in entry.contraindications if answers.get(code) is Answer.YES]
    against += [code for code in allergies if allergy_matches(code, entry.drug_classes)]
    careful = tuple(code for code in entry.precautions if answers.get(code) is Answer.YES)
    needed = needed_of(entry, asks)
    unasked = dict.fromkeys(question for code in needed if (question := _open_question(code, answers)))
    return Fitness(tuple(dict.fromkeys(against)), careful, tuple(unasked)) if against or careful or unasked else CLEAR


def needed_of(entry: Cautious, asks: Iterable[str] = ()) -> tuple[str, ...]:
    """Return everything that must be known of a patient before an entry is known to suit them."""
    return (*entry.contraindications, *entry.precautions, *asks, *((ALLERGIES,) if entry.drug_classes else ()))


def answers_of(patient: Patient) -> dict[str, Answer]:
    """Return the answer to every caution, and to that of allergies, where a yes without a name answers nothing."""
    known = Answer.NO if patient.allergies_answer is Answer.NO else Answer.NOT_ASKED
    return {**cautions_of(patient), ALLERGIES: Answer.YES if patient.allergies else known}


def _open_question(caution: str, answers: Mapping[str, Answer]) -> str:
    """Return what must be asked before a caution is known: its safety question, or itself where that was a yes.

    Of a condition that belongs to no safety question, nobody has to be asked: it is on the patient's list or it is not.
    """
    if answers.get(caution, Answer.NOT_ASKED) is not Answer.NOT_ASKED:
        return ""
    if caution in SAFETY_CAUTIONS or caution == ALLERGIES:
        return caution
    question = next((one for one in classes_of(caution) if one in SAFETY_CAUTIONS), "")
    if not question or answers.get(question) is Answer.NO:
        return ""
    return caution if answers.get(question) is Answer.YES else question


def questions_of(entry: Intervention) -> tuple[str, ...]:
    """Return the safety questions that the kind of an entry asks beside its own cautions, as the review does."""
    is_swallowed_nsaid = "nsaid" in entry.drug_classes and "topical-nsaid" not in entry.drug_classes
    is_medicine = entry.kind is Kind.MEDICINE
    asked: list[str] = []
    if is_needle(entry) or (is_medicine and is_swallowed_nsaid):
        asked.append("blood-thinner")
    if is_medicine and (is_swallowed_nsaid or "gabapentinoid" in entry.drug_classes):
        asked.append("kidney-disease")
    return tuple(asked)


def coded_allergies(patient: Patient | None) -> tuple[str, ...]:
    """Return the codes of a patient's allergies; free words cannot be matched."""
    return tuple(t.code for t in patient.allergies if isinstance(t, Coded)) if patient is not None else ()
