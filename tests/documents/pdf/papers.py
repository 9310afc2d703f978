"""Documents made by hand: what the writer is tested with, whatever plans may become."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from painplanner.core.figure import decode_figures, draw
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Check,
    Document,
    Exercise,
    Fill,
    GridDay,
    GridRow,
    Heading,
    Message,
    Pair,
    Paragraph,
    Picture,
    StepRow,
    Stop,
    TickGrid,
    rich,
)

FIGURES = decode_figures((Path(__file__).parents[3] / "resources/library/figures/trunk.toml").read_bytes())
WEEK = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
STOP = Stop(
    "Call 911 or go to the emergency room now",
    ("New weakness in an arm or a leg", "You feel numb between your legs", "You cannot pass urine, or cannot hold it"),
    "Call us today",
    ("Pain that gets worse day by day", "A fall"),
    (("In office hours", "555-0142"), ("After hours", "555-0199")),
)
STEP = StepRow(
    "2",
    "Sit with support",
    "15 January to 15 February",
    (rich("Ten minutes, ", "6 times a day", "."), rich("With M. Reyes.")),
    Check("How will we know?", ("Leg pain 4 or less", "Sitting 20 minutes"), ("If not, we look again.",)),
)


def document(*blocks: Block, **changes: Any) -> Document:
    """Return a document of these blocks."""
    usual: dict[str, Any] = {
        "kind": "handout",
        "title": "Your plan",
        "language": "en",
        "header_left": "Riverside Pain & Movement",
        "header_right": "Łukasz Nguyễn, born 13 January 1980",
        "footer_left": "Next visit: Tuesday, 27 January",
        "footer_right": "Plan 20418-1 · revision 3",
        "footer_note": "Call 555-0142 · after hours 555-0199",
        "author": "Dr. Okafor",
    }
    return Document(blocks=blocks, **(usual | changes))


def handout(**changes: Any) -> Document:
    """Return a document that holds one of every block but for exercises."""
    return document(
        Message(rich("The shot calms the nerve. ", "Moving makes it last.")),
        Heading("What you want to do again"),
        Cards((Card("Sit 45 minutes", ("Now: 10 minutes",)), Card("Walk 20 minutes"), Card("Full shifts"))),
        Heading("Your steps"),
        StepRow("1", "Shot near the nerve", "13 January", (rich("It can take a week to help."),)),
        STEP,
        Pair(Callout("Today", (rich("Rest the leg."),)), Callout("If it flares up", (rich("Do half."),))),
        Callout("Your medicines", (rich("", "Naproxen", " 250 mg"),)),
        STOP,
        Heading("For you", level=3),
        Bullets((rich("Ask us."), rich("Tell us.")), mark="number"),
        Bullets((rich("I have read it."),), mark="box"),
        Paragraph(rich("Bring this paper.")),
        Fill("My questions"),
        **changes,
    )


def sheet(count: int, **changes: Any) -> Document:
    """Return a sheet of some exercises."""
    blocks = (
        Message(
            rich("", f"{count} exercises."),
        ),
        *(exercise(n) for n in range(1, count + 1)),
        STOP,
    )
    return document(*blocks, **({"kind": "exercise-sheet", "title": "Your exercises"} | changes))


def exercise(n: int, *, rows: tuple[str, ...] = ("left", "right"), days: int = 14) -> Exercise:
    """Return an exercise with two pictures; every seventh day is off."""
    figure = FIGURES[n % len(FIGURES)]
    return Exercise(
        number=str(n),
        title=f"Exercise {n}",
        pictures=tuple(Picture(draw(figure, i), f"{i + 1} Start", f"Picture {n}.{i}") for i in range(2)),
        facts=("3 rounds", "10 times", "Circle: left / right / both", "____ seconds"),
        steps=("Sit tall.", "Lift slowly.", "Lower slowly."),
        notes=(rich("Keep it ", "smooth", "."),),
        grid=TickGrid(
            tuple(GridDay(WEEK[day % 7], str(1 + day), is_off=day % 7 == 3) for day in range(days)),
            tuple(GridRow(row) for row in rows),
            "Two weeks, one box a day.",
        ),
        flag="New" if n == 2 else "",
    )
