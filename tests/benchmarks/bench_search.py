"""From a keystroke to the filled list of the picker, over 10,000 entries: every prefix of realistic searches.

Names, synonyms and words in English and Spanish, some with slips, some with a level of the spine, with filters on and
off. The reference is a plain look for the typed text in every name, in the same run.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

SEARCHES = 300
FILTERS = ("none", "fits", "kind", "position", "favourites")


def main() -> int:
    """Type and print the times."""
    from painplanner.services.demo import make_demo

    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder) / "practice", date(2026, 3, 2))
        for lang in ("en", "es"):
            measure(Path(folder), lang)
    return 0


def measure(folder: Path, lang: str) -> None:
    """Open a practice in a language and type."""
    picker, close = open_picker(folder, lang)
    names = picker.shelf.catalogue.names
    searches = list(prefixes(picker, lang))
    times: dict[str, list[tuple[float, str]]] = {}
    for which in FILTERS:
        narrow(picker, which)
        times[which] = [(timed(lambda text=text: show(picker, text)), text) for text in searches]
    narrow(picker, "none")
    plain = [timed(lambda text=text: [n for n in names if text in n]) for text in searches]
    reference = statistics.median(plain)
    print(f"{lang}: {len(names)} entries, {len(searches)} keystrokes, reference {reference * 1000:.2f} ms")
    for which, found in times.items():
        report(which, found, reference)
    report("all", [one for found in times.values() for one in found], reference)
    close()


def report(which: str, found: list[tuple[float, str]], reference: float) -> None:
    """Print median, 95th percentile and worst."""
    in_order = sorted(found)
    p95, (worst, text) = in_order[int(len(in_order) * 0.95)][0], in_order[-1]
    p50 = in_order[len(in_order) // 2][0]
    print(
        f"  {which:12} p50 {p50 * 1000:6.2f}  p95 {p95 * 1000:6.2f}  max {worst * 1000:6.2f} ms ({text!r})"
        f"   p95 x{p95 / reference:.1f} of the reference (aim: p95 16 ms)"
    )


def timed(do: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def show(picker: Any, text: str) -> None:
    """Do what the picker does once the fingers rest, but for the rest itself."""
    picker.search.blockSignals(True)
    picker.search.setText(text)
    picker.search.blockSignals(False)
    picker._show(first=True)


def narrow(picker: Any, which: str) -> None:
    """Turn one filter on."""
    row = picker.filter_row
    row.take_back()
    if which == "fits":
        row.fits.click()
    elif which == "kind":
        row.kinds.choose("exercise")
    elif which == "position":
        row.set_on("position", "supine", on=True)
        row.set_on("equipment", "mat", on=True)
    elif which == "favourites":
        row.favourites.click()


def prefixes(picker: Any, lang: str) -> Iterator[str]:
    """Yield what the search field holds after each key, over some hundred searches."""
    dice = Random(11)
    catalogue = picker.shelf.catalogue
    entries = picker._ctx.library.entries
    for n in range(SEARCHES):
        entry = entries[dice.choice(catalogue.ids)]
        texts = next((t for t in entry.texts if t.lang == lang), entry.texts[0])
        words = texts.name.split()
        text = " ".join(words[:2] if n % 2 else words[-2:][::-1])
        if n % 3 == 0:
            text = slipped(text, dice)
        if n % 17 == 0:
            text = f"epidural L{n % 5 + 1}"
        if n % 19 == 0:
            text = f"{words[0]} {dice.choice(texts.lines).text.split()[-1]}"
        for end in range(1, len(text) + 1):
            yield text[:end]


def slipped(text: str, dice: Random) -> str:
    """Make a slip of the finger, two in a long text."""
    for _ in range(2 if len(text) > 14 else 1):
        at = dice.randrange(len(text))
        text = dice.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + dice.choice("aeionrst") + text[at:],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            )
        )
    return text


def open_picker(folder: Path, lang: str) -> tuple[Any, Callable[[], None]]:
    """Return the real picker of a plan in a practice with 10,000 entries, and what closes it."""
    from painplanner.gui.pages.composer import ComposerPage
    from painplanner.gui.session import PlanSession
    from painplanner.gui.startup import application

    app = application(sys.argv[:1])
    ctx = open_practice(folder, lang)
    session = PlanSession(ctx)
    session.open(ctx.store.load_plan(ctx.store.plans_of("patient-whitcombe")[0].id))
    page = ComposerPage(session, ctx)
    page.resize(1300, 800)
    page.show()
    began = time.perf_counter()
    while not ctx.library.is_read:
        app.processEvents()
    gc.freeze()  # as the window does once it is open
    print(f"taken in whole after {time.perf_counter() - began:.2f} s between two events")

    def close() -> None:
        session.close()
        page.close()
        ctx.tasks.stop()
        ctx.store.close()

    return page.picker, close


def open_practice(folder: Path, lang: str) -> Any:
    """Fill the practice with 10,000 entries, some of them favourites, and open it in a language."""
    from many_entries import many

    from painplanner.core.values import replace
    from painplanner.gui.context import AppContext
    from painplanner.gui.settings import Settings
    from painplanner.gui.tasks import Tasks
    from painplanner.gui.theme import Theme
    from painplanner.services.demo import PASSPHRASE
    from painplanner.services.library import read_library
    from painplanner.store import open_store

    store = open_store(folder / "practice", PASSPHRASE)
    library, figures = read_library()
    store.replace_library(many(library), figures)
    store.save_practice(replace(store.practice, language=lang))
    for one in list(store.library().entries)[5:9000:900]:
        store.set_favourite(one, on=True)
    settings = Settings(folder / "window.ini")
    return AppContext(store, Tasks(), Theme("light"), settings, today=lambda: date(2026, 3, 2))


if __name__ == "__main__":
    raise SystemExit(main())
