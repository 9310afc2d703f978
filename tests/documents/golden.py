"""The papers that are kept as plain text in tests/golden: read the difference before you write them anew.

PYTHONPATH=.:tests python tests/documents/golden.py
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from documents.colleagues import REFERRAL, TRAMADOL, told, with_more
from documents.medicated import medicated
from documents.sciatica import PATIENT, PLAN, TODAY, request, with_step
from documents.tracked import reported

from painplanner.core.measure import Criterion
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan, Step, StepStatus
from painplanner.core.practice import Practice
from painplanner.core.values import LangText, replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Document
from painplanner.documents.chart import chart_text
from painplanner.documents.clinician_summary import clinician_summary
from painplanner.documents.daily_log import daily_log, log_of
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.first_visit import first_visit
from painplanner.documents.flare_card import SIZE, flare_card
from painplanner.documents.function_questionnaire import function_questionnaire
from painplanner.documents.handout import handout
from painplanner.documents.medicine_schedule import medicine_schedule
from painplanner.documents.procedure import procedure
from painplanner.documents.progress_report import progress_report
from painplanner.documents.referral_letter import FOR, HAND_OFF, referral_letter
from painplanner.documents.request import Request
from painplanner.documents.team_report import team_report
from painplanner.documents.timeline import timeline

GOLDEN = Path(__file__).parents[1] / "golden"
STRONG = {"start": date(2026, 2, 16), "end": date(2026, 3, 1), "today": date(2026, 2, 16)}


def logged(**changes: object) -> Request:
    """Return a request with its daily log, under the number 1001."""
    asked = request(**changes)
    return request(**changes, log=replace(log_of(asked), number=1001))


def rated() -> Plan:
    """Return the plan with two activities to rate."""
    walk = replace(PLAN.goals[1], criterion=Criterion(measure="measure.psfs"))
    return replace(PLAN, goals=(*PLAN.goals[:1], walk))


def warned() -> Plan:
    """Return the plan with the patient's own early signs of a flare."""
    english, spanish = "I sleep badly.\nI skip my walk.", "Duermo mal.\nDejo de caminar."
    signs = (LangText(lang="en", text=english), LangText(lang="es", text=spanish))
    made: Plan = replace(PLAN, early_signs=signs)
    return made


@cache
def documents() -> dict[str, Document]:
    """Return every paper by the name of its file, made once for all tests that read it."""
    later = with_step("step-shot", status=StepStatus.DONE, ended_on=TODAY)
    bare = Plan(id="plan-3", steps=(replace(PLAN.steps[1], timing=None, trial_end=None, words=(), title=""),))
    return {
        "sciatica-handout-en": handout(request()),
        "sciatica-handout-es": handout(request(language="es")),
        "sciatica-sheet-en": exercise_sheet(request()),
        "sciatica-sheet-es": exercise_sheet(request(language="es")),
        "sciatica-sheet-strong-en": exercise_sheet(request(later, **STRONG)),
        "sciatica-sheet-logged-en": exercise_sheet(logged()),
        "sciatica-log-en": daily_log(logged()),
        "sciatica-log-es": daily_log(logged(language="es")),
        "sciatica-log-strong-en": daily_log(logged(plan=later, **{**STRONG, "end": date(2026, 2, 22)})),
        "sciatica-questionnaire-en": function_questionnaire(request(rated())),
        "sciatica-questionnaire-es": function_questionnaire(request(rated(), language="es")),
        "sciatica-progress-en": progress_report(reported()),
        "sciatica-progress-es": progress_report(reported(language="es")),
        "medicines-en": medicine_schedule(medicated()),
        "medicines-es": medicine_schedule(medicated(language="es")),
        "sciatica-timeline-en": timeline(request()),
        "sciatica-timeline-es": timeline(request(language="es")),
        "first-visit-en": first_visit(request(Plan(id=""), revision=None)),
        "first-visit-es": first_visit(request(Plan(id=""), revision=None, language="es")),
        "sciatica-summary-en": clinician_summary(told()),
        "sciatica-summary-es": clinician_summary(told(language="es")),
        "sciatica-referral-en": referral_letter(told(with_more(TRAMADOL, REFERRAL))),
        "sciatica-referral-es": referral_letter(told(with_more(TRAMADOL, REFERRAL), language="es")),
        "sciatica-hand-off-en": referral_letter(told(options={FOR: HAND_OFF})),
        "sciatica-team": team_report(reported()),
        "sciatica-team-es": team_report(reported(language="es")),
        "sciatica-flare-card-en": flare_card(request(warned())),
        "sciatica-flare-card-es": flare_card(request(warned(), language="es")),
        "sciatica-flare-card-a6-en": flare_card(request(options={SIZE: "a6"})),
        "sciatica-procedure-en": procedure(request()),
        "sciatica-procedure-es": procedure(request(language="es")),
        "bare-handout-en": handout(request(bare, author="", revision=None)),
        "empty-handout-en": handout(
            request(Plan(id="plan-4", steps=(Step(id="s"),)), patient=Patient(id="p"), practice=Practice(id="x"))
        ),
    }


@cache
def texts() -> dict[str, str]:
    """Return every golden text by the name of its file."""
    papers = {name: as_text(document) for name, document in documents().items()}
    return {**papers, "sciatica-chart-en": chart_text(PLAN, PATIENT, TODAY)}


if __name__ == "__main__":
    for name, text in texts().items():
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")
