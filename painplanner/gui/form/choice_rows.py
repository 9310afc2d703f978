"""Rows with a closed list of choices: one from a list, one of a few words in sight, any number of boxes to tick."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Part, S, Subject
from painplanner.gui.widgets.chips import ChipRow
from painplanner.gui.widgets.fields import Choice, Field, choice
from painplanner.gui.widgets.segment_grid import Option, SegmentGrid
from painplanner.gui.widgets.ticks import Options, TickList


class ChoiceRow(Row[S, Any]):
    """One of a closed list; `read` makes the value from the key, the empty key stands for nothing."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, Any],
        name: str,
        options: Iterable[tuple[str, str]] = (),
        read: Callable[[str], Any] = str,
    ) -> None:
        """Lay out the field."""
        self._options = tuple(options)
        self._read = read
        self.choice: Choice = choice(self._options)
        super().__init__(subject, part, Field(name, self.choice))
        self.choice.activated.connect(lambda _at: self.enter(self._value()))

    def _value(self) -> Any:
        key = str(self.choice.currentData() or "")
        return self._read(key) if key else None

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other choices, keeping the one that is on."""
        offered = tuple(options)
        if offered == self._options:
            return
        key, self._options = self.choice.currentData(), offered
        self.choice.clear()
        for one, words in offered:
            self.choice.addItem(words, one)
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))

    def put(self, value: Any) -> None:
        """Show the choice."""
        key = getattr(value, "value", value) or ""
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))


class SegmentRow(Row[S, Any]):
    """One of a few words that all stay in sight."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, Any],
        name: str,
        options: Iterable[Option],
        read: Callable[[str], Any] = str,
        *,
        columns: int = 0,
    ) -> None:
        """Lay out the field."""
        self._read = read
        self.segments = SegmentGrid(options, name=name, columns=columns)
        super().__init__(subject, part, Field(name, self.segments))
        self.segments.chosen.connect(lambda key: self.enter(self._read(key) if key else None))

    def put(self, value: Any) -> None:
        """Show the choice."""
        self.segments.set_key(getattr(value, "value", value) or "")


class TicksRow(Row[S, "tuple[Any, ...]"]):
    """Any number of a few options; `read` makes a value from a key."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, tuple[Any, ...]],
        name: str,
        options: Options = (),
        read: Callable[[str], Any] = str,
        *,
        hint: str = "",
    ) -> None:
        """Lay out the boxes."""
        self._read = read
        self.ticks = TickList(name=name)
        self.ticks.set_options(options)
        super().__init__(subject, part, Field(name, self.ticks, hint=hint))
        self.ticks.chosen.connect(lambda: self.enter(tuple(map(self._read, self.ticks.keys()))))

    def set_options(self, options: Options) -> None:
        """Offer other boxes, showing what is on in the subject."""
        self.ticks.set_options(options)
        if self._subject.is_set:
            self.put(self._part.get(self._subject.value))

    def put(self, value: tuple[Any, ...]) -> None:
        """Show what is on."""
        self.ticks.set_keys(tuple(getattr(each, "value", each) for each in value))


class ChipsRow(Row[S, "tuple[Any, ...]"]):
    """Any number of a few short words, side by side."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, tuple[Any, ...]],
        name: str,
        options: Options,
        read: Callable[[str], Any] = str,
    ) -> None:
        """Lay out the words."""
        self._read = read
        self.chips = ChipRow(options, many=True, name=name)
        super().__init__(subject, part, Field(name, self.chips))
        self.chips.chosen.connect(lambda: self.enter(tuple(map(self._read, self.chips.keys()))))

    def put(self, value: tuple[Any, ...]) -> None:
        """Show what is on."""
        self.chips.set_keys(tuple(getattr(each, "value", each) for each in value or ()))
