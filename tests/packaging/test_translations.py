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


def test_no_sentence_of_the_papers_waits_to_be_looked_at(tool: ModuleType) -> None:
    papers = {"\n".join(words) for _call, *words in messages_of_papers()}
    for path in CATALOGUES:
        fuzzy = [message for message, _text, is_fuzzy in tool.entries(path.read_text(encoding="utf-8")) if is_fuzzy]
        assert papers.isdisjoint(re.sub(f"[{tool.PLURAL}{tool.CONTEXT}]", "\n", message) for message in fuzzy)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_each_plural_has_every_form_of_its_language(path: Path, tool: ModuleType) -> None:
    known = translations(tool, path)
    (count,) = re.findall(r"nplurals=(\d+)", known[""])
    wrong = [
        message
        for message, text in known.items()
        if message and len(text.split(tool.PLURAL)) != (int(count) if tool.PLURAL in message else 1)
    ]
    assert wrong == []


# What would agree with the person who reads or is treated; things may be "lista" or "cansada", persons are told apart
# by none of these: "persona sentada" names a person without saying more.
AGREES = re.compile(
    r"\b(?:el|un|del|al|los|las|la|una) pacientes?\b|\bust(?:ed|edes) mism[oa]s?\b|\bpor sí mism[oa]\b|\bnosotr[oa]s\b"
    r"|\b(?:está|esté|estar|siente|sienta|sentirse|queda|quede) (?:muy |más |tan |menos )?\w+[ai]d[oa]\b"
    r"|\b(?:segur|list|cansad|content|tranquil|nervios|enferm|embarazad|alérgic|dispuest|bienvenid)[oa]s?\b"
    r"|\b(?:doctor|doctora|médico|médica|enfermero|enfermera|psicólogo|psicóloga|farmacéutico|farmacéutica)\b"
    r"|\w[oa]/[oa]s?\b|\([ao]s?\)|\w@",
    re.IGNORECASE,
)
NOT_OF_ONE = "el o la paciente|plan está cerrado|día que no está sombreado"
"""Said of both, or of things."""


def test_no_spanish_sentence_of_the_papers_tells_women_from_men(tool: ModuleType) -> None:
    known = translations(tool, ROOT / "resources" / "translations" / "es" / "LC_MESSAGES" / "painplanner.po")
    joined = {"gettext": "", "ngettext": tool.PLURAL, "pgettext": tool.CONTEXT}
    said = {
        known[joined[call].join(words)] for call, *words in messages_of_papers() if joined[call].join(words) in known
    }
    found = [text for text in said if AGREES.search(re.sub(NOT_OF_ONE, "", text))]
    assert found == []


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Cuando esté listo", True),
        ("Si está muy cansada, descanse.", True),
        ("Pregunte a su doctor", True),
        ("El paciente camina", True),
        ("Llame si no está segur@", True),
        ("Si hay más rigidez, haga menos.", False),
        ("persona sentada", False),
        ("Dicho por el o la paciente", False),
    ],
)
def test_what_agrees_with_a_person_is_seen(text: str, agrees: bool) -> None:
    assert bool(AGREES.search(re.sub(NOT_OF_ONE, "", text))) is agrees
