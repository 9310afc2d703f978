"""Filters combine, habits order equal hits, and what waits for an answer is counted."""

from __future__ import annotations

from painplanner.core.catalogue import Catalogue, called_in, heading_of, text_words
from painplanner.core.dose import ProcedureDose
from painplanner.core.library import Intervention, Kind
from painplanner.core.patient import Coded, Patient, SafetyAnswers
from painplanner.core.plan import Line, Texts
from painplanner.core.shelf import Filters, Habits, Shelf
from painplanner.core.values import Answer, LangText, Mechanism, Region

ALL_NO = SafetyAnswers(**dict.fromkeys(SafetyAnswers.__struct_fields__, Answer.NO))


def entry(key: str, name: str, spanish: str = "", line: str = "", **fields: object) -> Intervention:
    kind = Kind(key.split(".")[0])
    texts = (Texts(lang="en", name=name, lines=(Line(text=line),) if line else ()),)
    texts += (Texts(lang="es", name=spanish),) if spanish else ()
    return Intervention(id=key, kind=kind, texts=texts, **fields)  # type: ignore[arg-type]


ENTRIES = (
    entry("exercise.bridge", "Bridge", "Puente", "Lift your hips.", position="supine", equipment=("mat",),
          regions=(Region.LUMBAR, Region.HIP), mechanisms=(Mechanism.NOCICEPTIVE,)),
    entry("exercise.calf", "Calf raise", "Elevación de talones", position="standing", regions=(Region.ANKLE,),
          precautions=("fall-risk",), equipment=("wall",)),
    entry("exercise.calf_stretch", "Calf stretch", position="standing", regions=(Region.ANKLE,), equipment=("wall",)),
    entry("medicine.ibuprofen", "Ibuprofen", drug_classes=("nsaid",), contraindications=("pregnancy",),
          synonyms=(LangText(lang="en", text="Advil"),)),
    entry("procedure.epidural", "Epidural", regions=(Region.LUMBAR,)),
    entry("procedure.neck", "Epidural of the neck", regions=(Region.NECK,)),
)  # fmt: skip


def catalogue(lang: str = "en", tags: dict[str, tuple[str, ...]] | None = None) -> Catalogue:
    made = Catalogue(called_in(ENTRIES, lang), lang)
    for one in ENTRIES:
        made.add(heading_of(one), (tags or {}).get(one.id, ()))
        made.add_text(one.id, text_words(one))
    return made


WHOLE = catalogue()


def found(filters: Filters, shelf: Shelf | None = None) -> list[str]:
    return [one.id.split(".")[1] for one in (shelf or Shelf(WHOLE)).shown(filters)]


def test_nothing_asked_shows_everything_by_name() -> None:
    assert found(Filters()) == ["bridge", "calf", "calf_stretch", "epidural", "neck", "ibuprofen"]
    assert Shelf(WHOLE).look(Filters()).total == 6


def test_names_are_those_of_the_language_and_both_languages_are_found() -> None:
    spanish = Shelf(catalogue("es"))
    assert spanish.name("exercise.bridge") == "Puente"
    assert found(Filters(text="puente"), spanish) == found(Filters(text="bridge"), spanish) == ["bridge"]
    assert found(Filters(text="puente")) == ["bridge"]


def test_filters_combine() -> None:
    assert found(Filters(kinds=frozenset({"exercise"}), positions=frozenset({"standing"}))) == ["calf", "calf_stretch"]
    assert found(Filters(kinds=frozenset({"medicine"}), positions=frozenset({"standing"}))) == []
    assert found(Filters(regions=frozenset({"hip", "neck"}))) == ["bridge", "neck"]
    assert found(Filters(mechanisms=frozenset({"nociceptive"}))) == ["bridge"]
    assert found(Filters(text="stretch", equipment=frozenset({"wall"}))) == ["calf_stretch"]


def test_tags_of_the_practice_filter_and_are_found() -> None:
    shelf = Shelf(catalogue(tags={"exercise.calf": ("morning set",)}))
    assert found(Filters(tags=frozenset({"morning set"})), shelf) == ["calf"]
    assert found(Filters(text="morning"), shelf) == ["calf"]
    assert shelf.facets()["tag"] == ("morning set",)


def test_own_hidden_and_favourites() -> None:
    habits = Habits(favourites=frozenset({"exercise.calf_stretch"}))
    shelf = Shelf(WHOLE, habits, own={"exercise.calf"}, hidden={"exercise.bridge"})
    assert found(Filters(own_only=True), shelf) == ["calf"]
    assert "bridge" not in found(Filters(), shelf)
    assert "bridge" in found(Filters(with_hidden=True), shelf)
    assert found(Filters(favourites=True), shelf) == ["calf_stretch"]


