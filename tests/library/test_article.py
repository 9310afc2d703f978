"""What the product's article names, paragraph by paragraph, is in the library.

Numbers are lines of the article; each line is told in a few words of our own with the entries, templates and measures
that answer it. Lines that name no intervention (headings, what a clinic is, how to choose one) are left out.
"""

from __future__ import annotations

import pytest

from painplanner.core.library import Library
from painplanner.services.library import read_library

NAMED: dict[int, dict[str, tuple[str, ...]]] = {
    3: {
        "an ice pack": ("hands_on.heat_cold",),
        "muscles guard": ("behavioural.muscle_relaxation",),
        "posture": ("exercise.scapular_retraction", "lifestyle.desk_setup"),
        "poor sleep": ("behavioural.sleep_habits",),
    },
    5: {
        "massage": ("hands_on.soft_tissue",),
        "medicines over the counter": ("medicine.acetaminophen", "medicine.ibuprofen"),
        "a chiropractor's hands": ("hands_on.manual_therapy",),
    },
    9: {
        "the pharmacist": ("coordination.pharmacist_review",),
        "the psychologist": ("coordination.psychologist_referral",),
        "the physical therapist": ("coordination.therapy_course",),
        "the occupational therapist": ("coordination.ot_referral",),
        "the nutrition professional": ("coordination.dietitian_referral",),
    },
    11: {"imaging read with doubt": ("education.imaging_meaning", "diagnostic.mri")},
    13: {
        "walking 20 minutes": ("exercise.walking_programme", "measure.walking_minutes"),
        "sleeping through the night": ("measure.nights_slept_through",),
        "back to gardening": ("exercise.gardening_chunk",),
        "strength and balance": ("exercise.single_leg_stance",),
    },
    15: {
        "an epidural for root pain": ("procedure.epidural_steroid",),
        "graded activity": ("behavioural.graded_activity",),
        "nerve glides": ("exercise.sciatic_slider_sitting", "exercise.median_nerve_slider"),
    },
    19: {
        "a runner with a sore Achilles": ("template.achilles_runner",),
        "calf weakness": ("exercise.calf_raise", "exercise.calf_raise_single"),
        "a stiff ankle": ("exercise.knee_to_wall",),
        "a jump in training": ("exercise.walk_run_ladder",),
        "a centralised response": ("education.pain_science",),
    },
    21: {
        "movement faults": ("diagnostic.movement_assessment",),
        "fear and avoidance": ("behavioural.graded_exposure", "measure.tsk11"),
        "catastrophising": ("behavioural.cbt_pain", "measure.pcs"),
        "interactions": ("coordination.pharmacist_review",),
    },
    23: {
        "the huddle": ("coordination.team_huddle",),
        "stepping down": ("exercise.step_down",),
        "gluteal tendons": ("exercise.glute_wall_press", "exercise.gluteal_tendon_hold"),
        "late scrolling": ("exercise.wind_down_hour",),
    },
    29: {
        "the staged plan": ("template.sciatica",),
        "anti-inflammatories": ("medicine.naproxen", "medicine.celecoxib"),
        "an epidural at the level": ("procedure.epidural_steroid",),
        "graded sitting by the timer": ("lifestyle.graded_sitting", "measure.sitting_minutes"),
        "lumbar support": ("hands_on.lumbar_support",),
        "posterior chain": ("exercise.bridge", "exercise.romanian_deadlift", "exercise.hip_hinge_stick"),
        "walking intervals": ("exercise.walking_intervals",),
        "ergonomics and workload": ("lifestyle.workload_talk", "lifestyle.desk_setup"),
    },
    31: {
        "shoulder impingement": ("template.shoulder_impingement",),
        "the subacromial shot": ("procedure.subacromial_steroid",),
        "upward rotation": ("exercise.wall_slide", "exercise.wall_push_up_plus"),
        "posterior cuff": ("exercise.band_external_rotation", "exercise.side_lying_external_rotation"),
        "thoracic mobility": ("exercise.thoracic_extension_chair", "exercise.open_book"),
        "pacing on the first good day": ("education.good_days", "behavioural.pacing"),
    },
    35: {"nerve studies": ("diagnostic.nerve_studies",), "exam beside image": ("diagnostic.nerve_check",)},
    37: {
        "numbing around a facet joint": ("procedure.medial_branch_block",),
        "a selective root block": ("diagnostic.nerve_root_block",),
        "radiofrequency": ("procedure.radiofrequency_ablation", "template.facet_radiofrequency"),
        "core stabilisers": ("exercise.dead_bug", "exercise.bird_dog"),
    },
    39: {"a knee on stairs": ("diagnostic.movement_assessment", "template.degenerative_meniscus")},
    43: {
        "acetaminophen": ("medicine.acetaminophen",),
        "gabapentin": ("medicine.gabapentin",),
        "duloxetine": ("medicine.duloxetine",),
        "a gel for knee or hand": ("medicine.diclofenac_gel", "template.hand_osteoarthritis"),
        "a short course against spasm": ("medicine.cyclobenzaprine", "medicine.methocarbamol"),
    },
    45: {
        "an opioid for a short time": ("medicine.tramadol", "education.opioid_safety"),
        "a taper with the pharmacist": ("coordination.opioid_taper_plan", "template.opioid_taper"),
        "coaching through withdrawal": ("behavioural.withdrawal_coaching",),
    },
    51: {
        "facet joint": ("procedure.facet_steroid",),
        "sacroiliac joint": ("procedure.sacroiliac_steroid", "template.sacroiliac"),
        "occipital neuralgia": ("procedure.occipital_nerve_block", "template.occipital_neuralgia"),
        "meralgia": ("procedure.lateral_femoral_block", "template.meralgia_paresthetica"),
    },
    53: {
        "the hand-off to therapy": ("coordination.therapy_course",),
        "lifting mechanics": ("exercise.lifting_practice", "lifestyle.lifting_at_work"),
        "breaks in a long day of sitting": ("lifestyle.microbreaks",),
    },
    59: {
        "harm and hurt": ("education.hurt_harm",),
        "cognitive behavioural therapy": ("behavioural.cbt_pain",),
        "acceptance and commitment": ("behavioural.act",),
        "graded exposure": ("behavioural.graded_exposure",),
        "biofeedback": ("behavioural.biofeedback",),
        "sleep habits": ("behavioural.sleep_habits",),
    },
    61: {
        "hands-on care": ("hands_on.manual_therapy",),
        "stairs again": ("exercise.graded_stairs",),
        "the hip hinge": ("exercise.hip_hinge_stick",),
    },
    65: {
        "clamshells and bridges": ("exercise.clamshell", "exercise.bridge"),
        "kneecap pain": ("template.patellofemoral",),
        "hip abductors and rotators": ("exercise.side_lying_hip_abduction", "exercise.banded_side_step"),
        "thigh strength": ("exercise.straight_leg_raise", "exercise.mini_squat"),
        "taping": ("hands_on.patellar_taping",),
        "moving the kneecap": ("hands_on.patellar_mobilisation",),
    },
    67: {
        "a back that dislikes bending": ("template.lumbar_flexion_sensitive",),
        "the direction that helps": ("exercise.prone_press_up", "exercise.standing_back_bend"),
        "a back that dislikes arching": ("template.lumbar_extension_sensitive",),
        "glute strength": ("exercise.standing_hip_extension",),
        "aerobic work": ("exercise.stationary_cycle", "exercise.pool_walking"),
    },
    69: {
        "tasks in chunks": ("behavioural.pacing", "exercise.gardening_chunk"),
        "microbreaks": ("lifestyle.microbreaks",),
        "desk and chair": ("lifestyle.desk_setup", "template.neck_desk"),
    },
    73: {"widespread pain": ("template.widespread_pain",), "fibromyalgia": ("template.fibromyalgia",)},
    75: {
        "aerobic work that can be borne": ("exercise.walking_programme",),
        "sleep work": ("behavioural.sleep_habits",),
        "feared movements": ("behavioural.graded_exposure",),
        "medicines that act centrally": ("medicine.duloxetine", "medicine.amitriptyline", "medicine.pregabalin"),
        "learning how pain works": ("education.pain_science",),
    },
    79: {"the surgeon": ("coordination.surgery_referral",)},
    81: {
        "a meniscus in middle age": ("template.degenerative_meniscus",),
        "a back without a single cause": ("template.chronic_low_back",),
        "a mild cuff tendon": ("template.cuff_tendinopathy",),
        "choosing about surgery": ("education.surgery_choice",),
        "before and after an operation": ("coordination.prehabilitation", "template.surgery_prehabilitation"),
    },
    93: {
        "waiting for the insurer": ("coordination.prior_authorisation",),
        "work and care at home": ("coordination.work_note",),
    },
    95: {
        "the warehouse worker": ("template.warehouse_worker",),
        "fewer visits": ("coordination.therapy_course",),
        "the teacher with knee osteoarthritis": ("template.knee_osteoarthritis",),
        "weight": ("lifestyle.weight_support",),
        "topical medicines": ("medicine.diclofenac_gel", "medicine.capsaicin_cream"),
    },
    101: {"leaning on a cart": ("template.lumbar_stenosis",)},
    109: {
        "the simple log": ("lifestyle.activity_log",),
        "steps, sitting, sleep": ("measure.daily_steps", "measure.sitting_minutes", "measure.sleep_hours"),
        "a short function questionnaire": ("measure.psfs",),
    },
    115: {"tapering with counsel": ("template.opioid_taper", "behavioural.withdrawal_coaching")},
    119: {"early signs and own limits": ("education.flare_plan",), "how long it takes": ("education.healing_times",)},
}


@pytest.fixture(scope="module")
def known() -> set[str]:
    library: Library = read_library()[0]
    return {*library.entries, *library.templates, *library.measures}


@pytest.mark.parametrize("line", sorted(NAMED))
def test_what_a_paragraph_names_is_in_the_library(line: int, known: set[str]) -> None:
    missing = {said: [one for one in answer if one not in known] for said, answer in NAMED[line].items()}
    assert {said: ids for said, ids in missing.items() if ids} == {}
