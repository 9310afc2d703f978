"""A program that keeps writing to a practice until it is killed; after every save it says on its output what is kept.

Run as: python -m faults.writing FOLDER KEY-IN-HEX ROUNDS. After so many rounds it waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from store.practices import ADA, due_of, finalise, plan_for

from painplanner.store import files, keys, opening


def main() -> None:
    """Save a draft and a revision in turn; each line is a number of revisions or the title of the draft."""
    folder, key, rounds = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
    install = files.stored_keys(folder).practice
    store = opening.enter(folder, keys.Unlocked("person-1", key), install, files.take_lock(folder), opening.utc_now)
    store.save_patient(ADA)
    plan = plan_for()
    print("ready", flush=True)
    for n in range(1, rounds + 1):
        finalise(store, plan)
        print(f"revision {n}", flush=True)
        store.save_draft(msgspec.structs.replace(plan, title=str(n)), due_of(plan, is_draft=True))
        print(f"draft {n}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
