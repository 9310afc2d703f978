"""Reading the library's files: short TOML that people write becomes the values of core.

A short form is only a spelling: `{ en = "...", es = "..." }` for a text in languages, `["R", "..."]` for a source,
`range = { sets = [1, 4] }` for the range of a dose. What a file says wrongly is a KnownError that names its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast

import msgspec

from painplanner.core.library import Intervention, Template
from painplanner.core.measure import Measure
from painplanner.core.misfit import misfit_of
from painplanner.core.values import Impossible, Value
from painplanner.errors import KnownError
from painplanner.services.words.refusals import impossible_sentence
from painplanner.text import _

V = TypeVar("V", bound=Value)
Raw = dict[str, Any]

# Fields whose short form is a table of languages.
_WORDS = frozenset(
    {"name", "plain_name", "unit", "how_to", "label", "why", "flare", "plain_title", "synonyms"}
    | {"easier_how", "harder_how"}
)
_WORDS_OR_TEXTS = "words"
MOST_ENTRIES = 30
MOST_BYTES = 1_000_000


class Fault(NamedTuple):
    """What is wrong in the files: the file below the library's folder, the entry, the field, and a sentence."""

    file: str
    entry: str
    field: str
    sentence: str

    def __str__(self) -> str:
        """Return one line for the author of the file."""
        place = ", ".join(part for part in (self.file, self.entry, self.field) if part)
        return f"{place}: {self.sentence}"


class Written(NamedTuple, Generic[V]):
    """A value with the file it was written in."""

    file: str
    value: V


Read = Iterator[Written[V] | Fault]


def read_entries(folder: Path) -> tuple[Intervention, ...]:
    """Return every intervention below the library's folder in the order of the files' names. Raises KnownError."""
    return _without_faults(written_entries(folder))


def read_measures(folder: Path) -> tuple[Measure, ...]:
    """Return every measure. Raises KnownError."""
    return _without_faults(written_measures(folder))


def read_templates(folder: Path) -> tuple[Template, ...]:
    """Return every template. Raises KnownError."""
    return _without_faults(written_templates(folder))


def written_entries(folder: Path) -> Read[Intervention]:
    """Return every intervention, or what is wrong with it; a table that is neither kind of thing counts as one."""
    return _each(folder, _files(folder), Intervention, lambda raw: "steps" not in raw)


def written_measures(folder: Path) -> Read[Measure]:
    """Return every measure, or what is wrong with it."""
    return _each(folder, sorted((folder / "measures").glob("*.toml")), Measure, lambda _raw: True)


def written_templates(folder: Path) -> Read[Template]:
    """Return every template, or what is wrong with it."""
    return _each(folder, _files(folder), Template, lambda raw: "steps" in raw)


