"""What a paper is made from: the values, the dates it is for, and the choices of the print panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure
from painplanner.core.figure.shown import Photos
from painplanner.core.measure import Measure, Reading
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Practice


@dataclass(frozen=True)
class Request:
    """Everything a document may say; a document never asks for more.

    `start` and `end` are the days the paper is for, both included (a sheet fills whole weeks from `start`).
    `revision` is printed when it is known. `figures` holds the pictures of the plan's items by content hash and by id,
    `photos` the JPEGs of their photographs and of the practice's logo by content hash.
    `explaining` is the picture that explains the plan, its labels in the language of the paper.
    `measures` are those the plan asks about, by id. `log` is the daily log that goes along, its number 0 while it has
    none yet; with it an exercise sheet has no boxes of its own.
    `before` is the plan as the handout before this one gave it, the plan itself where there was none.
    `logs` came back from the patient on `sheets`; `visit` is the last one before today: for progress reports.
    `options` is what was chosen of the kinds' own choices (`kind.Option`), by their ids.
    `findings` are what the review sees, worst first, and `names` those of the patient's codes by id: both in the words
    and the language of the practice, for colleagues.
    `author` is who hands the paper out. An empty `language` means the patient's own.
    """

    plan: Plan
    patient: Patient
    practice: Practice
    today: date
    start: date
    end: date
    author: str = ""
    revision: int | None = None
    is_draft: bool = False
    language: str = ""
    readings: tuple[Reading, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict[str, Figure])
    photos: Photos = field(default_factory=dict[str, bytes])
    explaining: Drawing | None = None
    measures: Mapping[str, Measure] = field(default_factory=dict[str, Measure])
    log: LogSheet | None = None
    before: Plan | None = None
    logs: tuple[FilledLog, ...] = ()
    sheets: tuple[LogSheet, ...] = ()
    visit: date | None = None
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    findings: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def lang(self) -> str:
        """Return the language of the paper."""
        return self.language or self.patient.language or self.practice.language

    def chosen(self, option: str, usual: str) -> str:
        """Return what was chosen of an option, the usual value while nothing was."""
        return self.options.get(option, usual)
