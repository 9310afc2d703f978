"""The boxes of a handout: what now, a flare, the medicines, what was asked and what may help."""

from __future__ import annotations

from datetime import date

import pytest
from documents.handouts import boxes, changed, headings, rows
from documents.sciatica import (
    BRIDGE,
    GABAPENTIN,
    INJECTION,
    NAPROXEN,
    PATIENT,
    PLAN,
    SITTING,
    TODAY,
    WORK_TALK,
    request,
    texts,
    with_items,
    with_step,
)

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.plan import Item, StepStatus
from painplanner.core.values import LangText, Mechanism, replace
from painplanner.documents.blocks import Callout, Pair, plain
from painplanner.documents.handout import handout


class TestNow:
    def test_what_to_do_now_is_what_is_open_today_at_home(self) -> None:
        now = boxes(handout(request(today=date(2026, 1, 25))))["What to do now"]
        assert now == [
            "Do your exercises. They are on your exercise sheet.",
            "On Monday, February 16: begin step 3, Get strong and walk.",
        ]

    def test_it_repeats_nothing_that_the_steps_say(self) -> None:
        document = handout(request(today=date(2026, 1, 25)))
        steps = " ".join(plain(line) for row in rows(document) for line in row.lines)
        assert not [line for line in boxes(document)["What to do now"] if line in steps]

    def test_medicines_that_are_taken_now_are_named_there(self) -> None:
        now = boxes(handout(request()))["What to do now"]
        assert "Take your medicines as it says in “Your medicines”." in now

    def test_what_is_on_no_sheet_says_how_in_one_line(self) -> None:
        desk = replace(WORK_TALK, kind="lifestyle")
        assert boxes(handout(request(with_items(desk), today=date(2026, 1, 20))))["What to do now"] == [
            "Make work easier on your back: Stand up every 30 minutes. Ask for a chair that fits you."
        ]

    def test_on_the_day_of_a_shot_the_care_after_it_comes_first(self) -> None:
        now = boxes(handout(request()))["What to do now"]
        assert now[:2] == ["No driving until tomorrow.", "Short walks are good today."]
        assert not [
            line for line in boxes(handout(request(today=date(2026, 1, 25))))["What to do now"] if "driving" in line
        ]

    def test_a_shot_to_come_says_how_to_get_ready_and_what_to_do_after(self) -> None:
        found = boxes(handout(request(today=date(2026, 1, 5))))
        assert found["Before: Shot near the nerve"] == ["Bring someone who can drive you home."]
        assert "No driving until tomorrow." in found["After: Shot near the nerve"]
        assert "Before: Shot near the nerve" not in boxes(handout(request()))

    def test_after_a_shot_beyond_the_days_of_the_paper_waits_for_the_next_paper(self) -> None:
        days = {"today": date(2026, 1, 5), "start": date(2026, 1, 5), "end": date(2026, 1, 11)}
        found = boxes(handout(request(**days)))
        assert "Before: Shot near the nerve" in found
        assert "After: Shot near the nerve" not in found

    def test_long_care_after_a_shot_has_a_box_of_its_own(self) -> None:
        care = tuple(("aftercare", f"Rule {n}.", f"Regla {n}.") for n in range(5))
        shot = replace(INJECTION, texts=texts("Shot", "Shot", "Inyección", *care))
        found = boxes(handout(request(with_step("step-shot", items=(shot,)))))
        assert found["After: Shot"] == [f"Rule {n}." for n in range(5)]
        assert not [line for line in found["What to do now"] if line.startswith("Rule")]

    def test_two_shots_of_one_kind_are_prepared_for_once(self) -> None:
        first, second = replace(INJECTION, id="item-shot-1"), replace(INJECTION, id="item-shot-2")
        found = handout(request(with_items(first, second), today=date(2026, 1, 5)))
        titles = [
            box.title
            for block in found.blocks
            for box in ([block.left, block.right] if isinstance(block, Pair) else [block])
            if isinstance(box, Callout)
        ]
        assert titles.count("Before: Shot near the nerve") == 1
        assert titles.count("After: Shot near the nerve") == 1

    def test_long_aftercare_says_what_is_about_one_thing_together_and_has_few_points(self) -> None:
        lines = ("No driving.", "Keep it dry.", "A shower is fine.", "Use no lotion.", "You may be sore.", "Use ice.")
        care = texts("Shot", "Shot", "Inyección", *(("aftercare", line, line) for line in lines))
        said = boxes(handout(request(with_items(replace(INJECTION, texts=care)))))["After: Shot"]
        assert len(said) <= 5
        assert "A shower is fine. Use no lotion." in said
        assert sorted(" ".join(said).split()) == sorted(" ".join(lines).split())

    def test_a_lesson_is_told_under_its_name_and_is_nothing_to_tick(self) -> None:
        said = boxes(handout(request(with_items(WORK_TALK), today=date(2026, 1, 20))))
        assert said["Make work easier on your back"] == ["Stand up every 30 minutes.", "Ask for a chair that fits you."]
        assert "What to do now" not in said

    def test_before_the_plan_begins_it_says_from_when(self) -> None:
        assert "What to do from Thursday, January 15" in boxes(handout(request(with_items(SITTING))))

    def test_what_was_stopped_is_not_to_be_done(self) -> None:
        plan = with_items(replace(SITTING, stopped_on=TODAY), BRIDGE)
        now = boxes(handout(request(plan)))["What to do from Thursday, January 15"]
        assert now == ["Do your exercises. They are on your exercise sheet."]


