"""A practice is brought up in one unit after a verified backup: its tables are old or new, never in between."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from core.whole_plans import small_library
from sqlalchemy import Connection, inspect
from store.practices import ADA, PASSPHRASE, TODAY, Open, due_of, finalise, paper, plan_for, raw

from painplanner.core.daily_log import LogSheet
from painplanner.core.dose import ExerciseDose
from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Measure, Reading
from painplanner.core.own import OwnLibrary, edited_copy
from painplanner.core.plan import Closing
from painplanner.store import dialect, files, open_store
from painplanner.store.database import Database
from painplanner.store.migrations import CHAIN, Chain, migrate
from painplanner.store.tables import INSERT_ONLY, metadata

ROOT = Path(__file__).parents[2]
READING = Reading(id="reading-1", patient=ADA.id, measure="measure.peg", on=TODAY, value=Decimal(4))
NEXT = '''
"""A later version for this test."""
import os, signal
import sqlalchemy as sa
from alembic import op
revision = "0008_later"
down_revision = "0007_own_papers"
def upgrade():
    op.add_column("patients", sa.Column("later", sa.Integer(), nullable=True))
    {fault}
    op.create_table("later_table", sa.Column("id", sa.Integer(), nullable=False),
                    sa.PrimaryKeyConstraint("id", name="pk_later_table"))
'''


def later(tmp_path: Path, fault: str = "") -> Chain:
    """Return a chain that has one more version than this program."""
    scripts = tmp_path / "scripts"
    shutil.copytree(CHAIN.scripts, scripts)
    (scripts / "versions" / "r0008_later.py").write_text(NEXT.format(fault=fault))
    return Chain(head="0008_later", earlier=(*CHAIN.earlier, CHAIN.head), scripts=scripts)


@pytest.fixture
def old(folder: Path, opened: Open) -> Path:
    """Return a closed practice of this program's version with a patient in it."""
    store = opened(folder)
    store.save_patient(ADA)
    store.close()
    return folder


def version(folder: Path, key: bytes) -> str:
    with closing(raw(folder, key)) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def test_the_chain_is_the_one_of_the_scripts() -> None:
    scripts = ScriptDirectory(str(CHAIN.scripts))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert scripts.get_current_head() == CHAIN.head
    assert set(revisions) == {CHAIN.head, *CHAIN.earlier}


