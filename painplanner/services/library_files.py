"""Reading the library's files: short TOML that people write becomes the values of core.

A short form is only a spelling: `{ en = "...", es = "..." }` for a text in languages, `["R", "..."]` for a source,
`range = { sets = [1, 4] }` for the range of a dose. What a file says wrongly is a KnownError that names its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from painplanner.core.library import Intervention, Template
from painplanner.core.measure import Measure
from painplanner.core.values import Impossible, Value
from painplanner.errors import KnownError

V = TypeVar("V", bound=Value)
Raw = dict[str, Any]

# Fields whose short form is a table of languages.
_WORDS = frozenset(
    {"name", "plain_name", "unit", "how_to", "label", "why", "flare", "plain_title", "synonyms"}
    | {"easier_how", "harder_how"}
)
_WORDS_OR_TEXTS = "words"
MOST_ENTRIES = 30


def read_entries(folder: Path) -> tuple[Intervention, ...]:
    """Return every intervention below the library's folder in the order of the files' names."""
    return tuple(_each(_files(folder), Intervention, lambda raw: "kind" in raw and "text" in raw))


def read_measures(folder: Path) -> tuple[Measure, ...]:
    """Return every measure."""
    return tuple(_each(sorted((folder / "measures").glob("*.toml")), Measure, lambda _raw: True))


def read_templates(folder: Path) -> tuple[Template, ...]:
    """Return every template."""
    return tuple(_each(_files(folder), Template, lambda raw: "steps" in raw))


def _files(folder: Path) -> list[Path]:
    apart = {"figures", "measures"}
    return [path for path in sorted(folder.rglob("*.toml")) if path.relative_to(folder).parts[0] not in apart]


def _each(paths: Iterable[Path], kind: type[V], fits: Callable[[Raw], bool]) -> Iterator[V]:
    for path in paths:
        for raw in raw_entries(path):
            if fits(raw):
                yield _value(raw, kind, path)


def raw_entries(path: Path) -> list[Raw]:
    """Return the tables of one file. Raises KnownError for a file that is no TOML or too long to read in one go."""
    try:
        with path.open("rb") as file:
            entries: list[Raw] = tomllib.load(file, parse_float=Decimal).get("entry", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnownError(f"{path.name} cannot be read: {error}") from error
    if len(entries) > MOST_ENTRIES:
        raise KnownError(f"{path.name} holds {len(entries)} entries; at most {MOST_ENTRIES} belong in one file.")
    return entries


def _value(raw: Raw, kind: type[V], path: Path) -> V:
    try:
        return msgspec.convert(long_form(raw), kind, strict=False)
    except (msgspec.ValidationError, Impossible) as error:
        raise KnownError(f"{path.name}, {raw.get('id', 'an entry without id')}: {error}") from error


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
