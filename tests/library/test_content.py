"""The library that ships is whole: enough of every kind, short words in two languages, sources and true links."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from painplanner.core.dose import ActivityDose, MedicineDose, ProcedureDose, has_side, side_of
from painplanner.core.edits import new_item, plan_from_template, set_painful
from painplanner.core.ids import counting_ids
from painplanner.core.library import Category, Intervention, Kind, Library, SafetyRule, Template
from painplanner.core.measure import Better, MeasureKind, TargetKind
from painplanner.core.patient import Patient, RedFlags, SafetyAnswers
from painplanner.core.plan import ActionKind, Lasts, LineKind, Plan, Purpose, Texts, texts_in
from painplanner.core.review import review
from painplanner.core.schedule import schedule
from painplanner.core.source import SourceTag
from painplanner.core.values import Answer, LangText, Side, text_in
from painplanner.services.library import library_folder, read_figures, read_library
from painplanner.services.library_check import check_library, not_drawn
from painplanner.services.library_files import raw_entries
from painplanner.services.reading import english_grade, inflesz

TODAY = date(2026, 1, 13)
LANGUAGES = ("en", "es")
LEAST = {
    Kind.EXERCISE: 175,
    Kind.MEDICINE: 28,
    Kind.PROCEDURE: 18,
    Kind.DIAGNOSTIC: 12,
    Kind.BEHAVIOURAL: 25,
    Kind.EDUCATION: 15,
    Kind.LIFESTYLE: 15,
    Kind.HANDS_ON: 15,
    Kind.COORDINATION: 15,
}
PATHWAYS = {
    "sciatica", "shoulder_impingement", "patellofemoral", "lumbar_flexion_sensitive", "lumbar_extension_sensitive",
    "facet_radiofrequency", "sacroiliac", "achilles_runner", "knee_osteoarthritis", "warehouse_worker",
    "widespread_pain", "fibromyalgia", "chronic_low_back", "neck_desk", "occipital_neuralgia", "meralgia_paresthetica",
    "degenerative_meniscus", "cuff_tendinopathy", "lumbar_stenosis", "opioid_taper", "surgery_prehabilitation",
    "hand_osteoarthritis",
}  # fmt: skip
# Never of a body, never to a patient (pain education [K]).
NOT_SAID = (
    "damage",
    "degenerat",
    "wear and tear",
    "bone on bone",
    "instab",
    "you must",
    "you should",
    "fault of yours",
)
# Procedures that go in at the middle of the spine and have no side.
IN_THE_MIDDLE = {
    "procedure.interlaminar_epidural",
    "procedure.caudal_epidural",
    "procedure.cervical_epidural",
    "procedure.stimulator_trial",
}
# What a plan fresh from its template may still lack: only what belongs to one patient.
FOR_THE_PATIENT = {
    "target-unknown",
    "needle-without-side",
    "needle-without-site",
    "medicine-without-dose",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()[0]


@pytest.fixture(scope="module")
def entries(library: Library) -> tuple[Intervention, ...]:
    return tuple(library.entries.values())


@pytest.fixture(scope="module")
def templates(library: Library) -> tuple[Template, ...]:
    return tuple(library.templates.values())


def sentences(words: Texts) -> list[str]:
    return [line.text for line in words.lines]


def test_nothing_is_wrong_with_the_files() -> None:
    assert check_library() == ()


def test_there_is_enough_of_every_kind(entries: tuple[Intervention, ...]) -> None:
    found = Counter(entry.kind for entry in entries)
    assert {kind: n for kind, n in found.items() if n < LEAST[kind]} == {}
    assert set(found) == set(LEAST)
    assert len(entries) >= 315


def test_every_entry_is_filed_whole(entries: tuple[Intervention, ...]) -> None:
    acting = {Kind.EXERCISE, Kind.MEDICINE, Kind.PROCEDURE, Kind.HANDS_ON, Kind.BEHAVIOURAL}
    purposes = {purpose.value for purpose in Purpose}
    for entry in entries:
        assert entry.regions, entry.id
        assert entry.mechanisms or entry.kind not in acting, entry.id
        assert entry.discipline is not None, entry.id
        assert entry.purpose in purposes, entry.id
        assert entry.reassess_days is not None, entry.id
        assert entry.expect_days is not None or entry.kind not in acting, entry.id
        for lang in LANGUAGES:
            assert len([word for word in entry.synonyms if word.lang == lang]) >= 2, (entry.id, lang)


def test_every_exercise_has_a_position_a_range_a_picture_and_a_way_back_or_forward(
    entries: tuple[Intervention, ...],
) -> None:
    for entry in entries:
        if entry.kind is Kind.EXERCISE:
            assert entry.position, entry.id
            assert entry.ranges, entry.id
            assert entry.figure, entry.id
    told = [e for e in entries if e.kind is Kind.EXERCISE and (e.easier_how or e.harder_how or e.easier or e.harder)]
    assert len(told) >= 175


def test_no_file_is_longer_than_thirty_entries() -> None:
    assert [path.name for path in library_folder().rglob("*.toml") if len(raw_entries(path)) > 30] == []


def test_every_entry_speaks_both_languages_line_by_line(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        by_lang = {words.lang: words for words in entry.texts}
        assert set(by_lang) == set(LANGUAGES), entry.id
        assert all(words.name and words.plain_name for words in entry.texts), entry.id
        kinds = [tuple(line.kind for line in words.lines) for words in entry.texts]
        assert kinds[0] == kinds[1], entry.id
        assert kinds[0], entry.id


def test_no_name_stands_twice_in_one_kind(entries: tuple[Intervention, ...]) -> None:
    names = Counter((entry.kind, words.lang, words.name) for entry in entries for words in entry.texts)
    assert [name for name, n in names.items() if n > 1] == []


def test_words_are_said_to_be_unchecked_until_a_clinician_checks_them(entries: tuple[Intervention, ...]) -> None:
    assert {words.checked_by for entry in entries for words in entry.texts} == {""}


def test_every_exercise_says_how_to_start_what_to_do_and_what_is_safe(entries: tuple[Intervention, ...]) -> None:
    needed = {LineKind.SETUP, LineKind.STEP, LineKind.SAFETY}
    for entry in entries:
        if entry.kind is Kind.EXERCISE:
            assert entry.category is not None, entry.id
            assert entry.dose is not None, entry.id
            assert all(needed <= {line.kind for line in words.lines} for words in entry.texts), entry.id


RULE_LINES = {
    SafetyRule.GENERAL: ("do half", "haga la mitad"),
    SafetyRule.TENDON: ("up to 5 of 10", "hasta 5 de 10"),
    SafetyRule.NERVE_GLIDE: ("within seconds", "en segundos"),
    SafetyRule.GRADED_ACTIVITY: ("by the clock", "por el reloj"),
}


def test_the_safety_line_of_an_exercise_goes_by_its_rule(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        if entry.kind is not Kind.EXERCISE or entry.category is Category.RELAXATION:
            continue
        for lang, sign in zip(LANGUAGES, RULE_LINES[entry.safety_rule], strict=True):
            lines = texts_in(entry.texts, lang).of_kind(LineKind.SAFETY)
            assert any(sign in line for line in lines), entry.id


def test_pain_alone_never_says_stop_and_call(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        if entry.kind is Kind.EXERCISE:
            calls = [line for line in texts_in(entry.texts, "en").of_kind(LineKind.SAFETY) if "call" in line.lower()]
            assert all("chest pain" in line or "tell us" in line for line in calls), entry.id


def test_chest_pain_goes_to_the_emergency_line_at_once(entries: tuple[Intervention, ...]) -> None:
    at_once = (("en", "chest pain", "call 911 at once"), ("es", "duele el pecho", "911 de inmediato"))
    for lang, worry, words in at_once:
        exercises = [texts_in(entry.texts, lang) for entry in entries if entry.kind is Kind.EXERCISE]
        said = [line for texts in exercises for line in sentences(texts) if worry in line]
        assert len(said) >= 4, lang
        assert [line for line in said if words not in line] == []


def test_no_entry_sends_an_emergency_of_the_stop_box_to_the_practice(entries: tuple[Intervention, ...]) -> None:
    emergencies = {
        "en": ("new weakness", "you faint", "feel faint"),
        "es": ("debilidad nueva", "debilidad o", "se desmaya", "desmayo"),
    }
    right = {"en": ("911", "emergency room", "stop box"), "es": ("911", "emergencias", "cuadro de alto")}
    for lang in LANGUAGES:
        lines = [(e.id, line.lower()) for e in entries for line in sentences(texts_in(e.texts, lang))]
        said = [(name, line) for name, line in lines if any(worry in line for worry in emergencies[lang])]
        assert len(said) >= 8, lang
        assert [each for each in said if not any(place in each[1] for place in right[lang])] == []


def test_weakness_that_a_numbing_shot_explains_leads_to_the_stop_box_when_it_lasts(library: Library) -> None:
    weak = {
        "en": ("leg may feel heavy", "leg may feel weak", "leg may feel numb"),
        "es": ("pierna puede pesar", "pierna puede estar débil", "pierna puede estar dormid"),
    }
    for lang, box in (("en", "look at the stop box."), ("es", "mire el cuadro de ALTO.")):
        for entry in library.entries.values():
            lines = texts_in(entry.texts, lang).of_kind(LineKind.AFTERCARE)
            for line, after in itertools.pairwise((*lines, "")):
                assert after.endswith(box) or not any(words in line for words in weak[lang]), (entry.id, line)


def test_a_line_says_what_it_is_about_also_when_it_stands_alone(entries: tuple[Intervention, ...]) -> None:
    needs = {
        "en": (("week 20", "pregnan"), ("8 to 12", "weeks"), ("back one", "exercise")),
        "es": (("semana 20", "embaraz"), ("8 a 12", "semanas"), ("vuelva un", "ejercicio")),
    }
    for lang, pairs in needs.items():
        said = [(entry.id, line.text) for entry in entries for line in texts_in(entry.texts, lang).lines]
        for mark, whole in pairs:
            assert [each for each in said if mark in each[1] and whole not in each[1]] == []


def test_english_reads_at_grade_six(entries: tuple[Intervention, ...]) -> None:
    grades = sorted(((english_grade(sentences(texts_in(e.texts, "en"))), e.id) for e in entries), reverse=True)
    print("hardest in English:", *(f"{grade:.1f} {name}" for grade, name in grades[:10]), sep="\n")
    assert grades[0][0] <= 8
    assert sum(1 for grade, _ in grades if grade <= 6) >= 0.9 * len(grades)


def test_spanish_reads_easily(entries: tuple[Intervention, ...]) -> None:
    ease = sorted((inflesz(sentences(texts_in(entry.texts, "es"))), entry.id) for entry in entries)
    print("hardest in Spanish:", *(f"{points:.0f} {name}" for points, name in ease[:10]), sep="\n")
    assert ease[0][0] >= 65


def test_what_is_said_neither_blames_nor_frightens(
    entries: tuple[Intervention, ...], templates: tuple[Template, ...]
) -> None:
    said = [(e.id, line) for e in entries for line in sentences(texts_in(e.texts, "en"))]
    said += [(t.id, text) for t in templates for text in template_words(t, "en")]
    assert [(name, line) for name, line in said if any(word in line.lower() for word in NOT_SAID)] == []
    assert [(name, line) for name, line in said if "!" in line] == []


def test_every_injection_is_also_called_a_shot(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        words = texts_in(entry.texts, "en")
        if "injection" in words.name.lower() or "block" in words.name.lower():
            assert "shot" in words.plain_name.lower(), entry.id


def test_every_fact_has_its_source(library: Library) -> None:
    for owner in (*library.entries.values(), *library.templates.values(), *library.measures.values()):
        assert owner.sources, owner.id
        assert all(source.text.strip() and source.tag in set(SourceTag) for source in owner.sources), owner.id


def test_harder_and_easier_have_a_way_back(library: Library) -> None:
    for entry in library.entries.values():
        assert not entry.harder or library.entries[entry.harder].easier, entry.id
        assert not entry.easier or library.entries[entry.easier].harder, entry.id


def test_every_exercise_is_drawn(library: Library) -> None:
    assert not_drawn(library) == ()


def test_every_drawn_figure_is_used(library: Library) -> None:
    assert set(library.figures) - {entry.figure for entry in library.entries.values()} == set()


def test_every_picture_is_told_in_both_languages() -> None:
    for figure in read_figures():
        assert figure.alt, figure.id
        for words in figure.alt:
            assert {text.lang for text in words} == set(LANGUAGES), figure.id
            assert all(text.text.endswith(".") and len(text.text) <= 130 for text in words), figure.id


def test_a_two_sided_entry_leaves_its_side_open(entries: tuple[Intervention, ...]) -> None:
    assert [entry.id for entry in entries if side_of(entry.dose) is not None] == []
    assert [entry.id for entry in entries if entry.two_sided and not has_side(entry.dose)] == []


def test_what_both_arms_or_both_hands_do_asks_for_no_side(library: Library) -> None:
    for name in ("exercise.wall_slide", "exercise.suitcase_carry"):
        assert not library.entries[name].two_sided, name


def test_a_procedure_has_a_side_and_takes_the_painful_one(library: Library) -> None:
    without = {e.id for e in library.entries.values() if isinstance(e.dose, ProcedureDose) and not e.two_sided}
    assert without == IN_THE_MIDDLE
    one_sided = [entry for entry in library.entries.values() if entry.two_sided and has_side(entry.dose)]
    plan = Plan(id="p", side=Side.RIGHT)
    made = [new_item(entry, library, counting_ids(), plan=plan) for entry in one_sided]
    assert {item.kind for item in made} >= {"exercise", "procedure", "diagnostic", "hands_on"}
    assert {side_of(item.dose) for item in made} == {Side.RIGHT}


# Medicines, procedures and measures


def test_a_medicine_has_reference_amounts_and_no_dose(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        if entry.kind is not Kind.MEDICINE:
            continue
        assert entry.dose == MedicineDose(), entry.id
        assert entry.reference is not None, entry.id
        assert entry.drug_classes, entry.id
        facts = (entry.reference.start, entry.reference.usual, entry.reference.trial)
        assert all(fact is not None and fact.sources and (fact.amount or fact.text) for fact in facts), entry.id


def test_what_must_not_stop_suddenly_says_so(entries: tuple[Intervention, ...]) -> None:
    for entry in entries:
        if entry.reference is not None and entry.reference.stop_rule == "never-suddenly":
            assert any("all at once" in line for line in sentences(texts_in(entry.texts, "en"))), entry.id


def test_a_procedure_says_how_to_get_ready_what_follows_and_when_to_call(entries: tuple[Intervention, ...]) -> None:
    needed = {LineKind.BENEFIT, LineKind.PREPARE, LineKind.AFTERCARE, LineKind.CALL}
    for entry in entries:
        if entry.kind is Kind.PROCEDURE:
            assert entry.reassess_days is not None, entry.id
            assert all(needed <= {line.kind for line in words.lines} for words in entry.texts), entry.id


def test_measures_have_a_range_a_direction_and_words_in_both_languages(library: Library) -> None:
    assert len(library.measures) >= 45
    for measure in library.measures.values():
        assert measure.maximum is not None, measure.id
        assert measure.better in {Better.HIGHER, Better.LOWER} or not (measure.mcid or measure.mdc), measure.id
        for texts in (measure.name, measure.how_to, *(band.label for band in measure.bands)):
            assert {text.lang for text in texts} == set(LANGUAGES), measure.id
        assert {text.lang for text in measure.plain_name} in (set(), set(LANGUAGES)), measure.id
        assert all(change.sources and change.population for change in (*measure.mcid, *measure.mdc)), measure.id


def test_no_measure_frightens_by_its_name_on_paper(library: Library) -> None:
    frightens = ("disability", "severity", "impact", "catastroph", "phobia", "sensitization", "impairment")
    frightens += ("discapacidad", "gravedad", "impacto", "catastrof", "miedo", "sensibilizaci")
    for measure in library.measures.values():
        printed = " ".join(text.text.lower() for text in measure.plain_name or measure.name)
        assert not [word for word in frightens if word in printed], measure.id
    assert sum(1 for m in library.measures.values() if m.kind is MeasureKind.SCORE and m.plain_name) >= 20


def test_bands_of_a_measure_lie_in_its_range_in_order(library: Library) -> None:
    for measure in library.measures.values():
        edges = [edge for band in measure.bands for edge in (band.low, band.high)]
        assert edges == sorted(edges), measure.id
        assert not edges or (measure.minimum <= edges[0] and edges[-1] <= (measure.maximum or edges[-1])), measure.id


# Templates


def template_words(template: Template, lang: str) -> Iterator[str]:
    texts: list[tuple[LangText, ...]] = [template.why, template.flare]
    texts += [driver.words for driver in template.drivers] + [goal.words for goal in template.goals]
    for words in texts:
        yield from text_in(words, lang, fallback="").replace(". ", ".\n").splitlines()
    for step in template.steps:
        words = texts_in(step.words, lang)
        yield from (words.plain_name, *sentences(words))


def plan_of(template: Template, library: Library) -> Plan:
    numbers = itertools.count(1)
    plan = plan_from_template(
        template, library, lambda kind: f"{kind}-{next(numbers)}", patient="patient-1", today=TODAY, number=1
    )
    return set_painful(plan, plan.region, Side.RIGHT)


def careful_patient() -> Patient:
    answers = dict.fromkeys(SafetyAnswers.__struct_fields__, Answer.NO)
    return Patient(
        id="patient-1",
        name="Ana Ruiz",
        birth_date=date(1978, 8, 3),
        allergies_answer=Answer.NO,
        safety=SafetyAnswers(**answers),
        red_flags=RedFlags(overall=Answer.NO, asked_on=TODAY),
    )


def test_every_pathway_has_its_template(library: Library) -> None:
    assert len(PATHWAYS) == 22
    assert {f"template.{name}" for name in PATHWAYS} - set(library.templates) == set()


def test_every_template_tells_what_drives_the_pain_and_what_to_do_in_a_flare(templates: tuple[Template, ...]) -> None:
    for template in templates:
        assert template.drivers, template.id
        assert template.goals, template.id
        assert len(template.steps) >= 3, template.id
        assert template.checkpoints, template.id
        assert all(text_in(template.flare, lang, fallback="") for lang in LANGUAGES), template.id


def test_no_template_holds_an_amount_of_a_medicine(templates: tuple[Template, ...]) -> None:
    doses = [(t.id, item.dose) for t in templates for step in t.steps for item in step.items]
    assert [name for name, dose in doses if isinstance(dose, MedicineDose) and dose.amount is not None] == []


def test_templates_read_easily_in_both_languages(templates: tuple[Template, ...]) -> None:
    for template in templates:
        assert english_grade(list(template_words(template, "en"))) <= 6, template.id
        assert inflesz(list(template_words(template, "es"))) >= 65, template.id
        assert all(texts_in(step.words, lang).lang == lang for step in template.steps for lang in LANGUAGES), (
            template.id
        )


def test_every_step_of_a_template_is_a_trial_with_a_purpose_an_owner_and_a_driver(
    templates: tuple[Template, ...],
) -> None:
    for template in templates:
        for step in template.steps:
            assert step.purpose is not None, step.id
            assert step.owner.discipline is not None, step.id
            assert isinstance(step.trial_end, Lasts), step.id
            assert step.items, step.id
            assert set(step.drivers) <= {driver.id for driver in template.drivers}, step.id
            assert step.drivers, step.id
        assert Purpose.SELF_MANAGEMENT in {step.purpose for step in template.steps}, template.id


def test_every_checkpoint_of_a_template_decides_something(templates: tuple[Template, ...], library: Library) -> None:
    for template in templates:
        for check in template.checkpoints:
            actions = (check.on_met, check.on_partly, check.on_not_met)
            assert None not in actions, check.id
            assert check.criteria, check.id
            talked_about = {a.target for a in actions if a is not None and a.kind is ActionKind.DISCUSS}
            assert talked_about <= set(library.entries), check.id
        ways_out = {check.on_met.kind for check in template.checkpoints if check.on_met is not None}
        assert ActionKind.HAND_OVER in ways_out, template.id


def test_a_template_knows_no_patient(templates: tuple[Template, ...]) -> None:
    for template in templates:
        goals = [goal.criterion for goal in template.goals if goal.criterion is not None]
        criteria = (*goals, *(c for check in template.checkpoints for c in check.criteria))
        assert all(c.baseline is None and c.baseline_on is None and c.side is None for c in criteria), template.id
        doses = [item.dose for step in template.steps for item in step.items]
        assert all(side_of(dose) is None and not isinstance(dose, MedicineDose) for dose in doses), template.id


def test_an_injection_is_looked_at_after_two_to_three_weeks(templates: tuple[Template, ...], library: Library) -> None:
    for template in templates:
        plan = plan_of(template, library)
        dates = schedule(plan, TODAY)
        looks = [day for check in plan.checkpoints for day in dates.check_dates(check.id)]
        for step in plan.steps:
            span = dates.span(step.id)
            if span is not None and any(item.kind == Kind.PROCEDURE for item in step.items):
                assert any(14 <= (day - span.start).days <= 21 for day in looks), template.id


def test_every_goal_comes_when_a_step_still_works_on_it(templates: tuple[Template, ...], library: Library) -> None:
    for template in templates:
        last = schedule(plan_of(template, library), TODAY).last_day
        assert last is not None, template.id
        assert all(goal.by_days is not None and goal.by_days <= (last - TODAY).days + 1 for goal in template.goals)


def test_the_review_only_asks_for_what_belongs_to_the_patient(
    templates: tuple[Template, ...], library: Library
) -> None:
    for template in templates:
        found = review(plan_of(template, library), careful_patient(), library, TODAY)
        assert {finding.code for finding in found} - FOR_THE_PATIENT == set(), template.id


def test_a_sitting_target_is_reached_by_its_own_ladder(library: Library) -> None:
    steps = {step.id: step for step in library.templates["template.sciatica"].steps}
    sitting = steps["step.sitting"].items[0].dose
    assert isinstance(sitting, ActivityDose)
    assert sitting.minutes is not None
    assert sitting.progression is not None
    assert sitting.progression.add is not None
    rungs = (45 - sitting.minutes) / sitting.progression.add
    days = -(-rungs // 1) * (sitting.progression.every_days or 0)
    assert days + 2 <= 60, "begins two days after the injection, the goal is due on day 60"


def test_measures_that_ask_for_a_change_ask_for_one_beyond_the_error(
    templates: tuple[Template, ...], library: Library
) -> None:
    for template in templates:
        for check in template.checkpoints:
            for criterion in check.criteria:
                measure = library.measures[criterion.measure]
                if criterion.target is None or criterion.target.kind is not TargetKind.CHANGE:
                    continue
                least = max(change.amount for change in (*measure.mcid[:1], *measure.mdc[:1]))
                assert (criterion.target.amount or 0) >= least, check.id
