"""The fixed words of the papers, read from the source: what every catalogue must have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

DOCUMENTS = Path(__file__).parents[2] / "painplanner" / "documents"
CALLS = {"gettext": 1, "ngettext": 2, "pgettext": 2}


def messages_of_papers() -> Iterator[tuple[str, ...]]:
    """Yield the fixed words of every document: (kind of call, message, plural or context)."""
    for path in sorted(DOCUMENTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Attribute)
                or node.func.attr not in CALLS
            ):
                continue
            words = [arg.value for arg in node.args[: CALLS[node.func.attr]] if isinstance(arg, ast.Constant)]
            assert len(words) == CALLS[node.func.attr], f"{path.name}:{node.lineno} has words that cannot be looked up"
            yield node.func.attr, *map(str, words)