class TestFlare:
    def test_the_default_keeps_moving_halves_for_two_days_and_builds_up(self) -> None:
        lines = boxes(handout(request()))["If it flares up"]
        assert "Keep moving. Short and easy is fine." in lines
        assert any(
            line.startswith("For 2 days do half: half the time, half the number. Then build up") for line in lines
        )
        assert any("Then build up again over the next 2 days." in line for line in lines)

    def test_a_flare_is_more_of_the_same_and_no_ones_fault(self) -> None:
        lines = boxes(handout(request()))["If it flares up"]
        assert lines[0] == "A flare is more of your usual pain. It can happen, and it is no one's fault."
        assert lines[-1].endswith(
            "Call us if it lasts more than 7 days. Something new is not a flare. Look at the stop box."
        )

    def test_the_words_of_the_plan_win(self) -> None:
        plan = changed(flare=(LangText(lang="en", text="Walk less for 2 days. Then add a bit each day."),))
        lines = boxes(handout(request(plan)))["If it flares up"]
        assert lines[:2] == ["Walk less for 2 days.", "Then add a bit each day."]

    def test_a_flare_never_touches_medicines(self) -> None:
        assert "Keep your medicines as they are." in boxes(handout(request()))["If it flares up"][-1]
        assert "Keep your medicines as they are." not in boxes(handout(request(with_items(BRIDGE))))["If it flares up"]

    def test_a_medicine_that_was_stopped_is_none_to_keep(self) -> None:
        stopped = replace(GABAPENTIN, stopped_on=date(2026, 1, 15))
        assert "Keep your medicines as they are." not in str(boxes(handout(request(with_items(stopped)))))


