"""The library's short TOML becomes the values of core, and a mistake names its place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from painplanner.core.dose import ActivityDose, ExerciseDose
from painplanner.core.plan import AfterStep, Lasts, LineKind
from painplanner.core.source import SourceTag
from painplanner.errors import KnownError
from painplanner.services.library_files import read_entries, read_measures, read_templates

ENTRY = """
[[entry]]
id = "exercise.bridge"
kind = "exercise"
regions = ["lumbar"]
dose = { type = "exercise", sets = 3, reps = 10 }
synonyms = { en = ["hip lift"], es = ["puente", "elevación"] }
sources = [["R", "a paper"], ["D", "a default"]]
[entry.text.en]
name = "Bridge"
lines = [["setup", "Lie down."], ["step", "Lift."], ["safety", "Easy."]]
[entry.text.es]
name = "Puente"
lines = [["step", "Suba."]]
"""

TEMPLATE = """
[[entry]]
id = "template.back"
why = { en = "A sore back.", es = "Dolor." }
drivers = [{ id = "driver.load", words = { en = "Load", es = "Carga" } }]
[[entry.goals]]
id = "goal.sit"
words = { en = "Sit" }
by_days = 60
criterion = { measure = "measure.sitting_minutes", target = { kind = "value", amount = 45 } }
[entry.text.en]
name = "Back"
[[entry.steps]]
id = "step.sit"
purpose = "root-cause"
drivers = ["driver.load"]
timing = { type = "after", step = "step.first", anchor = "start", days = 2 }
trial_end = { type = "lasts", days = 42 }
[entry.steps.words.en]
name = "Sit by the timer"
plain_name = "Sit with support"
[[entry.steps.items]]
source = "exercise.bridge"
dose = { type = "exercise", sets = 2, load = 2.5 }
[[entry.steps.items]]
source = "lifestyle.sitting_timer"
dose = { type = "activity", minutes = 10, progression = { add = 2, every_days = 3, up_to = 45 } }
[[entry.checkpoints]]
id = "checkpoint.two_weeks"
steps = ["step.sit"]
when = { type = "after", step = "step.sit", anchor = "start", days = 14 }
criteria = [{ measure = "measure.sitting_minutes", target = { kind = "value", amount = 18 } }]
on_met = { kind = "continue" }
"""

MEASURE = """
[[entry]]
id = "measure.nrs"
name = { en = "Pain now", es = "Dolor ahora" }
maximum = 10
better = "lower"
mcid = [{ amount = 1.5, population = "back pain", sources = [["R", "a paper"]] }]
bands = [{ low = 0, high = 3, label = { en = "mild" } }]
sources = [["K", "known"]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "measures").mkdir()
    (tmp_path / "back.toml").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "templates.toml").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "measures" / "pain.toml").write_text(MEASURE, encoding="utf-8")
    return tmp_path


def test_an_entry_has_its_words_in_every_language(folder: Path) -> None:
    (entry,) = read_entries(folder)
    assert [(words.lang, words.name) for words in entry.texts] == [("en", "Bridge"), ("es", "Puente")]
    assert entry.texts[0].of_kind(LineKind.SETUP, LineKind.STEP) == ("Lie down.", "Lift.")
    assert [(word.lang, word.text) for word in entry.synonyms][1:] == [("es", "puente"), ("es", "elevación")]
    assert entry.dose == ExerciseDose(sets=3, reps=10)
    assert [source.tag for source in entry.sources] == [SourceTag.R, SourceTag.D]


def test_a_template_is_written_in_the_shape_of_a_plan(folder: Path) -> None:
    (template,) = read_templates(folder)
    (step,) = template.steps
    assert step.timing == AfterStep(step="step.first", anchor="start", days=2)  # type: ignore[arg-type]
    assert step.trial_end == Lasts(days=42)
    assert step.words[0].plain_name == "Sit with support"
    assert [item.id for item in step.items] == ["item.sit.1", "item.sit.2"]
    assert step.items[0].dose == ExerciseDose(sets=2, load=Decimal("2.5"))
    ladder = step.items[1].dose
    assert isinstance(ladder, ActivityDose)
    assert ladder.progression is not None
    assert ladder.progression.up_to == 45
    assert template.goals[0].words[0].text == "Sit"
    assert template.why[1].text == "Dolor."


def test_a_measure_keeps_exact_numbers(folder: Path) -> None:
    (measure,) = read_measures(folder)
    assert measure.mcid[0].amount == Decimal("1.5")
    assert measure.bands[0].label[0].text == "mild"


def test_a_mistake_names_its_file_and_entry(folder: Path) -> None:
    (folder / "back.toml").write_text(ENTRY.replace("sets = 3", "sets = 300"), encoding="utf-8")
    with pytest.raises(KnownError, match=r"back\.toml, exercise\.bridge, dose\.sets: "):
        read_entries(folder)


def test_an_unknown_field_is_a_mistake(folder: Path) -> None:
    (folder / "back.toml").write_text(ENTRY.replace("regions", "region"), encoding="utf-8")
    with pytest.raises(KnownError, match="region"):
        read_entries(folder)


def test_a_file_holds_no_more_than_can_be_read_in_one_go(folder: Path) -> None:
    (folder / "many.toml").write_text('[[entry]]\nid = "a"\n' * 31, encoding="utf-8")
    with pytest.raises(KnownError, match=r"many\.toml: The file holds 31"):
        read_entries(folder)


def test_a_broken_file_is_named(folder: Path) -> None:
    (folder / "broken.toml").write_text("[[entry", encoding="utf-8")
    with pytest.raises(KnownError, match=r"broken\.toml: The file cannot be read"):
        read_entries(folder)
