"""What is wrong in a library's files is told all at once, each with its file, entry and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.errors import KnownError
from painplanner.services.library import read_library
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
            "back.toml, exercise.bridge, text en: There are no words, or no name, in this language.",
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
            "back.toml, exercise.bridge, text es, lines 1, text: The text is 2000 characters long; 1000 fit.",
        ),
        (
            '["step", "Lift."]',
            '["stp", "Lift."]',
            "back.toml, exercise.bridge, text en, lines 1, kind: “stp” is not one of the choices. There are: setup,",
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
        (
            'kind = "exercise"',
            f'kind = "{"e" * 1000}"',
            f"back.toml, exercise.bridge, kind: “{'e' * 199}…” is not one of the choices.",
        ),
        (
            'kind = "exercise"',
            f'kind = "exercise"\n{"e" * 1000} = 1',
            f"back.toml, exercise.bridge, {'e' * 79}…: There is no field “{'e' * 199}…” here.",
        ),
        (
            'kind = "exercise"',
            f'kind = "exercise"\nposition = "{"e" * 1000}"',
            "back.toml, exercise.bridge, position: Position is 1000 characters long; 300 fit.",
        ),
        (
            'kind = "exercise"',
            'kind = "exercise"\npurpose = "fun"',
            "back.toml, exercise.bridge, purpose: “fun” is not one of the known codes.",
        ),
        (
            'kind = "exercise"',
            'kind = "exercise"\nreassess_days = [1, 9000000000]',
            "back.toml, exercise.bridge, reassess_days: Reassess days cannot be 9000000000: from 0 to 3650.",
        ),
        (
            "sets = [1, 4]",
            "sets = [1]",
            "back.toml, exercise.bridge, range.sets: Two values in brackets are wanted here",
        ),
        (
            "sets = [1, 4]",
            "sets = [nan, 4]",
            "back.toml, exercise.bridge, range sets, low: Low cannot be NaN: from 0 to 1000000.",
        ),
        (
            '[["D", "A default"]]',
            '["D"]',
            "back.toml, exercise.bridge, sources 1: Two values in brackets are wanted here",
        ),
        (
            '["step", "Suba."]',
            '["Suba."]',
            "back.toml, exercise.bridge, text.es.lines 1: Two values in brackets are wanted here",
        ),
        (
            "sets = 3",
            "load = 1e99999999999999999999",
            "back.toml: The file cannot be read: 1e9999999999999",
        ),
        ("sets = 3", f"sets = {'9' * 5000}", "back.toml: The file cannot be read: "),
        (
            "exercise.bridge",
            "exercise.The Bridge",
            "back.toml, exercise.The Bridge, id: “exercise.The Bridge” is not an id: it reads like exercise.bridge",
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
        (
            "exercise.bridge",
            "exercise.brigde",
            "steps step.one, items item.one.1, source: “exercise.brigde” leads",
        ),
        ('"measure.walk"', '"measure.run"', "checkpoints check.one, criteria.measure: “measure.run” leads to nothing"),
        (
            'id = "step.one"',
            'id = "step.one", timing = { type = "after", step = "step.two" }',
            "steps step.one, timing.step: “step.two” leads to nothing",
        ),
        (
            'id = "step.one"',
            'id = "step.one", drivers = ["driver.two"]',
            "steps step.one, drivers: “driver.two” leads to nothing",
        ),
        (
            'id = "check.one"',
            'id = "check.one", when = { type = "after", step = "step.two" }',
            "checkpoints check.one, when.step: “step.two” leads to nothing",
        ),
        ('steps = ["step.one"]', 'steps = ["step.two"]', "checkpoints check.one, steps: “step.two” leads to nothing"),
    ],
)
def test_a_template_that_points_to_nothing_is_told(folder: Path, written: str, instead: str, said: str) -> None:
    (folder / "templates.toml").write_text(TEMPLATE.replace(written, instead), encoding="utf-8")
    assert faults(folder)[0].startswith(f"templates.toml, template.back, {said}")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[[entry]]\nid = 5", "figures/odd.toml, 5, id: There stands int where str is wanted."),
        (
            '[[entry]]\nid = "figure.odd"\nframes = [{ knee = "bent" }]',
            "figures/odd.toml, figure.odd, frames 1, knee: There stands ",
        ),
        ("[[entry", "figures/odd.toml: The file cannot be read: "),
        (
            '[[entry]]\nid = "figure.odd"\nframes = []\n' * 2,
            "figures/odd.toml, figure.odd, id: This id stands already in figures/odd.toml.",
        ),
        (
            '[[entry]]\nid = "figure.odd"\nframes = []\nphotos = [{ sha256 = "a", width = 4, height = 3 }]',
            "figures/odd.toml, figure.odd, photos 1, sha256: “a” is not the check value of a photograph.",
        ),
    ],
)
def test_a_figure_that_is_none_is_told_with_its_file_and_id(folder: Path, written: str, said: str) -> None:
    (folder / "figures").mkdir()
    (folder / "figures" / "odd.toml").write_text(written, encoding="utf-8")
    assert faults(folder)[0].startswith(said)
    with pytest.raises(KnownError):
        read_library(folder)


def test_a_measure_without_a_number_for_its_end_is_told(folder: Path) -> None:
    (folder / "measures" / "walk.toml").write_text(MEASURE + "minimum = nan\nmaximum = 3\n", encoding="utf-8")
    assert faults(folder)[0].startswith("measures/walk.toml, measure.walk, minimum: Minimum cannot be NaN")


def test_an_entry_and_a_template_under_one_id_are_told(folder: Path) -> None:
    both = GOOD.replace("exercise.bridge", "own.same"), TEMPLATE.replace("template.back", "own.same")
    for name, text in zip(("back.toml", "templates.toml"), both, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    assert "templates.toml, own.same, id: This id stands already in back.toml." in faults(folder)


def test_every_fault_is_told_in_one_go(folder: Path) -> None:
    (folder / "back.toml").write_text(GOOD.replace("sets = 3", "sets = 9"), encoding="utf-8")
    (folder / "broken.toml").write_text("[[entry]", encoding="utf-8")
    (folder / "odd.toml").write_text("entry = 5", encoding="utf-8")
    said = faults(folder)
    assert [line.split(":")[0] for line in said] == [
        "back.toml, exercise.bridge, dose.sets",
        "broken.toml",
        "odd.toml",
        "templates.toml, template.back, steps step.one, items item.one.1, source",
    ]


def test_a_folder_without_a_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="holds no library"):
        check_library(tmp_path / "nowhere")


def test_a_photograph_has_no_place_in_the_files_of_the_program(folder: Path) -> None:
    (folder / "figures").mkdir()
    shot = f'{{ sha256 = "{"a" * 64}", width = 4, height = 3 }}'
    written = f'[[entry]]\nid = "figure.odd"\nframes = []\nphotos = [{shot}]'
    (folder / "figures" / "odd.toml").write_text(written, encoding="utf-8")
    said = "figures/odd.toml, figure.odd, photos: The program's own pictures are drawn"
    assert faults(folder)[0].startswith(said)
