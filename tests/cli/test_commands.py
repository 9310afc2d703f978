"""The commands as a person types them: a demo, a paper from it, what the library holds, what a mistake looks like."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from painplanner.__main__ import main
from painplanner.documents.registry import kind_ids
from painplanner.services.demo import PASSPHRASE, make_demo

TODAY = "2026-03-02"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "practice"
    make_demo(folder, date.fromisoformat(TODAY))
    return folder


@pytest.fixture
def phrase(tmp_path: Path) -> Path:
    path = tmp_path / "phrase.txt"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("painplanner.log.keep_log", lambda: None)


def words_of(pdf: Path) -> str:
    document = pdfium.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_the_demo_says_where_the_papers_are_and_what_opens_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--out", str(tmp_path / "d"), "--today", TODAY]) == 0
    said = capsys.readouterr().out
    papers = sorted((tmp_path / "d").glob("??/*.pdf"))
    for lang in ("en", "es"):
        names = {paper.stem.split("-", 1)[1] for paper in papers if paper.parent.name == lang}
        assert names == {*kind_ids(), "papers", "list"}
        assert (tmp_path / "d" / lang / "today-list.pdf").exists()
    assert all(str(paper) in said for paper in papers)
    assert f"Passphrase: {PASSPHRASE}" in said


def test_a_demo_never_writes_into_a_folder_that_is_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("document", ["handout", "exercise-sheet"])
def test_a_paper_is_printed_for_a_record_number(demo: Path, phrase: Path, tmp_path: Path, document: str) -> None:
    out = tmp_path / "paper.pdf"
    call = ["print", "--practice", str(demo), "--patient", "20418", "--document", document, "--out", str(out)]
    assert main([*call, "--passphrase-file", str(phrase), "--today", TODAY]) == 0
    words = words_of(out)
    assert "Daniel Whitcombe" in words
    assert "born August 3, 1978" in words
    assert "555-0142" in words
    assert "draft" not in words.casefold()


def test_a_patient_is_found_by_id_too_and_reads_their_own_language(demo: Path, phrase: Path, tmp_path: Path) -> None:
    out = tmp_path / "hoja.pdf"
    call = ["print", "--practice", str(demo), "--patient", "patient-fernandez", "--document", "handout"]
    assert main([*call, "--out", str(out), "--passphrase-file", str(phrase), "--today", TODAY]) == 0
    assert "María Fernández Ortega" in words_of(out)
    assert "911" in words_of(out)
    assert "Llame" in words_of(out)


def test_a_plan_at_work_prints_no_page_for_going_on_alone(
    demo: Path, phrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "alone.pdf"
    call = ["print", "--practice", str(demo), "--patient", "20418", "--document", "handover", "--out", str(out)]
    assert main([*call, "--passphrase-file", str(phrase)]) == 1
    assert "no closed plan" in capsys.readouterr().err
    assert not out.exists()


def test_a_plan_that_was_never_final_prints_marked_as_a_draft(demo: Path, phrase: Path, tmp_path: Path) -> None:
    out = tmp_path / "draft.pdf"
    call = ["print", "--practice", str(demo), "--patient", "20422", "--document", "handout", "--out", str(out)]
    assert main([*call, "--passphrase-file", str(phrase), "--today", TODAY]) == 0
    assert "draft" in words_of(out).casefold()
    assert "Юлия Соколова" in words_of(out)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"--patient": "99999"}, "No patient has the record number"),
        ({"--practice": "/nowhere-at-all"}, "practice"),
        ({"--out": "/nowhere-at-all/x.pdf"}, "could not be written"),
        ({"--passphrase-file": "/nowhere-at-all"}, "cannot be read"),
    ],
)
def test_what_is_in_the_way_is_one_sentence(
    demo: Path, phrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, str], sentence: str
) -> None:
    options = {
        "--practice": str(demo),
        "--patient": "20418",
        "--document": "handout",
        "--out": str(tmp_path / "x.pdf"),
        "--passphrase-file": str(phrase),
        **change,
    }
    assert main(["print", *(word for pair in options.items() for word in pair)]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_a_wrong_passphrase_changes_nothing(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not this one at all")
    before = (demo / "practice.db").read_bytes()
    call = ["print", "--practice", str(demo), "--patient", "20418", "--document", "handout"]
    assert main([*call, "--out", str(tmp_path / "x.pdf"), "--passphrase-file", str(wrong)]) == 1
    assert "passphrase" in capsys.readouterr().err
    assert (demo / "practice.db").read_bytes() == before


@pytest.mark.parametrize("call", [["print"], ["nonsense"], ["demo", "--out", "x", "--today", "yesterday"], ["demo"]])
def test_a_command_that_is_not_understood_ends_with_two(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 2
    assert "usage: painplanner" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [[], ["demo"], ["print"], ["library"], ["measures"], ["figures"], ["check-library"]]
)
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 80


def test_measures_are_listed_for_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measures", "--json"]) == 0
    measures = json.loads(capsys.readouterr().out)
    assert {"id", "name", "minimum", "maximum", "unit", "better", "mcid", "sources"} == set(measures[0])
    assert any(m["mcid"] and m["mcid"][0]["sources"] for m in measures)


def test_the_library_is_listed_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "--kind", "procedure"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("procedure.") for line in lines[:-1])
    assert main(["library", "--kind", "spell"]) == 1
    assert "There is no kind" in capsys.readouterr().err


def test_figures_go_on_contact_sheets_and_no_exercise_lacks_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["figures", "--sheet", str(tmp_path / "figures.pdf")]) == 0
    assert "figure.bridge 1/2" in words_of(tmp_path / "figures.pdf")
    assert "explain.healing_times" in words_of(tmp_path / "figures.pdf")
    assert "Not drawn yet" not in capsys.readouterr().out


def test_a_figure_is_written_as_svg_a_file_for_each_frame(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "pictures"
    assert main(["figures", "--export", str(folder), "figure.bridge", "explain.healing_times"]) == 0
    assert {path.name for path in folder.iterdir()} == {
        "figure.bridge-1.svg",
        "figure.bridge-2.svg",
        "explain.healing_times.svg",
    }
    assert all(path.read_text(encoding="utf-8").startswith("<?xml") for path in folder.iterdir())
    assert f"3 pictures in {folder}" in capsys.readouterr().out


def test_a_figure_is_written_as_png_without_a_display(tmp_path: Path) -> None:
    from PIL import Image

    env = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    call = [sys.executable, "-m", "painplanner", "figures", "--export", str(tmp_path), "--format", "png"]
    subprocess.run([*call, "figure.bridge", "explain.disc"], check=True, env=env, capture_output=True)
    assert {path.name for path in tmp_path.iterdir()} == {
        "figure.bridge-1.png",
        "figure.bridge-2.png",
        "explain.disc.png",
    }
    with Image.open(tmp_path / "figure.bridge-2.png") as picture:
        assert picture.size[0] == 1600
        assert picture.text["Description"]  # type: ignore[attr-defined]
        assert len(picture.convert("RGB").getcolors(1600 * 1200) or ()) > 20


def test_nothing_is_written_when_one_picture_is_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--export", str(tmp_path / "out"), "figure.bridge", "figure.unknown"]) == 1
    assert "There is no picture “figure.unknown”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main(["figures", "figure.bridge"]) == 1
    assert "--export" in capsys.readouterr().err
    (tmp_path / "file").write_text("mine")
    assert main(["figures", "--export", str(tmp_path / "file"), "figure.bridge"]) == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_the_library_that_travels_with_the_program_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-library"]) == 0
    assert capsys.readouterr().out == ""
