"""The fixed words of the program, read from its source: what a catalogue must have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "painplanner"
LOOKS_UP = PROGRAM / "text.py"
CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2}
BY_VALUE = tuple(PROGRAM / "services" / "words" / name for name in ("codes.py", "library.py"))
"""Look up words of the library itself: a code that needs no other name, the reference amount of a medicine."""


def messages_below(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the fixed words of the modules below a folder: (kind of call, message, plural or context)."""
    for path in sorted(folder.rglob("*.py")):
        if path != LOOKS_UP:
            yield from _messages(path)


def _messages(path: Path) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        call = _called(node)
        if isinstance(node, ast.Call) and call in CALLS:
            words = [arg.value for arg in node.args[: CALLS[call]] if isinstance(arg, ast.Constant)]
            is_whole = len(words) == CALLS[call]
            assert is_whole or path in BY_VALUE, f"{path.name}:{node.lineno} has words that cannot be looked up"
            if is_whole:
                yield ("gettext" if call == "_" else call, *map(str, words))


def _called(node: ast.AST) -> str:
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", "") or getattr(function, "attr", "")
