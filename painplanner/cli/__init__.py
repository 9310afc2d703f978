"""The commands beside the window: what may be typed after `painplanner`, and which module does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner import __version__
from painplanner.text import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_EXIT_CODES = "Exit codes: 0 done; 1 something is in the way, said in one sentence; 2 the command was not understood."


def main(arguments: list[str], open_window: Callable[[Path], int]) -> int:
    """Do one command and return its exit code; words that are not understood end with code 2.

    `open_window` opens the window on a practice; the commands themselves never see it.
    """
    chosen = parser().parse_args(arguments)
    done: int = chosen.run(chosen)
    return open_window(chosen.out) if done == 0 and getattr(chosen, "open", False) else done


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="painplanner",
        description="Care-plan builder for pain clinics. Without a command the window opens.",
        epilog=_EXIT_CODES,
    )
    top.add_argument("--version", action="version", version=f"PainPlanner {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_demo, _print, _library, _measures, _figures, _check_library):
        add(commands)
    return top


def _demo(commands: Commands) -> None:
    command = commands.add_parser(
        "demo",
        help="make a demo practice with invented patients and print their papers",
        description="Make a practice with invented patients and plans in a folder, write each patient's handout and "
        "exercise sheet there as PDF, and print the passphrase that opens it.",
        epilog="Example: painplanner demo --out demo --open    " + _EXIT_CODES,
    )
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    command.add_argument("--today", type=_day, metavar="DATE", help="the day the demo plays on, such as 2026-03-02")
    command.add_argument("--open", action="store_true", help="then open the practice in the window")
    command.set_defaults(run=_run_demo)


def _print(commands: Commands) -> None:
    command = commands.add_parser(
        "print",
        help="write a patient's paper as PDF",
        description="Write the handout or the home exercise sheet of a patient's newest open plan as PDF. The plan and "
        "the practice stay as they are. A plan that was never made final prints marked as a draft.",
        epilog="Example: painplanner print --practice demo --patient 20418 --document exercise-sheet --out sheet.pdf "
        "--passphrase-file phrase.txt    " + _EXIT_CODES,
    )
    command.add_argument("--practice", type=Path, required=True, metavar="DIR", help="the practice's folder")
    command.add_argument(
        "--patient", required=True, metavar="RECORD-NUMBER-OR-ID", help="as it stands in the patient list"
    )
    command.add_argument(
        "--document", required=True, choices=("handout", "exercise-sheet"), help="which of the two papers"
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
    command = commands.add_parser("library", help="list the built-in interventions")
    command.add_argument("--json", action="store_true", help="whole entries as JSON")
    command.add_argument("--kind", metavar="KIND", help="only one kind, such as exercise or medicine")
    command.set_defaults(run=_run_library)


def _measures(commands: Commands) -> None:
    command = commands.add_parser("measures", help="list the built-in measures")
    command.add_argument(
        "--json", action="store_true", help="id, name, minimum, maximum, unit, better, mcid and sources as JSON"
    )
    command.set_defaults(run=_run_measures)


def _figures(commands: Commands) -> None:
    command = commands.add_parser("figures", help="list the drawn figures and the exercises that still lack one")
    command.add_argument("--sheet", type=Path, metavar="FILE", help="write labelled contact sheets as PDF")
    command.set_defaults(run=_run_figures)


def _check_library(commands: Commands) -> None:
    command = commands.add_parser(
        "check-library", help="say what is wrong in the library's files, and nothing when all is well"
    )
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
    from painplanner.cli.library import run_figures

    return run_figures(chosen.sheet)


def _run_check_library(chosen: argparse.Namespace) -> int:
    del chosen
    from painplanner.cli.library import run_check

    return run_check()
