"""The catalogues are whole: compiled as they are written, and no sentence of a paper is left in English by mistake."""

from __future__ import annotations

import gettext
import importlib.util
import re
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from documents.messages import messages_of_papers

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "resources" / "translations").glob("*/LC_MESSAGES/*.po"))


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def translations(tool: ModuleType, path: Path) -> dict[str, str]:
    found: list[tuple[str, str, bool]] = tool.entries(path.read_text(encoding="utf-8"))
    return {message: text for message, text, fuzzy in found if text and not fuzzy}


def holes(text: str, tool: ModuleType) -> list[set[str]]:
    """Return what is filled in, for the singular (which may say "every week") and for the plural forms."""
    return [set(re.findall(r"\{\w*\}", form)) for form in text.split(tool.PLURAL)]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_compiled_catalogue_is_up_to_date(path: Path, tool: ModuleType) -> None:
    assert path.with_suffix(".mo").read_bytes() == tool.compiled(path.read_text(encoding="utf-8"))


def test_the_check_says_so_too(tool: ModuleType) -> None:
    assert tool.main(["--check"]) == 0


def test_every_sentence_of_the_papers_has_a_spanish_one(tool: ModuleType) -> None:
    known = translations(tool, ROOT / "resources" / "translations" / "es" / "LC_MESSAGES" / "painplanner.po")
    joined = {"gettext": "", "ngettext": tool.PLURAL, "pgettext": tool.CONTEXT}
    missing = {joined[call].join(words) for call, *words in messages_of_papers()} - set(known)
    assert missing == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_every_hole_of_its_message(path: Path, tool: ModuleType) -> None:
    wrong = [
        message
        for message, text in translations(tool, path).items()
        if message
        and (holes(text, tool)[0], holes(text, tool)[-1]) != (holes(message, tool)[0], holes(message, tool)[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_python_reads_what_was_compiled(path: Path) -> None:
    catalogue = gettext.GNUTranslations(BytesIO(path.with_suffix(".mo").read_bytes()))
    assert catalogue.ngettext("{n} minute", "{n} minutes", 2) != "{n} minutes"
    assert catalogue.pgettext("month", "May") != "May"


def test_contexts_plurals_long_lines_and_unfinished_entries_are_read(tool: ModuleType) -> None:
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgctxt "month"\nmsgid "May"\nmsgstr "mayo"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} día"\nmsgstr[1] "{n} días"\n\n'
        'msgid ""\n"a long "\n"line"\nmsgstr "una línea "\n"larga"\n\n'
        '#, fuzzy\nmsgid "guess"\nmsgstr "tal vez"\n\n'
        'msgid "open"\nmsgstr ""\n'
    )
    catalogue = gettext.GNUTranslations(BytesIO(tool.compiled(po)))
    assert catalogue.pgettext("month", "May") == "mayo"
    assert [catalogue.ngettext("{n} day", "{n} days", n) for n in (1, 2)] == ["{n} día", "{n} días"]
    assert catalogue.gettext("a long line") == "una línea larga"
    assert [catalogue.gettext(word) for word in ("guess", "open")] == ["guess", "open"]
