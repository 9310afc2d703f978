"""Reading the library's files: short TOML that people write becomes the values of core.

A short form is only a spelling: `{ en = "...", es = "..." }` for a text in languages, `["R", "..."]` for a source,
`range = { sets = [1, 4] }` for the range of a dose. What a file says wrongly is a KnownError that names its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast

import msgspec

from painplanner.core.figure import Figure
from painplanner.core.library import Intervention, Template
from painplanner.core.measure import Measure
from painplanner.core.misfit import misfit_of, place_in, shown
from painplanner.core.values import Impossible, Value
from painplanner.errors import KnownError
from painplanner.services.words.refusals import reason
from painplanner.text import _

V = TypeVar("V", bound=Value)
Raw = dict[str, Any]

# Fields whose short form is a table of languages.
_WORDS = frozenset(
    {"name", "plain_name", "unit", "how_to", "alert", "label", "why", "flare", "plain_title", "synonyms"}
    | {"easier_how", "harder_how"}
)
_WORDS_OR_TEXTS = "words"
_LONG_NAMES = re.compile(r"\b(text|range)s\b")
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


def fault(file: str, entry: str, refusal: Impossible, field: str | None = None) -> Fault:
    """Return what is wrong with an entry, at the field of the refusal where no other place is given."""
    return Fault(file, entry, refusal.field if field is None else field, reason(refusal))


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


def read_figures(folder: Path) -> tuple[Figure, ...]:
    """Return every drawn figure in the order of the files. Raises KnownError."""
    return _without_faults(written_figures(folder))


def written_entries(folder: Path) -> Read[Intervention]:
    """Return every intervention, or what is wrong with it; a table that is neither kind of thing counts as one."""
    return _each(folder, _files(folder), Intervention, lambda raw: "steps" not in raw)


def written_measures(folder: Path) -> Read[Measure]:
    """Return every measure, or what is wrong with it."""
    return _each(folder, sorted((folder / "measures").glob("*.toml")), Measure, lambda _raw: True)


def written_templates(folder: Path) -> Read[Template]:
    """Return every template, or what is wrong with it."""
    return _each(folder, _files(folder), Template, lambda raw: "steps" in raw)


def written_figures(folder: Path) -> Read[Figure]:
    """Return every figure, or what is wrong with it."""
    paths = sorted((folder / "figures").glob("*.toml"))
    return _each(folder, paths, Figure, lambda _raw: True, _AS_WRITTEN)


def doubled(ids: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Return a fault for every id, given as file and id, that stood before."""
    first: dict[str, str] = {}
    for file, name in ids:
        if name in first:
            yield fault(file, name, Impossible("doubled", "id", first=first[name]))
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


def _each(
    folder: Path, paths: Iterable[Path], kind: type[V], fits: Callable[[Raw], bool], spelling: Spelling | None = None
) -> Read[V]:
    spelled = spelling or _SHORT
    for path in paths:
        file = path.relative_to(folder).as_posix()
        try:
            tables = raw_entries(path, spelled.number)
        except KnownError as error:
            yield Fault(file, "", "", str(error))
            continue
        yield from (_value(raw, kind, file, spelled) for raw in tables if fits(raw))


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(_("{text} is no number.").format(text=shown(text))) from None


def raw_entries(path: Path, number: Callable[[str], Any] = _decimal) -> list[Raw]:
    """Return the tables of one file. Raises KnownError for a file that is no TOML or too long to read in one go."""
    entries: Any = _parsed(path, number).get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in cast("list[Any]", entries)):
        raise KnownError(_("Entries are written as [[entry]] tables."))
    tables = cast("list[Raw]", entries)
    if len(tables) > MOST_ENTRIES:
        said = _("The file holds {n} entries; at most {limit} belong in one file.")
        raise KnownError(said.format(n=len(tables), limit=MOST_ENTRIES))
    return tables


def _parsed(path: Path, number: Callable[[str], Any]) -> Raw:
    try:
        return tomllib.loads(_read(path).decode(), parse_float=number)
    except (ValueError, RecursionError) as error:
        raise KnownError(_unreadable(error)) from error


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(_("The file is larger than {limit} bytes.").format(limit=MOST_BYTES))
        return path.read_bytes()
    except OSError as error:
        raise KnownError(_unreadable(error)) from error


def _unreadable(error: Exception) -> str:
    return _("The file cannot be read: {error}").format(error=shown(str(error), 200))


def _value(raw: Raw, kind: type[V], file: str, spelling: Spelling) -> Written[V] | Fault:
    name = shown(str(raw.get("id") or _("an entry without id")))
    written = raw
    try:
        written = spelling.written_out(raw)
        return Written(file, msgspec.convert(written, kind, strict=False))
    except (msgspec.ValidationError, Impossible) as error:
        path, refusal = misfit_of(error, kind)
        return fault(file, name, refusal, _LONG_NAMES.sub(lambda found: found[1], place_in(written, path)))
    except (TypeError, LookupError, ValueError, AttributeError, ArithmeticError, RecursionError):
        return fault(file, name, Impossible("no-record"))


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
        return [_source(each, n) for n, each in enumerate(given)]
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


def _source(given: Any, n: int) -> Raw:  # noqa: ANN401  (raw TOML)
    table = _table(given)
    if table is not None:
        return table
    tag, text = _pair(given, f"sources[{n}]")
    return {"tag": tag, "text": text}


def _range(field: str, ends: Any) -> Raw:  # noqa: ANN401  (raw TOML)
    """Return `sets = [1, 4]` as the range of the field `sets`."""
    low, high = _pair(ends, f"range.{field}")
    return {"field": field, "low": _plain(low), "high": _plain(high)}


def _pair(given: Any, path: str) -> tuple[Any, Any]:  # noqa: ANN401  (raw TOML)
    """Return two values in brackets. Raises Impossible."""
    values = cast("list[Any]", given) if isinstance(given, list) else []
    if len(values) != 2:
        raise Impossible("no-pair", path)
    return values[0], values[1]


def _plain(given: Any) -> Any:  # noqa: ANN401  (raw TOML)
    return str(given) if isinstance(given, Decimal) else given


def _words(given: Raw) -> list[Raw]:
    """Return one entry for each language, or for each word of a language that lists several."""
    return [{"lang": lang, "text": text} for lang, texts in given.items() for text in _listed(texts)]


def _listed(texts: str | list[str]) -> list[str]:
    return texts if isinstance(texts, list) else [texts]


def _texts(given: Raw) -> list[Raw]:
    return [{"lang": lang, **_lines_written_out(words, f"text.{lang}")} for lang, words in given.items()]


def _lines_written_out(words: Mapping[str, Any], path: str) -> Raw:
    pairs = [_pair(line, f"{path}.lines[{n}]") for n, line in enumerate(words.get("lines", ()))]
    return {**words, "lines": [{"kind": kind, "text": text} for kind, text in pairs]}


def _name_items(table: Raw) -> None:
    """Give the items of a template's step an id where the file leaves it out."""
    for n, item in enumerate(table.get("items", ()), 1):
        if isinstance(item, dict) and "id" not in item:
            item["id"] = f"item.{str(table.get('id', '')).removeprefix('step.')}.{n}"


class Spelling(NamedTuple):
    """How the tables of a file become those of core: what reads a number, and what writes short forms out."""

    number: Callable[[str], Any]
    written_out: Callable[[Raw], Raw]


_SHORT = Spelling(_decimal, long_form)
_AS_WRITTEN = Spelling(float, dict)
