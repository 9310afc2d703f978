"""A sheet of 12 exercises with 24 figures, warm, against Typst setting the same sheet, tagged, in turn in one run.

Every turn is another patient with another dose, so that neither side is only repeating itself.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from painplanner.core.drawing import Area, Drawing, Line
from painplanner.core.drawing import Path as Outline
from painplanner.core.figure import Figure, decode_figures, draw
from painplanner.core.palette import palette
from painplanner.documents.blocks import (
    Document,
    Exercise,
    GridDay,
    GridRow,
    Message,
    Picture,
    Stop,
    TickGrid,
    rich,
)
from painplanner.documents.pdf import write_pdf

ROOT = Path(__file__).parents[2]
EXERCISES = 12
TURNS, WARM = 15, 2
AIM = 0.8
WEEKDAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
STEPS = ("Sit tall. Both feet on the floor.", "Slowly straighten your right knee.", "Lower it slowly. No holding.")
EMERGENCY = (
    "New weakness in an arm or a leg, or your foot drops",
    "You feel numb between your legs",
    "You cannot pass urine, or you cannot hold urine or stool",
    "Chest pain, hard to breathe, or you faint",
)
CALL = ("Pain that is getting worse day by day", "A fall", "New tingling that does not go away in a day")


def figures() -> list[Figure]:
    """Return the figures of the sheet, each with a start and an end."""
    files = sorted((ROOT / "resources/library/figures").glob("*.toml"))
    found = [figure for file in files for figure in decode_figures(file.read_bytes()) if len(figure.frames) == 2]
    return found[:EXERCISES]


def sheet(turn: int) -> Document:
    """Return the sheet of one turn."""
    return Document(
        kind="exercise-sheet",
        title="Your exercises at home",
        language="en",
        blocks=(
            Message(rich("", f"{EXERCISES} exercises, {30 + turn} minutes a day.", " A mild pull is fine.")),
            *(exercise(n, figure, turn) for n, figure in enumerate(figures(), 1)),
            Stop(
                "Call 911 or go to the emergency room now", EMERGENCY, "Call us today", CALL,
                (("In office hours", "555-0142"), ("After hours", "555-0199")),
            ),
        ),
        header_left="Riverside Pain & Movement",
        header_right=f"Łukasz Patient {turn}, born {1 + turn} January 1980",
        footer_left="Next visit: Tue 27 January at 10:30",
        footer_right=f"Plan {20418 + turn}-1 · revision 3",
    )  # fmt: skip


def exercise(n: int, figure: Figure, turn: int) -> Exercise:
    """Return one exercise with two pictures and two weeks of boxes."""
    days = tuple(GridDay(WEEKDAYS[day % 7], str(15 + day), is_off=day % 7 == 3) for day in range(14))
    return Exercise(
        number=str(n),
        title=figure.id.removeprefix("figure.").replace("_", " ").capitalize(),
        pictures=tuple(Picture(draw(figure, i), ("1 Start", "2 Finish")[i], f"{figure.id} {i}") for i in range(2)),
        facts=("3 rounds", f"{5 + (turn + n) % 20} times", "right side"),
        steps=STEPS,
        notes=(rich("Stop if ", "leg pain", " lasts longer than an hour."),),
        grid=TickGrid(days, (GridRow("Left"), GridRow("Right")), "One box for each day."),
    )


def svg(drawing: Drawing) -> str:
    """Return a drawing as SVG."""
    colours = palette("paper")
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}">']
    for shape in drawing.shapes:
        if isinstance(shape, Area):
            line = f' stroke="{colours[shape.line]}" stroke-width="{shape.width}"' if shape.line else ""
            fill = colours[shape.fill] if shape.fill else "none"
            parts.append(f'<path d="{outline(shape.path, drawing.height)} Z" fill="{fill}"{line}/>')
        elif isinstance(shape, Line):
            stroke = f'stroke="{colours[shape.role]}" stroke-width="{shape.width}"'
            parts.append(f'<path d="{outline(shape.path, drawing.height)}" fill="none" {stroke}/>')
    return "".join([*parts, "</svg>"])


def outline(path: Outline, height: float) -> str:
    """Return a path as SVG writes it, from the top down."""
    commands = [("M" if n == 0 else "L" if len(numbers) == 2 else "C", numbers) for n, numbers in enumerate(path)]
    flipped = ((name, [height - v if i % 2 else v for i, v in enumerate(numbers)]) for name, numbers in commands)
    return " ".join(name + " ".join(f"{v:.1f}" for v in numbers) for name, numbers in flipped)


TYPST = """
#set document(title: "Your exercises at home")
#set page("us-letter", margin: (x: 42pt, top: 70pt, bottom: 76pt),
  header: [*Riverside Pain & Movement* #h(1fr) Łukasz Patient #sys.inputs.turn, born #sys.inputs.day January 1980
    #line(length: 100%)],
  footer: context [#line(length: 100%) Next visit: Tue 27 January at 10:30 #h(1fr)
    Plan #sys.inputs.plan\\-1 · revision 3 · page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Open Sans", size: 12pt, lang: "en")
#let box-to-tick = rect(width: 15pt, height: 15pt, stroke: 1pt)
#let fact(body) = box(stroke: 1pt, radius: 5pt, inset: 6pt, text(weight: "bold", body))
#let days = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
= Your exercises at home
*12 exercises, #sys.inputs.minutes minutes a day.* A mild pull is fine.
#let ticks = table(columns: (44pt,) + (1fr,) * 14, align: center, stroke: (y: 0.6pt + gray), inset: 3pt,
  fill: (x, y) => if x > 0 and calc.rem(x - 1, 7) == 3 { luma(88%) },
  table.header([], ..range(14).map(d => [#days.at(calc.rem(d, 7)) \\ #(15 + d)])),
  [Left], ..range(14).map(d => if calc.rem(d, 7) != 3 { box-to-tick }),
  [Right], ..range(14).map(d => if calc.rem(d, 7) != 3 { box-to-tick }))
#let exercise(n, title, id) = block(breakable: false, width: 100%)[
  #line(length: 100%, stroke: 0.75pt + gray)
  #grid(columns: (148pt, 148pt, 1fr), gutter: 10pt,
    figure(image(id + "-0.svg", width: 148pt, alt: id + " 0"), caption: [1 Start], numbering: none),
    figure(image(id + "-1.svg", width: 148pt, alt: id + " 1"), caption: [2 Finish], numbering: none),
    [== #n #title
     #fact[3 rounds] #fact[#(5 + calc.rem(int(sys.inputs.turn) + n, 20)) times] #fact[right side]
     + Sit tall. Both feet on the floor.
     + Slowly straighten your right knee.
     + Lower it slowly. No holding.
     Stop if *leg pain* lasts longer than an hour.])
  #ticks
]
"""


def typst_source(folder: Path) -> Path:
    """Write the sheet and its pictures as Typst reads them."""
    parts = [TYPST]
    for n, figure in enumerate(figures(), 1):
        name = figure.id.removeprefix("figure.")
        for i in range(2):
            (folder / f"{name}-{i}.svg").write_text(svg(draw(figure, i)), encoding="utf-8")
        parts.append(f'#exercise({n}, "{name.replace("_", " ").capitalize()}", "{name}")')
    emergency, call = ("\n".join(f"- {line}" for line in lines) for lines in (EMERGENCY, CALL))
    parts.append(
        f"#block(breakable: false, stroke: 2pt, inset: 12pt, radius: 6pt, width: 100%)"
        f"[== Call 911 or go to the emergency room now\n{emergency}\n== Call us today\n{call}\n\n"
        "In office hours *555-0142* After hours *555-0199*]"
    )
    file = folder / "sheet.typ"
    file.write_text("\n".join(parts), encoding="utf-8")
    return file


def typst_compiler(folder: Path) -> Callable[[int], bytes]:
    """Return what sets the sheet of one turn with Typst, tagged; it stays warm between turns."""
    import typst

    fonts = Path(str(find_spec("ttf_opensans").origin)).parent / "ttf"
    source = typst_source(folder)
    compiler = typst.Compiler(input=str(source), root=str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)

    def compiled(turn: int) -> bytes:
        words = {"turn": str(turn), "day": str(1 + turn), "plan": str(20418 + turn), "minutes": str(30 + turn)}
        return compiler.compile(format="pdf", sys_inputs=words, pdf_tags=True)

    return compiled


def main() -> int:
    """Measure both in turn and print the medians and their ratio."""
    if find_spec("typst") is None:
        print("bench_sheet: needs typst; skipped")
        return 0
    times: dict[str, list[float]] = {"painplanner": [], "typst": []}
    sizes: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        by_typst = typst_compiler(Path(folder))
        for turn in range(-WARM, TURNS):
            document = sheet(turn + WARM)
            for name, make, of in (("painplanner", write_pdf, document), ("typst", by_typst, turn + WARM)):
                gc.collect()
                began = time.perf_counter()
                data = make(of)
                times[name] += [time.perf_counter() - began] if turn >= 0 else []
                sizes[name] = len(data)
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        ratio = f"x{median / medians['typst']:.2f} of typst" + (f" (aim {AIM:.2f})" if name == "painplanner" else "")
        print(f"sheet of 12   {name:12} {median * 1000:6.1f} ms  {sizes[name] // 1000:4} kB  {ratio}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
