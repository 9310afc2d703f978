"""The whole vocabulary of a paper: what a document says, never a point, a font or a colour.

Writers (PDF, plain text) turn these into what a person holds. All text is plain; a writer escapes it.
"""

from __future__ import annotations

from datetime import date

import msgspec

from painplanner.core.charts import Chart, ChartWords
from painplanner.core.drawing import Drawing
from painplanner.core.practice import PaperSize
from painplanner.documents.body_views import BodyMap as BodyMap
from painplanner.documents.body_views import BodyView as BodyView
from painplanner.documents.folded import FoldCard as FoldCard
from painplanner.documents.folded import FoldPanel as FoldPanel
from painplanner.documents.moments import Moment as Moment
from painplanner.documents.moments import Moments as Moments
from painplanner.documents.runs import Rich
from painplanner.documents.runs import Run as Run
from painplanner.documents.runs import plain as plain
from painplanner.documents.runs import rich as rich
from painplanner.documents.tables import Column as Column
from painplanner.documents.tables import Table as Table


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A section heading (level 2) or a smaller one (level 3); the title of the paper is the document's own.

    With `new_page` what it heads is a page of its own, such as a week of a log. `fill` is a line to write on beside it.
    """

    text: str
    level: int = 2
    new_page: bool = False
    fill: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A drawing with its caption and the words that stand for it."""

    drawing: Drawing
    caption: str = ""
    alt: str = ""


class Message(msgspec.Struct, frozen=True, tag="message"):
    """The one message of the paper, first under its title.

    A picture that explains it stands beside it where it costs no further page; a writer may leave it out.
    `is_summary` says that the message says in short what the whole paper says.
    """

    words: Rich
    picture: Picture | None = None
    is_summary: bool = False


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """Running words."""

    words: Rich


class Bullets(msgspec.Struct, frozen=True, tag="bullets"):
    """A list: dots, numbers, or boxes to tick."""

    items: tuple[Rich, ...]
    mark: str = "dot"
    """"dot", "number" or "box"."""


class Card(msgspec.Struct, frozen=True):
    """One box of a row of boxes: a big line and lines below it."""

    title: str
    lines: tuple[str, ...] = ()


class Cards(msgspec.Struct, frozen=True, tag="cards"):
    """Boxes side by side (at most three in a row), such as the goals."""

    cards: tuple[Card, ...]


class Check(msgspec.Struct, frozen=True):
    """How we will know: a lead-in, things to tick, and what follows."""

    lead: str
    options: tuple[str, ...] = ()
    then: tuple[str, ...] = ()


class StepRow(msgspec.Struct, frozen=True, tag="step"):
    """One step of the plan: number in a disc, what, when, lines, its check and further ones."""

    number: str
    title: str
    when: str = ""
    lines: tuple[Rich, ...] = ()
    check: Check | None = None
    more_checks: tuple[Check, ...] = ()


class GridDay(msgspec.Struct, frozen=True):
    """One column of a tick grid; a day off is shaded and has no box."""

    weekday: str
    day: str = ""
    is_off: bool = False


class GridRow(msgspec.Struct, frozen=True):
    """One row of a tick grid with its label; every open day has one box."""

    label: str


class TickGrid(msgspec.Struct, frozen=True, tag="grid"):
    """Days across in whole weeks, one row for each time and side; `caption` says it in words for those who listen."""

    days: tuple[GridDay, ...]
    rows: tuple[GridRow, ...]
    caption: str = ""


class Exercise(msgspec.Struct, frozen=True, tag="exercise"):
    """One exercise, never split across pages: pictures, big facts, how to do it, and its grid.

    One without a number is a lesson under a heading of the paper, its own title smaller than that of an exercise.
    `flag` is a short word beside the title ("New"). `facts` are the boxes with big numbers; a fact may hold
    "left / right / both" to circle or a blank (`____`) to fill. `lang` is the language of its title and its steps where
    the library has none in that of the paper.
    """

    number: str
    title: str
    pictures: tuple[Picture, ...] = ()
    facts: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    notes: tuple[Rich, ...] = ()
    grid: TickGrid | None = None
    flag: str = ""
    most_on_a_page: int = 0
    """How many exercises one page may hold, 0 for as many as fit; fewer stand there where their words are long."""
    picture_size: str = ""
    """"large", "small", or nothing for as large as fit."""
    lang: str = ""


class Callout(msgspec.Struct, frozen=True, tag="callout"):
    """A box with a heading and a short list of dots, or of boxes to tick (`mark` as in `Bullets`).

    `is_summary` says that the box says in short what the whole paper says.
    """

    title: str
    items: tuple[Rich, ...]
    mark: str = "dot"
    is_summary: bool = False


