"""What papers for colleagues say in words of the services: the findings of the review, and the names of codes.

Both are in the language of the practice, whatever the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.codes import SAFETY_CAUTIONS
from painplanner.core.findings import Finding
from painplanner.core.patient import Coded, Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Practice
from painplanner.services.words.codes import code_name
from painplanner.services.words.findings import finding_sentence
from painplanner.text import speaking


def findings_said(findings: Iterable[Finding], plan: Plan, practice: Practice) -> tuple[str, ...]:
    """Return findings as sentences, each once, in their order."""
    with speaking(practice.language):
        said = [finding_sentence(finding, plan, practice.crisis_line, practice.language) for finding in findings]
    return tuple(dict.fromkeys(said))


def names_said(patient: Patient, practice: Practice) -> dict[str, str]:
    """Return the names of the codes that a patient has, and of the safety questions, by id."""
    terms = (*patient.allergies, *patient.conditions, *patient.medicines)
    codes = [term.code for term in terms if isinstance(term, Coded)]
    codes += [answer.flag for answer in patient.red_flags.answers]
    with speaking(practice.language):
        return {code: code_name(code) for code in (*codes, *SAFETY_CAUTIONS)}
