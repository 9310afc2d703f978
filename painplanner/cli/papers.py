"""`painplanner print`: one paper of one patient, without the window and without changing the practice."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner.cli.clock import read_today
from painplanner.core.plan import Plan, PlanStatus
from painplanner.documents.registry import kind_of
from painplanner.errors import KnownError
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

_AT_THE_END = "handover"


def run(chosen: argparse.Namespace) -> int:
    """Write the paper and say where it is."""
    from painplanner.services import gathering, plans, publish
    from painplanner.services.files import write_whole
    from painplanner.services.practice import open_practice

    store = open_practice(chosen.practice, _passphrase(chosen.passphrase_file))
    try:
        kind = kind_of(chosen.document)
        plan = _plan(store, chosen.patient, is_closed=kind.id == _AT_THE_END)
        is_draft = not plans.is_final(store, plan)
        request = gathering.gather(store, plan, chosen.today or read_today(), is_draft=is_draft)
        if kind.takes_log:
            request = gathering.with_printed_log(store, request)
        (paper,) = publish.make_papers(request, (kind.id,))
    finally:
        store.close()
    write_whole(chosen.out, paper.pdf)
    print(chosen.out)
    return 0


def _plan(store: Store, who: str, *, is_closed: bool) -> Plan:
    """Return the plan of a patient that was worked on last: one that is closed, or one at work rather than another."""
    patient = store.find_patient(who)
    if patient is None:
        raise KnownError(_("No patient has the record number or id “{who}”.").format(who=who))
    rows = store.plans_of(patient.id)
    open_rows = [row for row in rows if str(row.status) == PlanStatus.OPEN] or list(rows)
    if not open_rows:
        raise KnownError(_("{name} has no plan yet, so there is nothing to print.").format(name=patient.name))
    if not is_closed:
        return store.load_plan(open_rows[0].id)
    ended = next((row for row in rows if str(row.status) == PlanStatus.FINISHED), None)
    if ended is None:
        said = _(
            "{name} has no closed plan, so there is nothing to go on from alone. Close the plan in the window first."
        )
        raise KnownError(said.format(name=patient.name))
    return store.load_plan(ended.id)


def _passphrase(path: Path | None) -> str:
    """Return the passphrase from a file, from the keyboard unseen, or from what is piped in."""
    if path is not None:
        try:
            return (path.read_text(encoding="utf-8-sig").splitlines() or [""])[0]
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError(_("The passphrase file {path} cannot be read.").format(path=path)) from error
    if sys.stdin.isatty():
        return getpass(_("Passphrase: "))
    typed = sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise KnownError(_("No passphrase was given. Name a file that holds it with --passphrase-file."))
    return typed
