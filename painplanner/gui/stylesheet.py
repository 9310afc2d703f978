"""The one style sheet: what the palette cannot say about fields, buttons, tabs and lists. It is read at every start."""

from __future__ import annotations

from string import Template

_RULES = Template(
    """
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="section"] { font-size: ${lead}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="minor"] { font-size: ${minor}px; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: ${small}px; color: $muted; }
QLabel[role="problem"] { font-size: ${minor}px; color: $stop; }
QLabel[role="outcome"] { font-size: ${minor}px; font-weight: 600; color: $accent; }
QLabel[role="consider"] { font-size: ${minor}px; color: $consider; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="find"] { background: $surface; border: none; }
QFrame[role="side"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLineEdit, QPlainTextEdit, QTextEdit, Choice {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 5px; padding: 5px 8px; min-height: 18px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, Choice:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], Choice[wrong="true"] {
  border: 1px solid $stop; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, Choice[wrong="true"]:focus {
  border: 2px solid $stop; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, Choice:disabled {
  background: $sunken; color: $muted; border-color: $line; }
QLineEdit:read-only { background: $sunken; }
/* Choice draws its own arrow; lists in the dialogs of the system keep that of their style */
Choice::drop-down { border: none; width: 24px; }
Choice::down-arrow { image: none; }
Choice QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; padding: 4px; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; }
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: 5px; padding: 4px 13px;
  min-height: 20px; font-weight: 600; outline: none; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 12px; }
QPushButton[kind="plain"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $line; background: $sunken; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $muted; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; font-weight: 400; }
QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[tone="stop"][kind="quiet"] { color: $stop; }
QPushButton[tone="consider"][kind="quiet"] { color: $consider; }
QPushButton[kind="danger"] { color: $stop; border-color: $stop; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 5px;
  text-decoration: underline; font-weight: 400; text-align: left; }
QPushButton[kind="link"][flush="true"] { margin-left: -6px; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 3px 4px; }
QPushButton[kind="chip"] {
  border-radius: 14px; border-color: $border; padding: 3px 12px; font-weight: 400; min-height: 20px; }
QPushButton[kind="chip"][menu="true"] { text-align: left; padding-right: 26px; }
QPushButton[kind="chip"][menu="true"]:focus { padding-right: 25px; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 2px 11px; }
QPushButton[kind="segment"] {
  border-radius: 0; border-color: $border; padding: 4px 11px; font-weight: 400;
  margin-left: -1px; }
QPushButton[kind="segment"][first="true"] {
  margin-left: 0; border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QPushButton[kind="segment"][last="true"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QPushButton[kind="segment"]:checked {
  background: $accent_soft; color: $accent; font-weight: 600; border-color: $accent; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 3px 10px; }
QPushButton[kind="box"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 4px;
  font-weight: 400; }
QPushButton[kind="box"]:hover { background: $sunken; }
QPushButton[kind="box"]:checked {
  background: $accent_soft; color: $accent; font-weight: 600; border-color: $accent; }
QPushButton[kind="box"]:focus { border: 2px solid $accent; padding: 3px 3px; }
QPushButton[tone="relief"]:checked { background: $relief_soft; color: $relief; border-color: $relief; }
QPushButton[tone="diagnostic"]:checked {
  background: $diagnostic_soft; color: $diagnostic; border-color: $diagnostic; }
QPushButton[tone="root-cause"]:checked { background: $root_cause_soft; color: $root_cause; border-color: $root_cause; }
QPushButton[tone="self-management"]:checked {
  background: $self_management_soft; color: $self_management; border-color: $self_management; }
QPushButton[tone="stop"]:checked { background: $stop_soft; color: $stop; border-color: $stop; }
QPushButton[kind="answer"] {
  border-color: $line; padding: 3px 4px; font-weight: 400; }
QPushButton[kind="answer"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton[kind="answer"]:disabled { border-color: transparent; }
QPushButton[kind="fold"] { background: transparent; border: 2px solid transparent; border-radius: 5px; padding: 3px 2px;
  text-align: left; font-weight: 600; }
QPushButton[kind="fold"]:hover { background: $sunken; }
QPushButton[kind="fold"]:focus { border: 2px solid $accent; padding: 3px 2px; }
QPushButton[kind="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
  padding: 6px 12px; font-weight: 400; color: $muted; }
QPushButton[kind="tab"]:hover { color: $text; }
QPushButton[kind="tab"]:checked { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QPushButton[kind="tab"]:focus { border: 2px solid $accent; border-radius: 5px; padding: 4px 10px 6px 10px; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
  background: $surface; border: 2px solid $accent; width: 12px; margin: -7px 0; border-radius: 8px; }
QSlider::handle:horizontal:hover { background: $accent_soft; }
QSlider::handle:horizontal:focus { background: $accent; border-color: $text; }
QSlider::handle:horizontal:disabled { border-color: $line; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; }
QListView, QTreeView, QTableView {
  background: $surface; border: 1px solid $line; border-radius: 6px; padding: 1px; outline: 0; color: $text;
  selection-background-color: $accent_soft; selection-color: $text; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $accent; padding: 0; }
QListView[plain="true"] { padding: 0; border: 2px solid transparent; border-radius: 5px; background: transparent; }
QListView[plain="true"]:focus { border: 2px solid $accent; }
QListView[bare="true"], QListView[bare="true"]:focus {
  padding: 0; border: none; border-radius: 0; background: transparent; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px; }
QScrollArea { border: none; background: transparent; }
QScrollArea[ring="true"] { border: 2px solid transparent; }
QScrollArea[ring="true"]:focus { border: 2px solid $accent; }
QScrollArea > QWidget > QWidget[role="canvas"] { background: $background; }
Choice[flat="true"] { background: transparent; border: 1px solid transparent; color: $muted; padding: 2px 4px; }
Choice[flat="true"]:hover { border-color: $line; }
Choice[flat="true"]:focus { border: 2px solid $accent; padding: 1px 3px; }
QFrame[role="row"] { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 1px; }
QFrame[role="row"]:focus { border: 2px solid $accent; padding: 0; }
QFrame[role="reference"] { background: $sunken; border: none; border-radius: 5px; }
QWidget[role="pane"], QScrollArea > QWidget > QWidget[role="pane"] { background: $surface; }
QListWidget[role="matches"] { background: $surface; border: 1px solid $border; border-radius: 5px; padding: 3px; }
QListWidget[role="matches"]::item { padding: 5px 6px; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border; border-radius: 4px; min-height: 28px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border; border-radius: 4px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QSplitter::handle { background: $line; }
QProgressBar { border: 1px solid $line; border-radius: 4px; background: $sunken; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
)


def stylesheet(roles: dict[str, str], sizes: dict[str, int]) -> str:
    """Return the rules filled with the colours and type sizes of a theme."""
    colours = {name.replace("-", "_"): value for name, value in roles.items()}
    return _RULES.substitute(colours, **sizes)
