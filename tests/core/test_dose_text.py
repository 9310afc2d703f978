"""A dose line: what a clinician types is what is meant, and what is written reads back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    ReferralDose,
    StopRule,
    TimeOfDay,
    Urgency,
    Where,
)
from painplanner.core.dose_text import dose_line, parse_dose
from painplanner.core.dose_text.kinds import CARRIED
from painplanner.core.values import Impossible, Side

EXERCISES = [
    ("3x10 5s 2/d L", ExerciseDose(sets=3, reps=10, hold_s=5, times_per_day=2, side=Side.LEFT)),
    ("3x8-12", ExerciseDose(sets=3, reps=8, reps_to=12)),
    ("3x30s", ExerciseDose(sets=3, duration_s=30)),
    ("2x10 h5 5/w both", ExerciseDose(sets=2, reps=10, hold_s=5, days_per_week=5, side=Side.BOTH)),
    ("3 × 10 · 5 s · 2/d · L", ExerciseDose(sets=3, reps=10, hold_s=5, times_per_day=2, side=Side.LEFT)),
    (
        "3 x 2 min, right, 2,5 kg",
        ExerciseDose(sets=3, duration_s=120, side=Side.RIGHT, load=Decimal("2.5"), load_unit="kg"),
    ),
    ("3 sets 10 reps 2x/day 3 d/wk", ExerciseDose(sets=3, reps=10, times_per_day=2, days_per_week=3)),
    ("x10 bid clinic", ExerciseDose(reps=10, times_per_day=2, where=Where.CLINIC)),
    ("10 min daily home+clinic", ExerciseDose(duration_s=600, times_per_day=1, days_per_week=7, where=Where.BOTH)),
    ("", ExerciseDose()),
]
OTHERS = [
    ("10 min 6/d", ActivityDose(minutes=Decimal(10), times_per_day=6)),
    (
        "3x10 min +1 min every 3 d to 30",
        ActivityDose(
            rounds=3, minutes=Decimal(10), progression=Progression(add=Decimal(1), every_days=3, up_to=Decimal(30))
        ),
    ),
    (
        "1,5 km 5/w +10% every week",
        ActivityDose(
            distance=Decimal("1.5"),
            distance_unit="km",
            days_per_week=5,
            progression=Progression(percent=Decimal(10), every_days=7),
        ),
    ),
    ("400 mg po 3/d", MedicineDose(amount=Decimal(400), unit="mg", route="po", times_per_day=3)),
    ("0.5 tablets bedtime prn", MedicineDose(
        amount=Decimal("0.5"), unit="tablets", times=(TimeOfDay.BEDTIME, TimeOfDay.AS_NEEDED))),
    ("12 visits 2/w 6 wk", CourseDose(visits=12, per_week=2, weeks=6)),
    ("8 sessions 50 min 1/w", BehaviouralDose(sessions=8, minutes=50, per_week=1)),
    ("L5 left fluoroscopy", ProcedureDose(level="L5", side=Side.LEFT, guidance="fluoroscopy")),
    ("subacromial bursa R ultrasound", ProcedureDose(site="subacromial bursa", side=Side.RIGHT, guidance="ultrasound")),
    ("20 min 3/d during long sitting", DeviceDose(minutes=20, times_per_day=3, when="during long sitting")),
    ("15 min 6 visits both home", HandsOnDose(minutes=15, visits=6, side=Side.BOTH, where=Where.HOME)),
    ('spine surgeon urgent for "Is surgery needed?"', ReferralDose(
        to="spine surgeon", urgency=Urgency.URGENT, question="Is surgery needed?")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dose"), EXERCISES + OTHERS)
def test_a_line_is_read_as_it_is_meant(text: str, dose: AnyDose) -> None:
    assert parse_dose(text, type(dose)()) == dose


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("3x10 fivish", ExerciseDose, "fivish"),
        ("3x10 4x8", ExerciseDose, "4x8"),
        ("3x10 L R", ExerciseDose, "R"),
        ("10", ExerciseDose, "10"),
        ("1 000 mg", MedicineDose, "000"),
        ("ten mg", MedicineDose, "ten"),
        ("2 weeks ago", CourseDose, "ago"),
    ],
)
def test_a_word_that_cannot_be_read_is_named(text: str, kind: type[AnyDose], word: str) -> None:
    with pytest.raises(Impossible) as refused:
        parse_dose(text, kind())
    assert (refused.value.code, refused.value.field) == ("dose-unreadable", "dose")
    assert word in str(refused.value.args_["word"])
    assert refused.value.args_["text"] == text


@pytest.mark.parametrize(
    ("text", "kind", "code", "field"),
    [
        ("30x10", ExerciseDose, "out-of-range", "sets"),
        ("3x10 40/d", ExerciseDose, "out-of-range", "times_per_day"),
        ("3x12-8", ExerciseDose, "range-upside-down", "reps_to"),
        ("999999 mg", MedicineDose, "out-of-range", "amount"),
        ("1,000 mg", MedicineDose, "group-separator", "amount"),
        ("2000 min", ActivityDose, "out-of-range", "minutes"),
    ],
)
def test_a_number_that_cannot_be_is_refused_by_its_field(text: str, kind: type[AnyDose], code: str, field: str) -> None:
    with pytest.raises(Impossible) as refused:
        parse_dose(text, kind())
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_day_a_progression_is_counted_from_stays_as_it_was() -> None:
    rule = Progression(add=Decimal(2), every_days=3, since=date(2026, 1, 20))
    base = ActivityDose(minutes=Decimal(8), progression=rule)
    assert dose_line(base) == "8 min · +2 every 3 d"
    changed = parse_dose("12 min +1 every 7 d", base)
    assert isinstance(changed, ActivityDose)
    assert changed.progression == Progression(add=Decimal(1), every_days=7, since=date(2026, 1, 20))


def test_what_the_line_leaves_out_is_unset_but_side_place_and_note_stay() -> None:
    base = ExerciseDose(sets=3, reps=10, hold_s=5, side=Side.LEFT, where=Where.CLINIC, note="slowly")
    assert parse_dose("2x8", base) == ExerciseDose(sets=2, reps=8, side=Side.LEFT, where=Where.CLINIC, note="slowly")
    assert parse_dose("2x8 ? home", base) == ExerciseDose(sets=2, reps=8, note="slowly")


def test_a_medicine_takes_only_what_was_typed_and_keeps_how_it_ends() -> None:
    base = MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY, trial_end=date(2026, 3, 1))
    assert parse_dose("200 mg", base) == MedicineDose(
        amount=Decimal(200), unit="mg", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=date(2026, 3, 1)
    )


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        (ExerciseDose(sets=3, reps=10, hold_s=5, times_per_day=2, side=Side.LEFT), "3 × 10 · 5 s · 2/d · L"),
        (ExerciseDose(sets=3, reps=8, reps_to=12, where=Where.CLINIC), "3 × 8–12 · clinic"),
        (ExerciseDose(sets=3, duration_s=30, side=Side.BOTH), "3 × 30 s · both"),
        (ExerciseDose(duration_s=600), "10 min"),
        (ExerciseDose(), ""),
        (MedicineDose(amount=Decimal("0.50"), unit="mg", route="po", times_per_day=3), "0.5 mg · po · 3/d"),
        (MedicineDose(amount=Decimal(1), unit="thin layer"), '1 "thin layer"'),
        (CourseDose(visits=12, per_week=2, weeks=6), "12 visits · 2/w · 6 wk"),
        (ActivityDose(distance=Decimal(500), distance_unit="m", rounds=3), "3 × 500 m"),
        (ProcedureDose(site="left knee", level="L5", side=Side.LEFT), '"left knee" · L5 · L'),
        (None, ""),
    ],
)
def test_a_dose_is_written_compactly(dose: AnyDose | None, line: str) -> None:
    assert dose_line(dose) == line


counts = st.one_of(st.none(), st.integers(1, 7))
numbers = st.one_of(st.none(), st.decimals(0, 500, places=2))
texts = st.one_of(
    st.just(""),
    st.text(max_size=12),
    st.sampled_from(["kg", "m", "mg", "po", "L5", "left", "by mouth", "tabletas", "casa", "izq"]),
)
places = st.sampled_from(list(Where))
sides = st.sampled_from([None, *Side])

progressions = st.builds(Progression, add=numbers, every_days=counts, up_to=numbers).filter(
    lambda p: p != Progression()
)
doses = st.one_of(
    st.builds(
        ExerciseDose,
        sets=counts, reps=counts, reps_to=counts, hold_s=counts, duration_s=st.one_of(st.none(), st.integers(1, 7200)),
        side=sides, times_per_day=counts, days_per_week=counts, load=numbers, load_unit=texts, where=places,
    ).filter(lambda d: not (d.reps and d.reps_to) or d.reps <= d.reps_to),
    st.builds(
        ActivityDose,
        minutes=numbers, distance=numbers, distance_unit=texts, times_per_day=counts, days_per_week=counts,
        rounds=counts, progression=st.one_of(st.none(), progressions), where=places,
    ),
    st.builds(
        MedicineDose,
        amount=numbers, unit=texts, route=texts, times_per_day=counts, where=places,
        times=st.lists(st.sampled_from(list(TimeOfDay)), unique=True).map(tuple),
    ),
    st.builds(ProcedureDose, site=texts, level=texts, guidance=texts, side=sides, where=places),
    st.builds(BehaviouralDose, sessions=counts, minutes=counts, per_week=counts, times_per_day=counts, where=places),
    st.builds(CourseDose, visits=counts, per_week=counts, weeks=counts, where=places),
    st.builds(DeviceDose, minutes=counts, times_per_day=counts, when=texts, side=sides, where=places),
    st.builds(HandsOnDose, minutes=counts, visits=counts, side=sides, where=places),
    st.builds(ReferralDose, to=texts, urgency=st.sampled_from([None, *Urgency]), question=texts, where=places),
)  # fmt: skip


@given(doses, st.sampled_from(["en", "es", "tlh"]))
def test_every_line_reads_back_as_its_dose(dose: AnyDose, lang: str) -> None:
    assert parse_dose(dose_line(dose, lang), type(dose)()) == dose


SPANISH = [
    (ExerciseDose(sets=3, reps=10, hold_s=5, times_per_day=2, side=Side.LEFT), "3 × 10 · 5 s · 2/d · izq"),
    (ExerciseDose(sets=3, days_per_week=5, where=Where.CLINIC), "3 series · 5/sem · en clínica"),
    (ExerciseDose(reps=10, duration_s=30, side=Side.BOTH), "× 10 · por 30 s · ambos"),
    (
        ActivityDose(
            minutes=Decimal(10), rounds=3, progression=Progression(add=Decimal(1), every_days=3, up_to=Decimal(30))
        ),
        "3 × 10 min · +1 cada 3 d hasta 30",
    ),
    (
        MedicineDose(amount=Decimal(300), unit="mg", route="by mouth", times=(TimeOfDay.EVENING, TimeOfDay.AS_NEEDED)),
        "300 mg · por la boca · noche · si hace falta",
    ),
    (MedicineDose(amount=Decimal(1), unit="thin layer", route="po"), '1 "thin layer" · po'),
    (MedicineDose(amount=Decimal(2), unit="tablets"), "2 tabletas"),
    (CourseDose(visits=12, per_week=2, weeks=6), "12 visitas · 2/sem · 6 sem"),
    (BehaviouralDose(sessions=1, minutes=50), "1 sesión · 50 min"),
    (
        ProcedureDose(site="left knee", level="L5", side=Side.RIGHT, guidance="ultrasound"),
        '"left knee" · L5 · ecografía · der',
    ),
    (
        ReferralDose(to="cirugía", urgency=Urgency.SAME_DAY, question="¿Operar?"),
        'cirugía · el mismo día · por "¿Operar?"',
    ),
]


@pytest.mark.parametrize(("dose", "line"), SPANISH)
@pytest.mark.parametrize("lang", ["es", "es-MX"])
def test_a_dose_is_written_in_spanish(dose: AnyDose, line: str, lang: str) -> None:
    assert dose_line(dose, lang) == line


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        (
            "3 series 10 repeticiones 2 veces al día 3 días a la semana",
            ExerciseDose(sets=3, reps=10, times_per_day=2, days_per_week=3),
        ),
        ("3x8 a 12 mantener 5 izquierda en casa", ExerciseDose(sets=3, reps=8, reps_to=12, hold_s=5, side=Side.LEFT)),
        (
            "10 minutos todos los días +10% cada semana",
            ActivityDose(
                minutes=Decimal(10), days_per_week=7, progression=Progression(percent=Decimal(10), every_days=7)
            ),
        ),
        (
            "500 mg vía oral una vez al día al acostarse",
            MedicineDose(amount=Decimal(500), unit="mg", route="oral", times_per_day=1, times=(TimeOfDay.BEDTIME,)),
        ),
        (
            "400 mg por la boca 3/día por la mañana",
            MedicineDose(amount=Decimal(400), unit="mg", route="by mouth", times_per_day=3, times=(TimeOfDay.MORNING,)),
        ),
        ("8 sesiones 50 min 1/sem", BehaviouralDose(sessions=8, minutes=50, per_week=1)),
    ],
)
def test_a_line_typed_in_spanish_is_read(text: str, dose: AnyDose) -> None:
    assert parse_dose(text, type(dose)()) == dose


@given(st.sampled_from(list(CARRIED)), st.text(alphabet='0123456789xX×/-–dwLRsh gmkpo,.+%"?@·', max_size=30))
def test_any_line_gives_a_dose_or_a_refusal(kind: type[AnyDose], text: str) -> None:
    with suppress(Impossible):
        dose = parse_dose(text, kind())
        assert parse_dose(dose_line(dose), kind()) == dose
