"""The review of exercises and of cautions against what is known of the patient."""

from __future__ import annotations

from core.review.made import codes, day, entry, exercise, found, has, item, library, medicine, patient, plan, step

from painplanner.core.dose import ExerciseDose, Where
from painplanner.core.library import Kind
from painplanner.core.values import Answer, Side

BRITTLE = patient(safety={"osteoporosis": Answer.YES})


def test_the_painful_side_is_asked_for_once() -> None:
    sided = [exercise(name, two_sided=True) for name in ("one", "two")]
    assert found("plan-side-unset", plan(step(*sided))).arg("n") == "2"
    assert "item-side-unset" not in codes(plan(step(*sided)))
    assert "plan-side-unset" not in codes(plan(step(exercise())))
    assert "plan-side-unset" not in codes(plan(step(*sided), side=Side.LEFT))


def test_an_exercise_without_side_is_offered_that_of_the_plan() -> None:
    seen = found("item-side-unset", plan(step(exercise(two_sided=True)), side=Side.LEFT))
    assert (seen.arg("side"), seen.remedy) == ("left", "take-side")
    set_side = exercise(two_sided=True, dose=ExerciseDose(side=Side.BOTH))
    assert "item-side-unset" not in codes(plan(step(set_side), side=Side.LEFT))


def test_more_than_four_exercises_on_one_day_are_many() -> None:
    four = [exercise(f"number_{n}") for n in range(4)]
    fifth = step(exercise("fifth"), step_id="later", on=10)
    seen = found("many-exercises", plan(step(*four), fifth))
    assert (seen.arg("n"), seen.arg("on")) == ("5", day(10).isoformat())
    assert "many-exercises" not in codes(plan(step(*four)))
    assert "many-exercises" not in codes(plan(step(*four, days=10), fifth))


def test_what_is_done_in_the_clinic_is_not_counted() -> None:
    inside = [exercise(f"number_{n}", dose=ExerciseDose(where=Where.CLINIC)) for n in range(9)]
    assert "many-exercises" not in codes(plan(step(*inside)))


def test_a_contraindication_stops_and_a_precaution_is_weighed() -> None:
    shelf = library(
        entry("exercise.curl_up", contraindications=("osteoporosis",)),
        entry("exercise.hinge", precautions=("osteoporosis",)),
    )
    curl_up = exercise("curl_up", cautions=("osteoporosis",))
    hinge = exercise("hinge", cautions=("osteoporosis",))
    assert found("contraindicated", plan(step(curl_up)), BRITTLE, shelf).severity == "stop"
    assert found("caution", plan(step(hinge)), BRITTLE, shelf).arg("caution") == "osteoporosis"
    assert not {"contraindicated", "caution"} & set(codes(plan(step(curl_up, hinge)), shelf=shelf))


def test_without_a_library_entry_the_plans_own_cautions_are_weighed() -> None:
    own = exercise("own", cautions=("condition.spinal-stenosis",))
    assert "caution" in codes(plan(step(own)), patient(conditions=has("spinal-stenosis")))
    assert "contraindicated" not in codes(plan(step(own)), patient(conditions=has("spinal-stenosis")))


def test_what_the_library_has_learned_since_counts() -> None:
    shelf = library(entry("exercise.curl_up", contraindications=("osteoporosis",)))
    assert "contraindicated" in codes(plan(step(exercise("curl_up"))), BRITTLE, shelf)


def test_a_condition_that_implies_a_caution_counts() -> None:
    falling = patient(conditions=has("falls"))
    assert "caution" in codes(plan(step(exercise(cautions=("fall-risk",)))), falling)


def test_what_another_rule_says_is_not_said_twice() -> None:
    thinned = patient(safety={"blood_thinner": Answer.YES, "kidney_disease": Answer.YES})
    ibuprofen = medicine()
    shelf = library(entry("medicine.ibuprofen", contraindications=("kidney-disease",), precautions=("blood-thinner",)))
    seen = codes(plan(step(ibuprofen)), thinned, shelf)
    assert not {"contraindicated", "caution"} & set(seen)
    assert {"nsaid-kidney", "nsaid-blood-thinner"} <= set(seen)


def test_cautions_of_other_kinds_count_too() -> None:
    tens = item(Kind.HANDS_ON, "tens", cautions=("implanted-device",))
    assert "caution" in codes(plan(step(tens)), patient(conditions=has("pacemaker")))
