"""The menu bar with everything the window can do; each action shows its shortcut, and the roles are right on macOS."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar

from painplanner.text import _

Keys = str | QKeySequence.StandardKey


class Entry(NamedTuple):
    """One line of a menu: `key` finds its action again; `places` says where it is offered ("" = everywhere)."""

    key: str
    words: str
    keys: Keys = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


Call = Callable[[str], object]


def entries() -> tuple[tuple[str, tuple[Entry | None, ...]], ...]:
    """Return the menus; `None` is a line between groups."""
    standard, role = QKeySequence.StandardKey, QAction.MenuRole
    return (
        (
            _("&File"),
            (
                Entry("new-patient", _("New &patient"), "Ctrl+Shift+N"),
                Entry("new-plan", _("&New plan"), standard.New),
                None,
                Entry("save-visit", _("End the &visit…"), "Ctrl+Shift+S"),
                Entry("print", _("&Print…"), standard.Print),
                Entry("save-pdf", _("Save P&DF…"), "Ctrl+E"),
                Entry("open-folder", _("Open practice &folder")),
                None,
                Entry("staff", _("&Staff view"), "F9"),
                Entry("lock", _("&Lock"), "Ctrl+L"),
                Entry("settings", _("S&ettings"), standard.Preferences, role.PreferencesRole),
                Entry("quit", _("&Quit"), standard.Quit, role.QuitRole),
            ),
        ),
        (
            _("&Edit"),
            (
                Entry("undo", _("&Undo"), standard.Undo),
                Entry("redo", _("&Redo"), standard.Redo),
                None,
                Entry("cut", _("Cu&t"), standard.Cut),
                Entry("copy", _("&Copy"), standard.Copy),
                Entry("paste", _("&Paste"), standard.Paste),
                Entry("chart", _("Copy for the c&hart"), "Ctrl+Shift+C"),
            ),
        ),
        (
            _("&Plan"),
            (
                Entry("find-entry", _("&Find in the library"), standard.Find),
                Entry("follow-up", _("Follow-&up of the last sheet"), "Ctrl+Shift+F"),
                None,
                Entry("add-step", _("Add a &step"), "Ctrl+Shift+Return"),
                Entry("add-checkpoint", _("Add a &checkpoint"), "Ctrl+Shift+K"),
                Entry("add-goal", _("Add a &goal"), "Ctrl+Shift+G"),
                None,
                Entry("told-log", _("Log told at the &visit"), "F6"),
                None,
                Entry("flare-item", _("Flare of the e&xercise, on or off"), "F7"),
                Entry("flare", _("F&lare of the whole plan, on or off"), "Shift+F7"),
                None,
                Entry("next-finding", _("&Next thing to consider"), "F8"),
                Entry("preview", _("&Preview of the papers"), "Ctrl+Shift+P"),
                None,
                Entry("close-plan", _("&Close the plan…")),
                Entry("save-template", _("Save as a &template…"), "Ctrl+Shift+T"),
            ),
        ),
        (
            _("&Go"),
            (
                Entry("anything", _("Go to &anything"), "Ctrl+K"),
                None,
                Entry("today", _("&Today"), "Ctrl+1"),
                Entry("patients", _("&Patients"), "Ctrl+2"),
                Entry("library", _("&Library"), "Ctrl+3"),
                Entry("practice", _("P&ractice"), "Ctrl+4"),
                None,
                Entry("tab-overview", _("&Overview"), "Alt+1"),
                Entry("tab-plan", _("Pla&n"), "Alt+2"),
                Entry("tab-progress", _("Pro&gress"), "Alt+3"),
                Entry("tab-documents", _("&Documents"), "Alt+4"),
                Entry("tab-history", _("&History"), "Alt+5"),
            ),
        ),
        (_("&View"), (Entry("light", _("&Light")), Entry("dark", _("&Dark")), Entry("system", _("Like the &system")))),
        (
            _("&Help"),
            (
                Entry("keys", _("&Keyboard shortcuts"), "F1"),
                Entry("about", _("&About PainPlanner"), "", role.AboutRole),
            ),
        ),
    )


STAFF_MAY = {
    "print",
    "save-pdf",
    "anything",
    "patients",
    "tab-documents",
    "told-log",
    "staff",
    "lock",
    "quit",
    "copy",
    "light",
    "dark",
    "system",
    "keys",
    "about",
}


def fill(bar: QMenuBar, call: Call) -> dict[str, QAction]:
    """Build the menus; every action calls `call` with its key."""
    bar.clear()
    made: dict[str, QAction] = {}
    for title, lines in entries():
        menu: QMenu = bar.addMenu(title)
        for entry in lines:
            if entry is None:
                menu.addSeparator()
                continue
            action = QAction(entry.words, bar)
            action.setMenuRole(entry.role)
            if entry.keys:
                action.setShortcuts(_all_keys(entry.keys))
            action.triggered.connect(lambda _on=False, key=entry.key: call(key))
            menu.addAction(action)
            made[entry.key] = action
    return made


def _all_keys(keys: Keys) -> list[QKeySequence]:
    """Return the keys of an action; redoing has two habits, and both are served."""
    if keys == QKeySequence.StandardKey.Redo:
        found = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
        return list(dict.fromkeys((*found, QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))))
    return [QKeySequence(keys)]


def show_undo(actions: dict[str, QAction], stack: QUndoStack | None) -> None:
    """Say what would be undone and redone."""
    for key, words, can, text in (
        ("undo", _("&Undo"), stack is not None and stack.canUndo(), stack.undoText() if stack is not None else ""),
        ("redo", _("&Redo"), stack is not None and stack.canRedo(), stack.redoText() if stack is not None else ""),
    ):
        actions[key].setEnabled(can)
        actions[key].setText(f"{words}: {text}" if can and text else words)


def shortcut_lines(actions: dict[str, QAction]) -> tuple[tuple[str, str], ...]:
    """Return (words, keys) of every action that has keys."""
    form = QKeySequence.SequenceFormat.NativeText
    pairs = ((action.text().replace("&", ""), action.shortcut().toString(form)) for action in actions.values())
    return tuple((words, keys) for words, keys in pairs if keys)