def test_habits_order_equal_hits_and_never_lift_a_worse_one() -> None:
    habits = Habits(favourites=frozenset({"exercise.calf_stretch", "procedure.neck"}), counts={"exercise.calf": 9})
    shelf = Shelf(WHOLE, habits)
    assert found(Filters(text="calf"), shelf) == ["calf_stretch", "calf"]
    assert found(Filters(text="epidural"), shelf) == ["epidural", "neck"], "the whole name stays first"
    assert found(Filters(), shelf)[:3] == ["calf_stretch", "neck", "calf"]


def test_what_was_used_last_comes_before_what_was_used_often() -> None:
    scores = Habits(recent=("new", "old"), counts={"often": 500, "old": 3}).scores()
    assert sorted(scores, key=lambda one: -scores[one]) == ["new", "old", "often"]


def test_the_painful_region_comes_first_among_equal_hits() -> None:
    shelf = Shelf(WHOLE, region=Region.NECK)
    assert found(Filters(kinds=frozenset({"procedure"})), shelf) == ["neck", "epidural"]
    assert found(Filters(fits_plan=True), shelf) == ["neck", "ibuprofen"]


def test_fits_this_patient_leaves_out_what_speaks_against_it_and_counts_what_waits() -> None:
    patient = Patient(id="p", allergies=(Coded(code="medicine.naproxen"),), safety=SafetyAnswers(fall_risk=Answer.NO))
    look = Shelf(WHOLE, patient=patient).look(Filters(fits_patient=True))
    assert [one.id for one in look.found] == ["exercise.bridge", "exercise.calf", "exercise.calf_stretch"]
    assert (look.total, look.waiting, look.questions) == (3, 2, ("blood-thinner",))


def test_each_result_says_how_it_suits_the_patient() -> None:
    patient = Patient(id="p", safety=SafetyAnswers(pregnancy=Answer.YES))
    shown = {one.id: one.fitness for one in Shelf(WHOLE, patient=patient).shown(Filters())}
    assert shown["medicine.ibuprofen"].against == ("pregnancy",)
    assert shown["procedure.epidural"].unasked == ("blood-thinner",)
    assert shown["exercise.bridge"].fits


def test_the_answers_as_bits_agree_with_each_entry_alone() -> None:
    for safety in (ALL_NO, SafetyAnswers(), SafetyAnswers(pregnancy=Answer.YES, blood_thinner=Answer.NO)):
        shelf = Shelf(WHOLE, patient=Patient(id="p", safety=safety, allergies=(Coded(code="medicine.ketorolac"),)))
        fitting = {one.id for one in shelf.shown(Filters(fits_patient=True))}
        assert fitting == {one.id for one in ENTRIES if shelf.fitness(one.id).fits}


def test_a_level_finds_the_procedure_of_its_region() -> None:
    assert found(Filters(text="epidural L5")) == ["epidural"]
    assert found(Filters(text="epidural C6")) == ["neck"]


def test_some_of_the_words_are_better_than_nothing_and_say_so() -> None:
    look = Shelf(WHOLE).look(Filters(text="calf banana"))
    assert [one.id for one in look.found] == ["exercise.calf", "exercise.calf_stretch"]
    assert look.is_partial
    assert not Shelf(WHOLE).look(Filters(text="calf")).is_partial


def test_what_has_every_word_is_no_lesser_hit_for_what_follows_it() -> None:
    both = (
        entry("coordination.prehab", "Prehabilitation", synonyms=(LangText(lang="en", text="TKR"),)),
        entry("exercise.quad", "Quad set", synonyms=(LangText(lang="en", text="TKR"),)),
    )
    made = Catalogue(called_in(both, "en"), "en")
    for one in both:
        made.add(heading_of(one))
    look = Shelf(made).look(Filters(text="tkr bilita"))
    assert [one.id for one in look.found] == ["coordination.prehab", "exercise.quad"]
    assert not look.is_partial


def test_what_was_not_taken_in_yet_is_found_by_name_and_suits_nobody() -> None:
    early = Catalogue(called_in(ENTRIES, "en"), "en")
    shelf = Shelf(early, patient=Patient(id="p", safety=ALL_NO))
    assert found(Filters(text="brigde"), shelf) == ["bridge"]
    assert found(Filters(fits_patient=True), shelf) == []
    assert len(found(Filters(), shelf)) == len(ENTRIES)


