"""The sentence for a library pack that is refused: where it is wrong, what is wrong, and that nothing was taken in."""

from __future__ import annotations

from painplanner.core.values import Impossible
from painplanner.services.words.refusals import reason
from painplanner.text import _


def pack_sentence(file: str, line: int, entry: str, field: str, refusal: Impossible) -> str:
    """Return one sentence for what is wrong in a pack, with file, line, entry and field as far as they are known."""
    parts = (file, _("line {n}").format(n=line) if line else "", entry, field)
    place = ", ".join(part for part in parts if part)
    return f"{place}: {reason(refusal, _sentences())} {_('Nothing was taken in.')}"


def _sentences() -> dict[str, str]:
    return {
        "empty": _("The file is empty."),
        "no-pack": _("This is not a library pack of PainPlanner."),
        "file-too-big": _("The file is larger than {limit} bytes, which no pack is."),
        "too-many-lines": _("The file has more than {limit} lines, which no pack has."),
        "line-too-long": _("The line is longer than {limit} bytes."),
        "newer-pack": _("Made by a newer PainPlanner. Update the program, then take it in."),
        "cut-short": _("The end of the pack is missing; it was cut short. Copy the file again."),
        "line-changed": _("The line is not as it was written. Copy the file again, or have the pack made anew."),
        "wrong-count": _("The pack says that it has {said} records, and {found} are there."),
        "no-json": _("The line cannot be read."),
        "no-record": _("The line is not written as a record is."),
        "unknown-record": _(
            "There is no such record: a line is an entry, a template, a figure or a photograph, not “{found}”."
        ),
        "too-deep": _("The record is nested deeper than any entry is."),
        "control-character": _("There is a character in the text that cannot be seen and has no place there."),
        "no-language": _("“{value}” is not a language: it is written as en, es or pt-BR."),
        "too-many-frames": _("The pictures of the pack have more than {limit} frames together, which no pack has."),
        "other-original": _("The original is another entry: {id}."),
        "doubled": _("This id stands already in line {first}."),
        "wrong-hash": _("The picture does not fit its check value."),
        "no-photograph": _("This is not a photograph as PainPlanner keeps one. Have the pack made anew."),
        "leads-nowhere": _("“{name}” leads to nothing, neither in the pack nor in the library."),
    }
