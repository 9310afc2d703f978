"""What is wrong in a library's files is told all at once, each with its file, entry and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.errors import KnownError
from painplanner.services.library_check import check_library
from painplanner.services.library_files import read_entries

GOOD = """
[[entry]]
id = "exercise.bridge"
kind = "exercise"
dose = { type = "exercise", sets = 3, reps = 10 }
range = { sets = [1, 4] }
sources = [["D", "A default"]]
[entry.text.en]
name = "Bridge"
lines = [["step", "Lift."], ["safety", "Easy."]]
[entry.text.es]
name = "Puente"
lines = [["step", "Suba."], ["safety", "Suave."]]
"""

TEMPLATE = """
[[entry]]
id = "template.back"
sources = [["D", "A default"]]
steps = [{ id = "step.one", items = [{ source = "exercise.bridge" }] }]
checkpoints = [{ id = "check.one", steps = ["step.one"], criteria = [{ measure = "measure.walk" }] }]
[entry.text.en]
name = "Back"
[entry.text.es]
name = "Espalda"
"""

MEASURE = """
[[entry]]
id = "measure.walk"
name = { en = "Walk" }
unit = { en = "min" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "walk.toml").write_text(MEASURE, encoding="utf-8")
    (tmp_path / "back.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "templates.toml").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check_library(folder)]


def test_a_folder_in_which_all_is_well_has_no_faults(folder: Path) -> None:
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        (
            'name = "Bridge"',
            'name = ""',
            "back.toml, exercise.bridge, text.en: There are no words, or no name, in this language.",
        ),
        (
            "reps = 10",
            'load = 5, load_unit = "stone"',
            "back.toml, exercise.bridge, dose.load_unit: “stone” is no unit that is known here. There are: kg, lb,",
        ),
        (
            "sets = 3",
            "sets = 9",
            "back.toml, exercise.bridge, dose.sets: Sets cannot be 9: the range of this entry goes from 1 to 4.",
        ),
        (
            "sets = 3",
            "sets = 99",
            "back.toml, exercise.bridge, dose.sets: Sets cannot be 99: from 1 to 20.",
        ),
        (
            'sources = [["D", "A default"]]',
            "",
            "back.toml, exercise.bridge, sources: Every entry names its sources.",
        ),
        (
            '"Suba."',
            f'"{"a" * 2000}"',
            "back.toml, exercise.bridge, text.es, line 1, text: The text is 2000 characters long; 1000 fit.",
        ),
        (
            '["step", "Lift."]',
            '["stp", "Lift."]',
            "back.toml, exercise.bridge, text.en, line 1, kind: “stp” is not one of the choices. There are: setup,",
        ),
        (
            'kind = "exercise"',
            'kind = "exercise"\nregions = ["elbo"]',
            "back.toml, exercise.bridge, regions 1: “elbo” is not one of the choices. There are: neck,",
        ),
        (
            'kind = "exercise"',
            'kind = "exercise"\nharder = "exercise.none"',
            "back.toml, exercise.bridge, harder: “exercise.none” leads to nothing: there is no such id.",
        ),
        (
            'kind = "exercise"',
            'kind = "exercise"\nprecautions = ["condition.bad_luck"]',
            "back.toml, exercise.bridge, precautions: “condition.bad_luck” is not one of the known codes.",
        ),
        ('id = "exercise.bridge"', "", "back.toml, an entry without id, id: The field “id” is missing."),
        (
            'kind = "exercise"',
            'kind = "exercise"\ncolour = "red"',
            "back.toml, exercise.bridge, colour: There is no field “colour” here.",
        ),
        ('kind = "exercise"', "kind = ", "back.toml: The file cannot be read: Invalid value (at line 4, column 8)"),
    ],
)
def test_a_fault_is_told_with_its_file_entry_and_field(folder: Path, written: str, instead: str, said: str) -> None:
    (folder / "back.toml").write_text(GOOD.replace(written, instead, 1), encoding="utf-8")
    assert faults(folder)[0].startswith(said)


def test_an_entry_without_any_name_is_refused(folder: Path) -> None:
    nameless = GOOD.replace("Bridge", "").replace("Puente", "")
    (folder / "back.toml").write_text(nameless, encoding="utf-8")
    assert "back.toml, exercise.bridge, text" in faults(folder)[0]
    with pytest.raises(KnownError, match="needs a name"):
        read_entries(folder)


def test_an_id_that_stands_twice_is_told_in_the_second_file(folder: Path) -> None:
    (folder / "again.toml").write_text(GOOD, encoding="utf-8")
    said = "back.toml, exercise.bridge, id: This id stands already in again.toml."
    assert faults(folder) == [said]
    with pytest.raises(KnownError, match="stands already"):
        read_entries(folder)


def test_a_text_of_a_megabyte_is_refused_and_the_file_is_not_even_read(folder: Path) -> None:
    (folder / "back.toml").write_text(GOOD.replace("Lift.", "a" * 1_000_000), encoding="utf-8")
    assert faults(folder)[0] == "back.toml: The file is larger than 1000000 bytes."


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("exercise.bridge", "exercise.brigde", "step.one, item 1, source: “exercise.brigde” leads to nothing"),
        ('"measure.walk"', '"measure.run"', "check.one, measure: “measure.run” leads to nothing"),
        ('steps = ["step.one"]', 'steps = ["step.two"]', "check.one, steps: “step.two” leads to nothing"),
    ],
)
def test_a_template_that_points_to_nothing_is_told(folder: Path, written: str, instead: str, said: str) -> None:
    (folder / "templates.toml").write_text(TEMPLATE.replace(written, instead), encoding="utf-8")
    assert faults(folder)[0].startswith(f"templates.toml, template.back, {said}")


def test_every_fault_is_told_in_one_go(folder: Path) -> None:
    (folder / "back.toml").write_text(GOOD.replace("sets = 3", "sets = 9"), encoding="utf-8")
    (folder / "broken.toml").write_text("[[entry]", encoding="utf-8")
    (folder / "odd.toml").write_text("entry = 5", encoding="utf-8")
    said = faults(folder)
    assert [line.split(":")[0] for line in said] == [
        "back.toml, exercise.bridge, dose.sets",
        "broken.toml",
        "odd.toml",
        "templates.toml, template.back, step.one, item 1, source",
    ]


def test_a_folder_without_a_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="holds no library"):
        check_library(tmp_path / "nowhere")
