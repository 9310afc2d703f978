"""The commands beside the window: what may be typed after `painplanner`, and which module does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner import __version__
from painplanner.core.library import Kind
from painplanner.documents.registry import kind_ids, kinds
from painplanner.errors import KnownError
from painplanner.text import _, translator

if TYPE_CHECKING:
    from painplanner.core.drawing import Drawing
    from painplanner.core.palette import Palette

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_EXIT_CODES = """exit codes:
  0    done
  1    something is in the way, said in one sentence
  2    the command was not understood
  130  stopped with Ctrl+C"""


def main(
    arguments: list[str],
    open_window: Callable[[Path], int],
    paint_png: Callable[[Drawing, Palette], bytes] | None = None,
) -> int:
    """Do one command and return its exit code; words that are not understood end with code 2.

    `open_window` opens the window on a practice and `paint_png` is its painter; the commands never see the window.
    """
    chosen = parser().parse_args(arguments, argparse.Namespace(paint_png=paint_png))
    done: int = chosen.run(chosen)
    return open_window(chosen.out) if done == 0 and getattr(chosen, "open", False) else done


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="painplanner",
        description="Care-plan builder for pain clinics. Without a command the window opens.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"PainPlanner {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_demo, _print, _library, _measures, _figures, _check_library):
        add(commands)
    return top


def _command(commands: Commands, name: str, brief: str, more: str, example: str) -> argparse.ArgumentParser:
    """Add a command with its description, an example and the exit codes."""
    return commands.add_parser(
        name,
        help=brief,
        description=more,
        epilog=f"example:\n  painplanner {example}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _demo(commands: Commands) -> None:
    command = _command(
        commands,
        "demo",
        "make a demo practice with invented patients and print their papers",
        "Make a practice with invented patients and plans in a folder, write each patient's\n"
        "handout and exercise sheet there as PDF, and print the passphrase that opens it.",
        "demo --out demo --open",
    )
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    command.add_argument("--today", type=_day, metavar="DATE", help="the day the demo plays on, such as 2026-03-02")
    command.add_argument("--open", action="store_true", help="then open the practice in the window")
    command.set_defaults(run=_run_demo)


def _print(commands: Commands) -> None:
    command = _command(
        commands,
        "print",
        "write a patient's paper as PDF",
        "Write one paper of a patient's newest open plan as PDF.\n"
        "The plan and the practice stay as they are. A plan with changes that are not final\n"
        "yet prints marked as a draft. A daily log has a code only if the window printed it.",
        "print --practice demo --patient 20418 --document exercise-sheet \\\n"
        "      --out sheet.pdf --passphrase-file phrase.txt",
    )
    command.add_argument("--practice", type=Path, required=True, metavar="DIR", help="the practice's folder")
    command.add_argument(
        "--patient", required=True, metavar="RECORD-NUMBER-OR-ID", help="as it stands in the patient list"
    )
    command.add_argument(
        "--document",
        required=True,
        choices=kind_ids(),
        help="; ".join(f"{kind.id}: {kind.about(translator('en'))}" for kind in kinds()),
    )
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="a text file whose first line is the passphrase; without it you are asked",
    )
    command.add_argument("--today", type=_day, metavar="DATE", help="the day the paper is for, such as 2026-03-02")
    command.set_defaults(run=_run_print)


def _library(commands: Commands) -> None:
    command = _command(
        commands,
        "library",
        "list the built-in interventions",
        "List what can be prescribed, a line each: id and name. Needs no practice.",
        "library --kind exercise",
    )
    command.add_argument("--json", action="store_true", help="whole entries as JSON")
    command.add_argument("--kind", metavar="KIND", help=f"only one kind: {', '.join(Kind)}")
    command.set_defaults(run=_run_library)


def _measures(commands: Commands) -> None:
    command = _command(
        commands,
        "measures",
        "list the built-in measures",
        "List scores, tests and tracked numbers, a line each: id, range and name. Needs no practice.",
        "measures --json",
    )
    command.add_argument(
        "--json", action="store_true", help="id, name, minimum, maximum, unit, better, mcid and sources as JSON"
    )
    command.set_defaults(run=_run_measures)


def _figures(commands: Commands) -> None:
    command = _command(
        commands,
        "figures",
        "list the drawn figures and the exercises that still lack one",
        "List the drawn figures, draw them all on labelled sheets to judge them by eye, or write\n"
        "them as SVG or PNG, a file for each frame. Needs no practice.",
        "figures --sheet figures.pdf\n  painplanner figures --export pictures --format png figure.bridge",
    )
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--sheet", type=Path, metavar="FILE", help="write labelled contact sheets as PDF")
    ways.add_argument("--export", type=Path, metavar="DIR", help="write each picture into this folder")
    command.add_argument("--format", choices=("svg", "png"), default="svg", help="of what is exported (svg)")
    command.add_argument("ids", nargs="*", metavar="ID", help="export only these; without any, all")
    command.set_defaults(run=_run_figures)


def _check_library(commands: Commands) -> None:
    command = _command(
        commands,
        "check-library",
        "say what is wrong in the library's files",
        "Check words, doses, links, sources, cautions and templates of the program's library, or of the .toml files\n"
        "below DIR. Names file, entry and field of all that is wrong; says nothing, and ends with 0, when all is well.",
        "check-library my-library",
    )
    command.add_argument("folder", type=Path, nargs="?", metavar="DIR", help="a folder written like resources/library")
    command.set_defaults(run=_run_check_library)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a date; write it like 2026-03-02").format(text=text)
        ) from None


def _run_demo(chosen: argparse.Namespace) -> int:
    from painplanner.cli.demo import run

    return run(chosen.out, chosen.today)


def _run_print(chosen: argparse.Namespace) -> int:
    from painplanner.cli.papers import run

    return run(chosen)


def _run_library(chosen: argparse.Namespace) -> int:
    from painplanner.cli.library import run_library

    return run_library(as_json=chosen.json, kind=chosen.kind)


def _run_measures(chosen: argparse.Namespace) -> int:
    from painplanner.cli.library import run_measures

    return run_measures(as_json=chosen.json)


def _run_figures(chosen: argparse.Namespace) -> int:
    if chosen.export is not None:
        from painplanner.cli.figures import run_export

        return run_export(chosen.export, chosen.ids, chosen.format, chosen.paint_png)
    if chosen.ids:
        raise KnownError(_("Pictures are named only with --export DIR, which writes them. Nothing was done."))
    from painplanner.cli.library import run_figures

    return run_figures(chosen.sheet)


def _run_check_library(chosen: argparse.Namespace) -> int:
    from painplanner.cli.library import run_check

    return run_check(chosen.folder)