class TestMedicines:
    def box(self, item: Item, **changes: object) -> list[str]:
        (lines,) = [
            lines for title, lines in boxes(handout(request(with_items(item), **changes))).items()
            if title == item.texts[0].plain_name
        ]  # fmt: skip
        return lines

    def test_only_what_a_clinician_typed_is_printed(self) -> None:
        first, *rest = self.box(NAPROXEN)
        assert first.startswith("Dose: 250 mg, by mouth, in the morning, in the evening.")
        assert rest == ["Take with food.", "If this and your bottle differ, call us."]

    def test_an_untyped_dose_is_a_blank_and_never_a_number(self) -> None:
        first, *_ = self.box(GABAPENTIN)
        assert first.startswith("Dose: ____________.")
        assert not any(ch.isdigit() for ch in first.replace("January 15", ""))
        assert self.box(replace(GABAPENTIN, dose=None))[0].startswith("Dose: ____________.")

    def test_every_medicine_asks_for_a_call_when_the_bottle_differs(self) -> None:
        for item in (NAPROXEN, GABAPENTIN):
            assert "If this and your bottle differ, call us." in self.box(item)

    def test_one_that_must_not_end_suddenly_says_so(self) -> None:
        assert "Do not stop by yourself. Call us first." in self.box(GABAPENTIN)[0]
        assert "Do not stop" not in self.box(NAPROXEN)[0]

    def test_one_that_must_not_end_suddenly_says_so_in_spanish(self) -> None:
        spanish = handout(request(with_items(GABAPENTIN), patient=replace(PATIENT, language="es")))
        lines = [line for box in boxes(spanish).values() for line in box]
        assert any("No deje de tomarla por su cuenta. Llámenos antes." in line for line in lines)

    def test_a_day_without_a_rule_is_never_read_as_a_day_to_stop(self) -> None:
        unsaid = self.box(replace(NAPROXEN, dose=replace(NAPROXEN.dose, stop_rule=None)))[0]
        assert "We look at it again on January 27. Do not stop by yourself. Call us first." in unsaid
        assert "then stop" not in unsaid

    def test_one_that_ends_on_a_day_says_the_day(self) -> None:
        assert "Use it until January 27, then stop." in self.box(NAPROXEN)[0]

    def test_one_that_ends_on_a_day_nobody_set_leaves_a_blank_for_it(self) -> None:
        open_end = replace(NAPROXEN, dose=replace(NAPROXEN.dose, trial_end=None))
        assert "Use it until ____________, then stop." in self.box(open_end)[0]

    def test_one_that_is_yet_to_come_says_from_when(self) -> None:
        assert "Not yet: start on January 15." in self.box(NAPROXEN)[0]
        assert "Not yet" not in self.box(NAPROXEN, today=date(2026, 1, 15))[0]

    def test_what_to_know_of_it_stands_below(self) -> None:
        words = texts("Naproxen", "Naproxen", "Naproxeno", ("info", "Take it with food.", "x"), ("risk", "Rare.", "x"),
                      ("call", "Call us for black stools.", "x"))  # fmt: skip
        assert self.box(replace(NAPROXEN, texts=words))[2:4] == ["Take it with food.", "Call us for black stools."]

    def test_a_rescue_medicine_has_no_blank_for_its_end(self) -> None:
        spray = replace(NAPROXEN, drug_classes=("opioid-rescue",), dose=MedicineDose(stop_rule=StopRule.ON_DATE))
        lines = [line for box in boxes(handout(request(with_items(spray)))).values() for line in box]
        assert any(line.startswith("Dose: ____") for line in lines)
        assert not any("then stop" in line for line in lines)

    def test_medicines_of_a_step_that_is_over_are_not_printed(self) -> None:
        done = with_step("step-shot", status=StepStatus.DONE)
        assert "Your medicines" not in headings(handout(request(done)))


class TestAskedAndHelp:
    def test_what_is_asked_a_day_is_in_minutes(self) -> None:
        assert boxes(handout(request(today=date(2026, 1, 20))))["What we ask of you"][:2] == [
            "About 3 minutes a day for your exercises.",
            "12 minutes by the clock, 6 times a day.",
        ]

    def test_where_today_asks_for_nothing_it_says_from_when(self) -> None:
        lines = boxes(handout(request()))["What we ask of you from Thursday, January 15"]
        assert lines[0] == "About 3 minutes a day for your exercises."
        assert "What we ask of you" not in boxes(handout(request(with_items(WORK_TALK))))

    def test_help_and_its_time_are_hedged(self) -> None:
        lines = boxes(handout(request()))["What may help, and how long it may take"]
        assert lines == [
            "Shot near the nerve: The shot may ease leg pain in 1 to 5 days.",
            "Many people get clearly better in 6 to 12 weeks. Some need longer.",
            "Nerves may need longer, often some months.",
        ]
        calm = boxes(handout(request(changed(mechanism=Mechanism.NOCIPLASTIC))))
        assert "rarely a matter of days" in calm["What may help, and how long it may take"][-1]

    def test_the_few_lines_of_help_explain_shots_and_medicines_before_exercises(self) -> None:
        helps = texts("Bridge", "Bridge", "Puente", ("benefit", "It may help you sit.", "Puede ayudar a sentarse."))
        several = [replace(BRIDGE, id=f"item-bridge-{n}", texts=helps) for n in range(5)]
        shot = PLAN.steps[0].items[0]
        lines = boxes(handout(request(with_items(*several, shot))))["What may help, and how long it may take"]
        assert lines[0].startswith("Shot near the nerve")

    @pytest.mark.parametrize("mechanism", [Mechanism.NOCICEPTIVE, Mechanism.NEUROPATHIC, Mechanism.NOCIPLASTIC])
    def test_help_and_its_time_are_five_points_at_most(self, mechanism: Mechanism) -> None:
        helped = [
            texts(f"Bridge {n}", f"Bridge {n}", "Puente", ("benefit", "It may help.", "Ayuda.")) for n in range(6)
        ]
        several = [replace(BRIDGE, id=f"item-bridge-{n}", texts=said) for n, said in enumerate(helped)]
        plan = replace(with_items(*several), mechanism=mechanism)
        assert len(boxes(handout(request(plan)))["What may help, and how long it may take"]) == 5
