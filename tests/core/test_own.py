"""Own entries are begun from nothing or from another one, and what differs from the original is told field by field."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.whole_plans import entry, small_library, story_template

from painplanner.core.dose import ExerciseDose, MedicineDose
from painplanner.core.entry_changes import EntryChange, entry_changes
from painplanner.core.library import DoseRange, Intervention, Kind, MedicineFact, MedicineReference
from painplanner.core.loose_ends import leading_nowhere
from painplanner.core.own import (
    PRACTICE,
    OwnEntry,
    OwnLibrary,
    OwnTemplate,
    clean_tags,
    edited_copy,
    fresh_copy,
    fresh_template,
    new_entry,
    own_entry,
    own_template,
    with_own,
)
from painplanner.core.own_codec import decode_own
from painplanner.core.plan import Action, ActionKind, Item, Lasts, Line, LineKind, Step, Texts
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import Impossible, LangText, Region, replace

LIBRARY = small_library()
BRIDGE = LIBRARY.entries["exercise.bridge"]


def test_a_new_entry_has_its_name_and_an_empty_dose_of_its_kind() -> None:
    made = new_entry(Kind.EXERCISE, "exercise-1", "person-1", name="Wall sit")
    assert (made.value.id, made.value.dose, made.owner, made.original) == (
        "own.exercise-1",
        ExerciseDose(),
        "person-1",
        None,
    )
    assert new_entry(Kind.EDUCATION, "own.e", name="Sueño", lang="es").value.texts == (Texts(lang="es", name="Sueño"),)
    with pytest.raises(Impossible, match="no-name"):
        new_entry(Kind.EXERCISE, "exercise-1", name=" ")


def test_a_fresh_copy_is_a_new_entry_and_an_edited_copy_keeps_its_place() -> None:
    fresh = fresh_copy(BRIDGE, "x1", names={"en": "Bridge, slow"})
    assert (fresh.value.id, fresh.original) == ("own.x1", None)
    assert [words.name for words in fresh.value.texts] == ["Bridge, slow", "bridge (es)"]
    assert edited_copy(BRIDGE) == OwnEntry(value=BRIDGE, owner=PRACTICE, original=BRIDGE)
    assert fresh_template(story_template(), "t1").value.id == "own.t1"


def test_mine_is_found_before_the_practices_whichever_stands_first() -> None:
    everybodys, mine = edited_copy(BRIDGE), edited_copy(replace(BRIDGE, two_sided=True), "person-1")
    story = OwnTemplate(value=story_template())
    for entries in ((mine, everybodys), (everybodys, mine)):
        own = OwnLibrary(entries=entries, templates=(story,))
        assert own_entry("exercise.bridge", own) is mine
        assert own_entry("exercise.calf", own) is None
        assert own_template("template.sciatica", own) is story
        assert with_own(LIBRARY, own).entries["exercise.bridge"].two_sided
    assert with_own(LIBRARY, OwnLibrary()) is LIBRARY


def test_tags_are_cleaned() -> None:
    assert clean_tags(["  Knee  pain ", "", "gym", "gym", "\x00"]) == ("Knee pain", "gym")


def test_an_entry_kept_by_a_newer_or_unknown_program_is_refused() -> None:
    for schema, code in ((2, "newer-schema"), (0, "unknown-schema")):
        with pytest.raises(Impossible, match=code):
            decode_own(b'{"value":{}}', schema, OwnEntry)
    with pytest.raises(Impossible, match="unreadable"):
        decode_own(b"[]", 1, OwnEntry)


def test_an_older_entry_is_brought_up_with_its_original(monkeypatch: pytest.MonkeyPatch) -> None:
    from painplanner.core import own_codec
    from painplanner.core.codec import encode

    old = encode(edited_copy(BRIDGE)).replace(b'"texts"', b'"words"')
    monkeypatch.setitem(
        own_codec.ENTRY_UPGRADES, 0, lambda raw: {"texts" if key == "words" else key: raw[key] for key in raw}
    )
    assert decode_own(old, 0, OwnEntry) == edited_copy(BRIDGE)


@pytest.mark.parametrize("data", [b"", b"[]", b'{"value":5}', b'{"value":{}}', b"\xff"])
def test_an_older_entry_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    from painplanner.core import own_codec

    monkeypatch.setitem(own_codec.ENTRY_UPGRADES, 0, lambda raw: {"texts": raw["words"]})
    with pytest.raises(Impossible, match="unreadable"):
        decode_own(data, 0, OwnEntry)


def changed(**fields: object) -> Intervention:
    new: Intervention = replace(BRIDGE, **fields)
    return new


def said(new: Intervention, old: Intervention = BRIDGE) -> list[tuple[str, str, str, str]]:
    return [(c.field, c.lang, c.old, c.new) for c in entry_changes(old, new)]


def test_the_same_entry_has_no_changes() -> None:
    assert entry_changes(BRIDGE, BRIDGE) == ()


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (changed(dose=ExerciseDose(sets=4, reps=10)), [("dose.sets", "", "3", "4")]),
        (changed(dose=None), [("dose", "", "3 × 10", "")]),
        (changed(two_sided=True), [("two_sided", "", "false", "true")]),
        (changed(regions=(Region.KNEE, Region.HIP)), [("regions", "", "general", "knee; hip")]),
        (changed(equipment=("mat",)), [("equipment", "", "", "mat")]),
        (changed(expect_days=(14, 28)), [("expect_days", "", "", "14; 28")]),
        (changed(ranges=(DoseRange(field="sets", low=Decimal(1), high=Decimal(4)),)), [("ranges.sets", "", "", "1–4")]),
        (changed(sources=(Source(tag=SourceTag.D, text="Us"),)), [("sources", "", "", "[D] Us")]),
        (
            changed(synonyms=(LangText(lang="en", text="hip lift"), LangText(lang="en", text="glute bridge"))),
            [("synonyms", "en", "", "hip lift; glute bridge")],
        ),
        (
            changed(texts=(replace(BRIDGE.texts[0], name="Hip bridge"), BRIDGE.texts[1])),
            [("texts.name", "en", "Bridge", "Hip bridge")],
        ),
        (changed(texts=BRIDGE.texts[:1]), [("texts.name", "es", "bridge (es)", "")]),
        (
            changed(reference=MedicineReference(start=MedicineFact(amount=Decimal(100), unit="mg"))),
            [("reference.start.amount", "", "", "100"), ("reference.start.unit", "", "", "mg")],
        ),
    ],
)
def test_a_change_is_told_with_its_field_and_language(new: Intervention, told: list[tuple[str, ...]]) -> None:
    assert said(new) == told


def test_lines_are_set_against_one_another() -> None:
    def lines(*given: tuple[LineKind, str]) -> Intervention:
        words = Texts(lang="en", name="Bridge", lines=tuple(Line(kind=kind, text=text) for kind, text in given))
        return changed(texts=(words, BRIDGE.texts[1]))

    old = lines((LineKind.SETUP, "Lie down."), (LineKind.STEP, "Lift."), (LineKind.SAFETY, "Easy."))
    new = lines(
        (LineKind.SETUP, "Lie down."),
        (LineKind.STEP, "Lift slowly."),
        (LineKind.CUE, "Easy."),
        (LineKind.INFO, "Rest."),
    )
    assert said(new, old) == [
        ("texts.lines.step", "en", "Lift.", "Lift slowly."),
        ("texts.lines.safety", "en", "Easy.", ""),
        ("texts.lines.cue", "en", "", "Easy."),
        ("texts.lines.info", "en", "", "Rest."),
    ]


def test_another_kind_of_dose_is_told_as_a_whole() -> None:
    medicine = LIBRARY.entries["medicine.ibuprofen"]
    new: Intervention = replace(medicine, dose=ExerciseDose(sets=2), reference=None)
    assert [c.field for c in entry_changes(medicine, new)] == [
        "dose", "reference.usual.amount", "reference.usual.unit", "reference.stop_rule",
    ]  # fmt: skip
    assert isinstance(medicine.dose, MedicineDose)


def test_a_changed_template_is_told_by_its_parts() -> None:
    old = story_template()
    calm, load = old.steps
    new = replace(
        old,
        steps=(
            load,
            replace(calm, trial_end=Lasts(days=14), items=calm.items[:1]),
            Step(id="new", title="Later", items=(Item(id="x", source="exercise.calf"),)),
        ),
    )
    told = entry_changes(old, new)
    assert (
        EntryChange(field="steps.calm.trial_end", old="P21D", new="P14D") in told
        or EntryChange(field="steps.calm.trial_end.days", old="21", new="14") in told
    )
    assert EntryChange(field="steps.calm.items.b", old="b") in told
    assert EntryChange(field="steps.new", new="Later") in told


def test_a_template_tells_where_it_leads_nowhere() -> None:
    story = story_template()
    assert list(leading_nowhere(story, LIBRARY.entries, LIBRARY.measures)) == [
        ("steps[1].items[1].source", "exercise.gone"),
        ("checkpoints[0].criteria.measure", "measure.unknown"),
    ]
    check = replace(story.checkpoints[0], steps=("no",), on_met=Action(kind=ActionKind.NEXT_STEP, target="none"))
    lost = replace(story, drivers=(), steps=story.steps[1:], checkpoints=(check,))
    assert [
        place for place, _name in leading_nowhere(lost, {"exercise.gone", "exercise.bridge"}, LIBRARY.measures)
    ] == [
        "steps[0].timing.step",
        "checkpoints[0].criteria.measure",
        "checkpoints[0].steps",
        "checkpoints[0].when.step",
        "checkpoints[0].on_met.target",
        "checkpoints[0].on_not_met.target",
    ]
    assert entry("x").id == "exercise.x"
