"""Own entries lie over built-in ones without these being read."""

from __future__ import annotations

from painplanner.core.laid_over import LaidOver


class Unread(dict[str, int]):
    """A mapping whose values may not be read."""

    def __getitem__(self, key: str) -> int:
        raise AssertionError(key)


def test_what_lies_above_is_seen_in_its_place_and_new_ids_come_last() -> None:
    laid = LaidOver({"b": 20, "d": 40}, {"a": 1, "b": 2, "c": 3})
    assert list(laid.items()) == [("a", 1), ("b", 20), ("c", 3), ("d", 40)]
    assert list(laid.values()) == [1, 20, 3, 40]
    assert (laid["a"], laid["b"], laid.get("x"), len(laid)) == (1, 20, None, 4)


def test_nothing_below_is_read_before_it_is_asked_for() -> None:
    laid = LaidOver({"b": 20}, Unread(a=1, b=2))
    assert list(laid) == ["a", "b"]
    assert "a" in laid
    assert laid["b"] == 20