def test_what_is_taken_in_while_a_list_is_open_is_judged_as_well() -> None:
    made = Catalogue(called_in(ENTRIES, "en"), "en")
    asked = Patient(id="p", safety=SafetyAnswers(pregnancy=Answer.YES), allergies_answer=Answer.NO)
    shelf = Shelf(made, patient=asked, region=Region.ANKLE)
    assert found(Filters(fits_patient=True), shelf) == found(Filters(fits_plan=True), shelf) == []
    for one in ENTRIES:
        made.add(heading_of(one))
    assert found(Filters(fits_patient=True), shelf) == ["calf_stretch", "bridge"]
    assert "ibuprofen" not in found(Filters(fits_plan=True), shelf)
    assert shelf.fitness("medicine.ibuprofen").against == ("pregnancy",)


def test_a_medicine_waits_for_the_question_of_allergies() -> None:
    nobody_asked = Shelf(WHOLE, patient=Patient(id="p", safety=ALL_NO)).look(Filters(kinds=frozenset({"medicine"})))
    assert [one.fitness.unasked for one in nobody_asked.found] == [("allergies",)]
    filters = Filters(fits_patient=True, kinds=frozenset({"medicine"}))
    look = Shelf(WHOLE, patient=Patient(id="p", safety=ALL_NO)).look(filters)
    assert (look.found, look.waiting, look.questions) == ((), 1, ("allergies",))
    none = Patient(id="p", safety=ALL_NO, allergies_answer=Answer.NO)
    assert found(filters, Shelf(WHOLE, patient=none)) == ["ibuprofen"]


def test_an_english_name_comes_after_a_name_in_the_language_of_the_practice() -> None:
    both = (entry("exercise.abc", "Pie chart", "Arco"), entry("exercise.foot", "Foot", "Zapato del pie"))
    made = Catalogue(called_in(both, "es"), "es")
    for one in both:
        made.add(heading_of(one))
    assert found(Filters(text="pie"), Shelf(made)) == ["foot", "abc"]


def test_an_entry_is_found_by_where_it_is_filed_in_the_words_of_the_practice() -> None:
    said = {"kind exercise": "Ejercicio", "region ankle": "Tobillo", "equipment wall": "Pared"}
    made = Catalogue(called_in(ENTRIES, "es"), "es", said)
    for one in ENTRIES:
        made.add(heading_of(one))
    shelf = Shelf(made)
    assert found(Filters(text="ejercicio tobillo"), shelf) == found(Filters(text="pared"), shelf)
    assert found(Filters(text="exercise ankle"), shelf) == ["calf_stretch", "calf"]
    assert found(Filters(text="tobillo"), shelf) == ["calf_stretch", "calf"]


def test_what_is_done_at_a_level_comes_before_what_only_looks_at_its_region() -> None:
    blood = entry("diagnostic.a_blood", "Blood tests", regions=(Region.LUMBAR,))
    block = entry("diagnostic.block", "Test block", regions=(Region.LUMBAR,), dose=ProcedureDose())
    both = (*ENTRIES, blood, block)
    made = Catalogue(called_in(both, "en"), "en")
    for one in both:
        made.add(heading_of(one))
    assert found(Filters(text="L5"), Shelf(made)) == ["epidural", "block", "a_blood"]


def test_a_word_that_is_parted_or_joined_otherwise_is_found() -> None:
    both = (
        entry("exercise.a", "Squat", line="Press up, then take a ray of habit."),
        entry("exercise.press", "Prone press-up"),
        entry("coordination.prehab", "Prehabilitation"),
        entry("diagnostic.xray", "X-ray"),
        entry("exercise.pray", "Prayer stretch"),
    )
    made = Catalogue(called_in(both, "en"), "en")
    for one in both:
        made.add(heading_of(one))
        made.add_text(one.id, text_words(one))
    shelf = Shelf(made)
    assert found(Filters(text="pre hab"), shelf) == ["prehab", "a"]
    assert found(Filters(text="xray"), shelf) == ["xray"]
    assert found(Filters(text="pressup"), shelf) == ["press"]
    assert found(Filters(text="press up"), shelf) == ["press", "a"]


def test_a_limit_cuts_the_list_but_not_the_count() -> None:
    look = Shelf(WHOLE).look(Filters(), 2)
    assert (len(look.found), look.total) == (2, 6)
