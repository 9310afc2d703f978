"""What core says in codes, in sentences of the window's language: refusals, findings, codes, rows of Today, plans."""

from __future__ import annotations

from painplanner.services.words.body import region_words
from painplanner.services.words.codes import code_name
from painplanner.services.words.days import day_words
from painplanner.services.words.due import due_sentence
from painplanner.services.words.exercising import category_words, safety_words
from painplanner.services.words.findings import finding_sentence, remedy_words
from painplanner.services.words.library import (
    amount_words,
    dose_shown,
    dose_typed,
    dose_words,
    equipment_words,
    filed_words,
    fitness_sentence,
    fitness_short,
    mechanism_words,
    position_words,
    standing_words,
    waiting_sentence,
)
from painplanner.services.words.plan import (
    action_words,
    combine_words,
    criterion_words,
    discipline_words,
    kind_words,
    measure_words,
    outcome_words,
    purpose_words,
    side_words,
    status_words,
    step_title,
    timing_words,
    trial_words,
)
from painplanner.services.words.proposals import proposal_sentence, source_words
from painplanner.services.words.refusals import impossible_sentence
from painplanner.services.words.results import (
    beside_lines,
    check_sentence,
    moved_sentence,
    outcome_shown,
    overdue_sentence,
    reach_sentence,
    result_sentence,
    win_sentence,
)
from painplanner.services.words.stopping import stop_anyway_words, stop_question

__all__ = [
    "action_words",
    "amount_words",
    "beside_lines",
    "category_words",
    "check_sentence",
    "code_name",
    "combine_words",
    "criterion_words",
    "day_words",
    "discipline_words",
    "dose_shown",
    "dose_typed",
    "dose_words",
    "due_sentence",
    "equipment_words",
    "filed_words",
    "finding_sentence",
    "fitness_sentence",
    "fitness_short",
    "impossible_sentence",
    "kind_words",
    "measure_words",
    "mechanism_words",
    "moved_sentence",
    "outcome_shown",
    "outcome_words",
    "overdue_sentence",
    "position_words",
    "proposal_sentence",
    "purpose_words",
    "reach_sentence",
    "region_words",
    "remedy_words",
    "result_sentence",
    "safety_words",
    "side_words",
    "source_words",
    "standing_words",
    "status_words",
    "step_title",
    "stop_anyway_words",
    "stop_question",
    "timing_words",
    "trial_words",
    "waiting_sentence",
    "win_sentence",
]
