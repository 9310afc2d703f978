"""Own things in their order, each read when it is asked for; where each is kept is known without reading it."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar, overload

PRACTICE = ""
"""The owner of what everybody in the practice sees; any other owner is the id of a person: only theirs."""


class Held(NamedTuple):
    """Where an own thing is kept: its id, and whose it is."""

    id: str
    owner: str = PRACTICE


T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class Valued(Protocol[V_co]):
    """An own thing: its value."""

    @property
    def value(self) -> V_co:
        """Return the entry or template."""
        ...


class Shelved(Sequence[T], Generic[T]):
    """A sequence that reads one thing, or all of them in one go."""

    def __init__(
        self, held: Sequence[Held], read: Callable[[Held], T], read_all: Callable[[], Sequence[tuple[Held, T]]]
    ) -> None:
        """Take where each thing is kept, and what reads them."""
        self.held = tuple(held)
        self._read, self._read_all = read, read_all
        self._known: dict[Held, T] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.held)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """Return one, or several."""
        if isinstance(at, slice):
            return tuple(self)[at]
        held = self.held[at]
        if held not in self._known:
            self._known[held] = self._read(held)
        return self._known[held]

    def __iter__(self) -> Iterator[T]:
        """Return all in their order, read in one go."""
        if len(self._known) < len(self.held):
            self._known = {**dict(self._read_all()), **self._known}
        return iter([self._known[held] for held in self.held])

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    __hash__ = None  # type: ignore[assignment]  # holds values that have none

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the place of what is seen under each id: a person's own lies over the practice's."""
        return places_seen(self.held)


def places_seen(held: Sequence[Held]) -> dict[str, int]:
    """Return, for each id, the place of the thing that is seen: a person's own lies over the practice's."""
    in_order = sorted(enumerate(held), key=lambda pair: pair[1].owner != PRACTICE)
    return {one.id: place for place, one in in_order}


class Seen(Mapping[str, V_co], Generic[V_co]):
    """The values of own things by id, as a person sees them, each read when it is asked for."""

    def __init__(self, things: Sequence[Valued[V_co]], places: Mapping[str, int]) -> None:
        """Take the things and the place of each id."""
        self._things, self._places = things, places

    def __len__(self) -> int:
        """Return how many ids there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """Return the ids."""
        return iter(self._places)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such an id."""
        return key in self._places

    def __getitem__(self, key: str) -> V_co:
        """Return a value."""
        return self._things[self._places[key]].value

    def values(self) -> ValuesView[V_co]:
        """Return all values, read in one go."""
        return self._all().values()

    def items(self) -> ItemsView[str, V_co]:
        """Return all ids with their values, read in one go."""
        return self._all().items()

    def _all(self) -> dict[str, V_co]:
        every = list(self._things)
        return {key: every[place].value for key, place in self._places.items()}
