"""Own things are read when they are asked for; a person's own lies over the practice's."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.shelved import Held, Seen, Shelved


class Thing(NamedTuple):
    value: str


HELD = (Held("a"), Held("b"), Held("a", "ada"))
THINGS = {held: Thing(f"{held.id} of {held.owner or 'all'}") for held in HELD}


def shelved() -> tuple[Shelved[Thing], list[object]]:
    told: list[object] = []

    def read(held: Held) -> Thing:
        told.append(held)
        return THINGS[held]

    def read_all() -> list[tuple[Held, Thing]]:
        told.append("all")
        return list(THINGS.items())

    return Shelved(HELD, read, read_all), told


def test_one_is_read_when_it_is_asked_for_and_once() -> None:
    things, told = shelved()
    assert len(things) == 3
    assert bool(things)
    assert things[1] is things[1]
    assert told == [Held("b")]


def test_all_are_read_in_one_go() -> None:
    things, told = shelved()
    assert tuple(things) == tuple(THINGS.values()) == (*things,)
    assert told == ["all"]
    assert things == tuple(THINGS.values())
    assert things[-2:] == tuple(THINGS.values())[-2:]


def test_what_a_person_has_is_seen_over_what_the_practice_has() -> None:
    things, told = shelved()
    seen = Seen(things, things.places)
    assert list(seen) == ["a", "b"]
    assert told == []
    assert seen["a"] == "a of ada"
    assert told == [Held("a", "ada")]
    assert dict(seen.items()) == {"a": "a of ada", "b": "b of all"}
