"""What clinicians type finds what they mean among the first three, in English and in Spanish."""

from __future__ import annotations

from functools import cache

import pytest

from painplanner.core.catalogue import Catalogue, called_in, heading_of, text_words
from painplanner.core.shelf import Filters, Shelf
from painplanner.services.library import read_library
from painplanner.services.words import filed_words

ENGLISH = {
    "tkr rehab": "coordination.prehabilitation",
    "pre hab": "coordination.prehabilitation",
    "knee oa": "exercise.mini_squat",
    "hip oa": "exercise.sit_to_stand",
    "knee ext": "exercise.seated_knee_extension",
    "slr": "exercise.straight_leg_raise",
    "plank side": "exercise.side_plank",
    "rotator cuff band": "exercise.band_external_rotation",
    "shoulder er": "exercise.band_external_rotation",
    "neck isometric": "exercise.isometric_neck_flexion",
    "calf stretch": "exercise.calf_stretch_wall",
    "quad stretch": "exercise.standing_quad_stretch",
    "pec stretch": "exercise.doorway_stretch",
    "thoracic ext": "exercise.foam_roller_thoracic",
    "pressup": "exercise.prone_press_up",
    "cat cow": "exercise.cat_camel",
    "eccentric achilles": "exercise.heel_drop_straight",
    "sciatic glide": "exercise.sciatic_slider_sitting",
    "tens": "hands_on.tens",
    "it band": "exercise.outer_thigh_roll",
    "rfa": "procedure.radiofrequency_ablation",
    "esi": "procedure.epidural_steroid",
    "cervical esi": "procedure.cervical_epidural",
    "L5-S1 epidural": "procedure.epidural_steroid",
    "epidural L5": "procedure.epidural_steroid",
    "C5/6 epidural": "procedure.cervical_epidural",
    "L4-L5 facet": "procedure.medial_branch_block",
    "facet block": "procedure.medial_branch_block",
    "SI joint": "procedure.sacroiliac_steroid",
    "sij injection": "procedure.sacroiliac_steroid",
    "knee injection": "procedure.knee_steroid",
    "gon block": "procedure.occipital_nerve_block",
    "lidocane": "medicine.lidocaine_patch",
    "gabapentn": "medicine.gabapentin",
    "acetaminofen": "medicine.acetaminophen",
    "tylenol": "medicine.acetaminophen",
    "muscle relaxant": "medicine.baclofen",
    "advil": "medicine.ibuprofen",
    "voltaren": "medicine.diclofenac_gel",
    "sleep": "behavioural.sleep_habits",
    "CBT-I": "behavioural.cbt_insomnia",
    "act": "behavioural.act",
    "pne": "education.pain_science",
    "pain diary": "lifestyle.activity_log",
    "xray": "diagnostic.xray",
    "mri lumbar": "diagnostic.mri",
    "emg": "diagnostic.nerve_studies",
    "referral pt": "coordination.therapy_course",
    "work note": "coordination.work_note",
}
SPANISH = {
    "estiramiento isquio": "exercise.hamstring_stretch_strap",
    "puente": "exercise.bridge",
    "plancha lateral": "exercise.side_plank",
    "manguito rotador": "exercise.band_external_rotation",
    "gato vaca": "exercise.cat_camel",
    "ciatico": "exercise.sciatic_slider_sitting",
    "acetaminofen": "medicine.acetaminophen",
    "paracetamol": "medicine.acetaminophen",
    "analgesico": "medicine.acetaminophen",
    "relajante muscular": "medicine.baclofen",
    "parche lidocaina": "medicine.lidocaine_patch",
    "epidural L5": "procedure.epidural_steroid",
    "bloqueo facetario": "procedure.medial_branch_block",
    "corticoide rodilla": "procedure.knee_steroid",
    "resonancia": "diagnostic.mri",
    "insomnio": "behavioural.sleep_habits",
    "dolor explicado": "education.pain_science",
    "derivacion cirugia": "coordination.surgery_referral",
    "farmaceutico": "coordination.pharmacist_review",
    "nutricionista": "coordination.dietitian_referral",
    "baja laboral": "coordination.work_note",
    "bridge": "exercise.bridge",
}


@cache
def shelf(lang: str) -> Shelf:
    entries = read_library()[0].entries.values()
    made = Catalogue(called_in(entries, lang), lang, filed_words())
    for entry in entries:
        made.add(heading_of(entry))
    for entry in entries:
        made.add_text(entry.id, text_words(entry))
    return Shelf(made)


@pytest.mark.parametrize(
    ("lang", "typed", "meant"),
    [(lang, typed, meant) for lang, asked in (("en", ENGLISH), ("es", SPANISH)) for typed, meant in asked.items()],
)
def test_what_is_meant_stands_among_the_first_three(lang: str, typed: str, meant: str) -> None:
    first = [one.id for one in shelf(lang).shown(Filters(text=typed), 3)]
    assert meant in first


def test_a_needle_at_the_level_typed_stands_before_one_that_goes_in_below_it() -> None:
    first = [one.id for one in shelf("en").shown(Filters(text="epidural L5"), 3)]
    assert first == ["procedure.interlaminar_epidural", "procedure.epidural_steroid", "procedure.caudal_epidural"]