def doubled(ids: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Return a fault for every id, given as file and id, that stood before."""
    first: dict[str, str] = {}
    for file, name in ids:
        if name in first:
            yield Fault(file, name, "id", _("This id stands already in {file}.").format(file=first[name]))
        else:
            first[name] = file


def _without_faults(found: Read[V]) -> tuple[V, ...]:
    good: list[Written[V]] = []
    for one in found:
        if isinstance(one, Fault):
            raise KnownError(str(one))
        good.append(one)
    for fault in doubled((one.file, getattr(one.value, "id", "")) for one in good):
        raise KnownError(str(fault))
    return tuple(one.value for one in good)


def _files(folder: Path) -> list[Path]:
    apart = {"figures", "measures"}
    return [path for path in sorted(folder.rglob("*.toml")) if path.relative_to(folder).parts[0] not in apart]


def _each(folder: Path, paths: Iterable[Path], kind: type[V], fits: Callable[[Raw], bool]) -> Read[V]:
    for path in paths:
        file = path.relative_to(folder).as_posix()
        try:
            tables = raw_entries(path)
        except KnownError as error:
            yield Fault(file, "", "", str(error))
            continue
        yield from (_value(raw, kind, file) for raw in tables if fits(raw))


def raw_entries(path: Path) -> list[Raw]:
    """Return the tables of one file. Raises KnownError for a file that is no TOML or too long to read in one go."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(_("The file is larger than {limit} bytes.").format(limit=MOST_BYTES))
        with path.open("rb") as file:
            entries: Any = tomllib.load(file, parse_float=Decimal).get("entry", [])
    except (OSError, UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as error:
        raise KnownError(_("The file cannot be read: {error}").format(error=error)) from error
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in cast("list[Any]", entries)):
        raise KnownError(_("Entries are written as [[entry]] tables."))
    tables = cast("list[Raw]", entries)
    if len(tables) > MOST_ENTRIES:
        raise KnownError(
            _("The file holds {n} entries; at most {limit} belong in one file.").format(
                n=len(tables), limit=MOST_ENTRIES
            )
        )
    return tables


def _value(raw: Raw, kind: type[V], file: str) -> Written[V] | Fault:
    name = str(raw.get("id") or _("an entry without id"))
    try:
        return Written(file, msgspec.convert(long_form(raw), kind, strict=False))
    except (msgspec.ValidationError, Impossible) as error:
        path, refusal = misfit_of(error, kind)
        return Fault(file, name, _authors_field(path, raw), impossible_sentence(refusal))
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return Fault(file, name, "", _("The table is not written as an entry is."))


def _authors_field(path: str, raw: Raw) -> str:
    """Return a place as the author of the file wrote it: `texts[0].lines[3].text` is `text.en, line 4, text`."""
    for key, given in (("texts", raw.get("text")), ("words", raw.get("words"))):
        langs = list(_table(given) or {})
        for n, lang in enumerate(langs):
            path = path.replace(f"{key}[{n}]", f"{'text' if key == 'texts' else key}.{lang}", 1)
    path = re.sub(r"\.?lines\[(\d+)\]\.?", lambda m: f", line {int(m[1]) + 1}, ", path)
    path = re.sub(r"(\w+)\[(\d+)\]\.?", lambda m: f"{m[1]} {int(m[2]) + 1}, ", path)
    return path.removesuffix(", ").replace(", , ", ", ")


def long_form(raw: Mapping[str, Any]) -> Raw:
    """Return a table with every short form written out as core spells it."""
    out: Raw = {}
    for key, given in raw.items():
        if key == "text" and (languages := _table(given)):
            out["texts"] = _texts(languages)
        elif key == "range" and (fields := _table(given)):
            out["ranges"] = [_range(name, ends) for name, ends in fields.items()]
        else:
            out[key] = _field(key, given)
    _name_items(out)
    return out


def _field(key: str, given: Any) -> Any:  # noqa: ANN401  (raw TOML)
    if key == "sources":
        return [_source(each) for each in given]
    table = _table(given)
    if table is None:
        return [_element(each) for each in given] if isinstance(given, list) else _plain(given)  # pyright: ignore[reportUnknownVariableType]
    if key == _WORDS_OR_TEXTS and any(_table(words) is not None for words in table.values()):
        return _texts(table)
    return _words(table) if key in _WORDS or key == _WORDS_OR_TEXTS else long_form(table)


def _table(given: Any) -> Raw | None:  # noqa: ANN401  (raw TOML)
    return cast("Raw", given) if isinstance(given, dict) else None


def _element(given: Any) -> Any:  # noqa: ANN401  (raw TOML)
    table = _table(given)
    return _plain(given) if table is None else long_form(table)


def _source(given: Any) -> Raw:  # noqa: ANN401  (raw TOML)
    return _table(given) or {"tag": given[0], "text": given[1]}


def _range(field: str, ends: Any) -> Raw:  # noqa: ANN401  (raw TOML)
    """Return `sets = [1, 4]` as the range of the field `sets`."""
    low, high = ends
    return {"field": field, "low": _plain(low), "high": _plain(high)}


def _plain(given: Any) -> Any:  # noqa: ANN401  (raw TOML)
    return str(given) if isinstance(given, Decimal) else given


def _words(given: Raw) -> list[Raw]:
    """Return one entry for each language, or for each word of a language that lists several."""
    return [{"lang": lang, "text": text} for lang, texts in given.items() for text in _listed(texts)]


def _listed(texts: str | list[str]) -> list[str]:
    return texts if isinstance(texts, list) else [texts]


def _texts(given: Raw) -> list[Raw]:
    return [{"lang": lang, **_lines_written_out(words)} for lang, words in given.items()]


def _lines_written_out(words: Mapping[str, Any]) -> Raw:
    lines = [{"kind": kind, "text": text} for kind, text in words.get("lines", ())]
    return {**words, "lines": lines}


def _name_items(table: Raw) -> None:
    """Give the items of a template's step an id where the file leaves it out."""
    for n, item in enumerate(table.get("items", ()), 1):
        if isinstance(item, dict) and "id" not in item:
            item["id"] = f"item.{str(table.get('id', '')).removeprefix('step.')}.{n}"