class Pair(msgspec.Struct, frozen=True, tag="pair"):
    """Two callouts side by side where the paper is wide enough."""

    left: Callout
    right: Callout


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """The stop-and-call box, the same on every paper: emergency first, then whom to call today, numbers big."""

    emergency_title: str
    emergency: tuple[str, ...]
    call_title: str
    call: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    """(words, number) pairs: "In office hours", "555-0142"."""
    sign: str = "STOP"
    """The word on the octagon."""


class Fill(msgspec.Struct, frozen=True, tag="fill"):
    """A line to write on, or several, with what belongs there."""

    label: str
    lines: int = 1


class LogMark(msgspec.Struct, frozen=True):
    """A mark that is written into a log, as it looks in its box, and what it means; an empty sign is a tick."""

    sign: str
    meaning: str


class LogKey(msgspec.Struct, frozen=True, tag="log-key"):
    """How a log is filled in, in one line: every mark in a box as it is written, with its meaning."""

    lead: str
    marks: tuple[LogMark, ...]


class LogLine(msgspec.Struct, frozen=True):
    """One row of a log: what is asked, its unit or how often, and whether a number or a mark is written.

    `asked` tells for each day whether there is a box; a weekly row has one, on the last day.
    """

    label: str
    asked: tuple[bool, ...]
    note: str = ""
    is_number: bool = False
    is_weekly: bool = False


class LogTable(msgspec.Struct, frozen=True, tag="log"):
    """One week of a log: days across, what is asked down; `caption` says it in words for those who listen."""

    days: tuple[GridDay, ...]
    rows: tuple[LogLine, ...]
    caption: str = ""


class StopLine(msgspec.Struct, frozen=True, tag="stop-line"):
    """The stop-and-call box in two sentences, for a paper that is filled in every day."""

    emergency: Rich
    call: Rich
    sign: str = "STOP"


class Scale(msgspec.Struct, frozen=True, tag="scale"):
    """A question that is answered by one number of a row of boxes; without a title there is a line to write it on."""

    number: str
    title: str
    steps: tuple[str, ...]
    low: str
    high: str


class ChartFigure(msgspec.Struct, frozen=True):
    """One measure over time: title, chart with the words on it, what is said of it, and its numbers in words."""

    title: str
    chart: Chart
    words: ChartWords
    lines: tuple[Rich, ...] = ()
    alt: str = ""


class Charts(msgspec.Struct, frozen=True, tag="charts"):
    """Charts on one time axis below one another; `abreast`, two share a row where the paper is wide enough."""

    charts: tuple[ChartFigure, ...]
    abreast: bool = False


class ContentsRow(msgspec.Struct, frozen=True):
    """One line of contents: a title in its language and the page it begins on."""

    title: str
    page: int
    lang: str = ""


class Contents(msgspec.Struct, frozen=True, tag="contents"):
    """What is in a bundle: a title at the left, the number of its first page at the right."""

    rows: tuple[ContentsRow, ...]


Block = (
    Heading
    | Message
    | Paragraph
    | Bullets
    | Cards
    | StepRow
    | TickGrid
    | Exercise
    | Callout
    | Pair
    | Stop
    | Fill
    | LogKey
    | LogTable
    | StopLine
    | Scale
    | Charts
    | Contents
    | Table
    | Moments
    | BodyMap
    | FoldCard
)


class Document(msgspec.Struct, frozen=True):
    """One paper, ready to be written.

    `header_left` is the practice, `header_right` names the patient by two identifiers (name and birth date) on every
    page; `footer_left` is the next visit, `footer_right` plan and revision (writers add "page x of y" with
    `page_words`, a text with {page} and {pages}). `footer_note` is a line of its own over the whole width above them:
    the numbers to call, who made the paper and when. `draft_words` is shown on every page of a draft, empty otherwise.
    """

    kind: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    footer_right: str = ""
    footer_note: str = ""
    page_words: str = "page {page} of {pages}"
    draft_words: str = ""
    paper: PaperSize = PaperSize.LETTER
    large: bool = False
    is_close: bool = False
    """Set closer and with smaller heads, for colleagues, who read a page at a glance; words stay as large."""
    bold: bool = False
    """All words bold, for who needs large print so."""
    logo: Drawing | None = None
    """The logo of the practice, which stands beside its name on the first page."""
    author: str = ""
    code: str = ""
    """Printed as a bar code beside the footer, such as the printed plan number; empty for none."""
    code_words: str = ""
    """The code in words below its bars, where the footer does not say it already."""
    made_on: date | None = None
    """The day of the revision, which the file names as its own."""
