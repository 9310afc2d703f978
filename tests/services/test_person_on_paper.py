"""The person that a practice chose stands on its papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from painplanner.core.dressing import SKIN_TONES, rgb
from painplanner.core.practice import PersonDrawn
from painplanner.core.values import replace
from painplanner.services import gathering, publish
from painplanner.services.demo import PASSPHRASE, make_demo
from painplanner.services.practice import open_practice


def colours_of(pdf: bytes) -> set[tuple[int, ...]]:
    document: Any = pdfium.PdfDocument(pdf)
    found: set[tuple[int, ...]] = set()
    for page in document:
        picture = page.render(scale=2).to_pil().convert("RGB")
        found |= {colour for _n, colour in picture.getcolors(4_000_000)}
    document.close()
    return found


def test_a_new_sheet_shows_the_chosen_skin(tmp_path: Path) -> None:
    today = date(2026, 3, 2)
    make_demo(tmp_path / "practice", today)
    store = open_practice(tmp_path / "practice", PASSPHRASE)
    try:
        plan = store.load_plan(store.plans_of(store.find_patient("20418").id)[0].id)  # type: ignore[union-attr]
        for skin in (1, 4):
            store.save_practice(replace(store.practice, person_drawn=PersonDrawn(skin=skin)))
            request = gathering.gather(store, plan, today)
            (sheet,) = publish.make_papers(request, ("exercise-sheet",))
            seen = colours_of(sheet.pdf)
            assert {n for n in (1, 4) if any(near(rgb(SKIN_TONES[n]), one) for one in seen)} == {skin}
    finally:
        store.close()


def near(colour: tuple[int, int, int], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(colour, other, strict=True))
