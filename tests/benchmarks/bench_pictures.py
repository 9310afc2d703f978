"""What 24 pictures that were drawn before add to a sheet: the sheet with them against the same with empty boxes."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_sheet import sheet

from painplanner.core.drawing import Drawing
from painplanner.core.values import replace
from painplanner.documents.blocks import Document, Exercise
from painplanner.documents.pdf import write_pdf

TURNS, WARM = 40, 4
AIM_MS = 5.0
PICTURES = 24


def emptied(document: Document) -> Document:
    """Return a sheet whose pictures are empty boxes of the same size."""
    blocks = [without_drawings(block) if isinstance(block, Exercise) else block for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


def without_drawings(exercise: Exercise) -> Exercise:
    """Return an exercise with nothing in its pictures."""
    pictures = (replace(one, drawing=Drawing(one.drawing.width, one.drawing.height, ())) for one in exercise.pictures)
    return replace(exercise, pictures=tuple(pictures))


def main() -> int:
    """Write both in turn and print the medians, what the pictures add, and the ratio."""
    times: dict[str, list[float]] = {"drawn": [], "empty": []}
    for turn in range(-WARM, TURNS):
        drawn = sheet(turn + WARM)
        for name, document in (("drawn", drawn), ("empty", emptied(drawn))):
            gc.collect()
            began = time.perf_counter()
            write_pdf(document)
            if turn >= 0:
                times[name].append((time.perf_counter() - began) * 1000)
    assert sum(len(block.pictures) for block in sheet(0).blocks if isinstance(block, Exercise)) == PICTURES
    drawn_ms, empty_ms = (statistics.median(times[name]) for name in ("drawn", "empty"))
    added = drawn_ms - empty_ms
    print(
        f"sheet with {PICTURES} cached pictures {drawn_ms:6.1f} ms, with empty boxes {empty_ms:6.1f} ms:"
        f" they add {added:.1f} ms, x{added / AIM_MS:.2f} of the aim ({AIM_MS:.0f} ms)"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