def test_the_chain_makes_the_tables_of_the_program(folder: Path, tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "migrated.db"
    files.make_private_file(path)
    database = Database(dialect.engine_for(path, key, guarded=False), tmp_path)
    try:
        with database.writing() as unit:
            migrate(unit)
            assert compare_metadata(MigrationContext.configure(unit), metadata) == []
            names = shape(unit)
    finally:
        database.close()
    made = Database(dialect.engine_for(folder / files.DATABASE, key), folder)
    try:
        with made.reading() as unit:
            assert shape(unit) == names
    finally:
        made.close()


def shape(unit: Connection) -> dict[str, object]:
    """Return every table with the names of its keys, constraints, indexes and columns, and every trigger."""
    look = inspect(unit)
    tables = {
        table: (
            look.get_pk_constraint(table)["name"],
            sorted(str(key["name"]) for key in look.get_foreign_keys(table)),
            sorted(str(key["name"]) for key in look.get_unique_constraints(table)),
            sorted((str(index["name"]), index["column_names"]) for index in look.get_indexes(table)),
            [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(table)],
        )
        for table in look.get_table_names()
    }
    triggers = unit.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all()
    assert len(triggers) == 2 * len(INSERT_ONLY)
    return {**tables, "triggers": [tuple(row) for row in triggers]}


def test_an_older_practice_is_brought_up_after_a_backup(old: Path, tmp_path: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE, chain=later(tmp_path))
    assert store.patient(ADA.id) == ADA
    assert [row.reason for row in store.backups()] == ["before-update"]
    backup = store.backups()[0].path
    store.close()
    assert version(old, key) == "0008_later"
    assert version(backup, key) == CHAIN.head


def as_of(folder: Path, key: bytes, release: str) -> None:
    """Make a practice file what an earlier release would have written: its tables and nothing of what came later."""
    wanted = tables_of(folder, key, release)
    database = Database(dialect.engine_for(folder / files.DATABASE, key, guarded=False), folder)
    try:
        with database.writing() as unit:
            for table in shape(unit).keys() - wanted.keys():
                unit.exec_driver_sql(f"DROP TABLE {table}")
            if release < "0006":
                for index in ("ix_due_of_patient", "ix_due_of_reason"):
                    unit.exec_driver_sql(f"DROP INDEX {index}")
            if "log_sheets" in wanted and release < "0006":
                unit.exec_driver_sql("ALTER TABLE log_sheets DROP COLUMN is_awaited")
            if release < "0004":
                for index in ("ix_due_of_kind", "ix_due_person"):
                    unit.exec_driver_sql(f"DROP INDEX {index}")
                unit.exec_driver_sql("ALTER TABLE due DROP COLUMN person")
                unit.exec_driver_sql("CREATE INDEX ix_due_due_on ON due (due_on)")
            if "logs" not in wanted:
                unit.exec_driver_sql("DROP INDEX ix_readings_series")
                unit.exec_driver_sql("CREATE INDEX ix_readings_patient ON readings (patient)")
                unit.exec_driver_sql("DELETE FROM counters WHERE name = 'log'")
            unit.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{release}'")
            assert shape(unit) == wanted
    finally:
        database.close()


def tables_of(folder: Path, key: bytes, release: str) -> dict[str, object]:
    """Return the shape of the tables that a release makes."""
    path = folder.parent / "first.db"
    files.make_private_file(path)
    database = Database(dialect.engine_for(path, key, guarded=False), folder.parent)
    try:
        with database.writing() as unit:
            migrate(unit, Chain(head=release, earlier=(), scripts=CHAIN.scripts))
            return shape(unit)
    finally:
        database.close()


def test_a_practice_of_the_first_release_keeps_everything_and_can_have_its_own(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    store.replace_library(small_library(), {"a" * 64: b"bridge", "b" * 64: b"glide"})
    store.set_favourite("exercise.bridge", True)
    store.set_usual_dose("exercise.bridge", ExerciseDose(sets=2))
    store.count_use(["exercise.calf"])
    plan = plan_for(ADA)
    finalise(store, plan, paper())
    picture, kept = store.add_picture(b"pixels"), store.papers_of(ADA.id)
    store.save_reading(READING)
    store.close()
    as_of(old, key, "0001_baseline")
    store = open_store(old, PASSPHRASE)
    assert [row.reason for row in store.backups()] == ["before-update"]
    assert (store.patient(ADA.id), store.load_plan(plan.id)) == (ADA, plan)
    assert store.library() == store.built_in_library() == small_library()
    assert store.figure_bytes("figure.bridge") == b"bridge"
    assert store.favourites() == {"exercise.bridge"}
    assert store.usual_doses() == {"exercise.bridge": ExerciseDose(sets=2)}
    assert store.recent_entries(5) == ("exercise.calf",)
    assert (store.picture(picture), store.papers_of(ADA.id)) == (b"pixels", kept)
    assert len(store.revisions(plan.id)) == 1
    assert store.readings(ADA.id) == store.series(ADA.id, READING.measure) == (READING,)
    assert store.own_library() == OwnLibrary()
    store.keep_own_entry(edited_copy(small_library().entries["exercise.bridge"]))
    assert store.library_news() is None
    store.close()


def test_a_practice_of_the_second_release_keeps_what_is_its_own_and_can_have_logs(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    store.replace_library(small_library(), {"a" * 64: b"bridge", "b" * 64: b"glide"})
    store.keep_own_entry(edited_copy(small_library().entries["exercise.bridge"]))
    store.set_tags("exercise.bridge", ("ours",))
    plan = plan_for(ADA)
    finalise(store, plan, paper())
    store.save_reading(READING)
    own, due, number = store.own_library(), store.due(TODAY), store.new_plan_number()
    store.close()
    as_of(old, key, "0002_own")
    store = open_store(old, PASSPHRASE)
    assert (store.own_library(), store.due(TODAY), store.new_plan_number()) == (own, due, number + 1)
    assert (store.patient(ADA.id), store.load_plan(plan.id), store.readings(ADA.id)) == (ADA, plan, (READING,))
    sheet = LogSheet(
        id="sheet-1", number=0, plan=plan.id, patient=ADA.id, printed_on=TODAY, first_day=TODAY, days=7, rows=()
    )
    assert store.new_log_sheet(sheet).number == number + 2
    store.save_own_measure(Measure(id="own.measure-1", name=()))
    assert "own.measure-1" in store.library().measures
    store.close()


def test_what_a_practice_of_the_third_release_has_due_is_for_who_wrote_the_plan(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    kept, drafted = plan_for(ADA), plan_for(ADA, name="plan-2", number=1002)
    finalise(store, kept, paper())
    store.save_draft(drafted, due_of(drafted, is_draft=True))
    due = store.due(TODAY)
    store.close()
    as_of(old, key, "0003_logs")
    store = open_store(old, PASSPHRASE)
    assert store.due(TODAY) == due
    assert {row.person for row in due} == {"Dr. Ada Okafor"}
    store.close()


def test_a_practice_of_the_fourth_release_keeps_its_plans_and_can_close_them(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    plan = plan_for(ADA)
    finalise(store, plan)
    due = store.due(TODAY)
    store.close()
    as_of(old, key, "0004_today")
    store = open_store(old, PASSPHRASE)
    assert (store.load_plan(plan.id), store.due(TODAY), store.results()) == (plan, due, ())
    finalise(store, close_plan(plan, Closing(on=TODAY)))
    assert [tally.plans for tally in store.results()] == [1]
    store.close()


def test_a_practice_of_the_sixth_release_keeps_its_papers_and_can_have_its_own(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    plan = plan_for(ADA)
    finalise(store, plan, paper())
    papers, logo = store.papers_of(ADA.id), store.add_picture(b"logo")
    store.close()
    as_of(old, key, "0006_awaited")
    store = open_store(old, PASSPHRASE)
    assert (store.load_plan(plan.id), store.papers_of(ADA.id), store.picture(logo)) == (plan, papers, b"logo")
    assert store.own_papers() == ()
    added = store.add_own_paper("House rules", b"%PDF-", 2)
    assert store.own_papers() == (added,)
    store.close()


def test_a_practice_of_the_fifth_release_waits_again_for_what_it_waited_for(old: Path, key: bytes) -> None:
    store = open_store(old, PASSPHRASE)
    plan = plan_for(ADA)
    finalise(store, plan, paper())
    for n, is_given in enumerate((True, False)):
        first = TODAY + timedelta(days=7 * n)
        sheet = LogSheet(
            id=f"sheet-{n}", number=0, plan=plan.id, patient=ADA.id, printed_on=TODAY, first_day=first, days=7, rows=()
        )
        store.new_log_sheet(sheet, is_given=is_given)
    due = store.due(TODAY)
    store.close()
    as_of(old, key, "0005_closings")
    store = open_store(old, PASSPHRASE)
    assert store.due(TODAY) == due
    finalise(store, close_plan(plan, Closing(on=TODAY)))
    assert "log-to-enter" not in {row.kind for row in store.due(TODAY)}
    store.save_draft(plan, due_of(plan, is_draft=True))
    assert [row.subject for row in store.due(TODAY) if row.kind == "log-to-enter"] == ["sheet-0"]
    store.close()


def test_a_migration_that_fails_leaves_the_practice_as_it_was(old: Path, tmp_path: Path, key: bytes) -> None:
    with pytest.raises(ZeroDivisionError):
        open_store(old, PASSPHRASE, chain=later(tmp_path, "1 / 0"))
    assert version(old, key) == CHAIN.head
    store = open_store(old, PASSPHRASE)
    assert store.patient(ADA.id) == ADA
    store.close()


def test_a_migration_that_is_killed_leaves_the_practice_as_it_was(old: Path, tmp_path: Path, key: bytes) -> None:
    chain = later(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    code = (
        "import sys; from pathlib import Path; from painplanner.store import open_store; "
        "from painplanner.store.migrations import Chain; "
        f"open_store(Path(sys.argv[1]), {PASSPHRASE!r}, "
        f"chain=Chain('0008_later', {(*CHAIN.earlier, CHAIN.head)!r}, Path(sys.argv[2])))"
    )
    done = subprocess.run([sys.executable, "-c", code, old, chain.scripts], cwd=ROOT, env=os.environ, check=False)
    assert done.returncode != 0
    assert version(old, key) == CHAIN.head
    with closing(raw(old, key)) as connection:
        assert "later" not in {row[1] for row in connection.execute("PRAGMA table_info(patients)")}
    store = open_store(old, PASSPHRASE)
    assert store.patient(ADA.id) == ADA
    store.close()


def test_opening_imports_no_migration_library() -> None:
    code = "import sys, painplanner.store; print(sorted(m for m in ('alembic', 'sqlalchemy.orm') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
