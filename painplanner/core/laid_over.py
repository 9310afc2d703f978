"""Values laid over others by id, none of which is read before it is asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")


class LaidOver(Mapping[str, T], Generic[T]):
    """A mapping in which what lies above is seen instead of what lies below; new ids come last."""

    def __init__(self, above: Mapping[str, T], below: Mapping[str, T]) -> None:
        """Lay one over the other."""
        self._above, self._below = above, below

    @cached_property
    def _ids(self) -> dict[str, None]:
        return dict.fromkeys((*self._below, *self._above))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        """Return the ids in their order."""
        return iter(self._ids)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such an id."""
        return key in self._above or key in self._below

    def __getitem__(self, key: str) -> T:
        """Return what is seen under an id."""
        return self._above[key] if key in self._above else self._below[key]

    def values(self) -> ValuesView[T]:
        """Return all that is seen, in one go."""
        return self._all().values()

    def items(self) -> ItemsView[str, T]:
        """Return all ids with what is seen, in one go."""
        return self._all().items()

    def _all(self) -> dict[str, T]:
        return {**dict(self._below.items()), **self._above}
