"""Papers for one patient after another, written in processes of their own ahead of who takes them, in order.

Threads would share one interpreter, and so hardly be faster. Nothing here waits: `look` gives and takes what is ready,
so that a window that calls it now and again stays alive. Only a few orders and results exist at a time.
"""

from __future__ import annotations

import logging
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from painplanner.core.values import Impossible
from painplanner.documents.bundle import Binding
from painplanner.documents.request import Request
from painplanner.errors import KnownError
from painplanner.text import _, language, use_language

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from painplanner.store import NewPaper

WORKERS = 2
AHEAD = 4
"""How many orders may be under way or waiting to be taken: enough that no process rests, few enough for memory."""
BEHIND = 5
"""How far the processes stand behind the window where there are few cores."""
_USED = ("painplanner.documents.pdf", "painplanner.store")
"""What is imported before a process says that it is ready."""


class Order(NamedTuple):
    """One file to be written: what of, which papers, and how they are bound."""

    request: Request
    kinds: tuple[str, ...]
    binding: Binding = Binding()


class Made(NamedTuple):
    """An order and its file, or the sentence that says why there is none."""

    order: Order
    paper: NewPaper | None
    problem: str = ""


class Batch:
    """Writes the files of orders, which are drawn from their source only when a process is free for them.

    A source may give `None` where it has none ready yet and wants to be asked again.
    """

    def __init__(self, orders: Iterable[Order | None], workers: int = WORKERS) -> None:
        """Start the processes; `close` ends them in any case."""
        self._orders: Iterator[Order | None] = iter(orders)
        self._desks = [_Desk() for _n in range(workers)]
        self._waiting: deque[_Place] = deque()
        self._is_drawn = False

    @property
    def is_over(self) -> bool:
        """Tell whether every order was made and taken."""
        return self._is_drawn and not self._waiting

    def feed(self) -> None:
        """Take in what is done and hand out at most one order, as drawing it takes a moment. Waits for nothing.

        Raises KnownError where no process can begin.
        """
        for desk in self._desks:
            desk.look()
        free = next((desk for desk in self._desks if desk.is_free), None)
        if free is not None and len(self._waiting) < AHEAD and not self._is_drawn:
            self._hand_out(free)

    def look(self) -> Made | None:
        """Feed, and return the next file in order once it is there."""
        self.feed()
        if self._waiting and self._waiting[0].made is not None:
            return self._waiting.popleft().made
        return None

    def close(self) -> None:
        """End all processes at once, whatever they are doing."""
        for desk in self._desks:
            desk.close()
        self._waiting.clear()
        self._is_drawn = True

    def _hand_out(self, desk: _Desk) -> None:
        try:
            order = next(self._orders)
        except StopIteration:
            self._is_drawn = True
            return
        if order is None:
            return
        place = _Place(order)
        self._waiting.append(place)
        desk.take(place)


class _Place:
    """The place of an order in the row, with its file once that is made."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.made: Made | None = None


class _Desk:
    """One process and what it is doing; it is given work only once it said that it is ready to read it."""

    def __init__(self) -> None:
        self._place: _Place | None = None
        self._is_ready = False
        self._process, self._line = _started()

    @property
    def is_free(self) -> bool:
        return self._is_ready and self._place is None

    def take(self, place: _Place) -> None:
        self._place = place
        try:
            self._line.send(place.order)
        except OSError:
            self._lose()

    def look(self) -> None:
        """Read what the process has to say, if anything."""
        try:
            while self._line.poll():
                self._hear(cast("NewPaper | str", self._line.recv()))
        except (EOFError, OSError):
            self._lose()

    def _hear(self, said: NewPaper | str) -> None:
        place, self._place = self._place, None
        if place is None:
            self._is_ready = True
            return
        problem = said if isinstance(said, str) else ""
        place.made = Made(place.order, None if isinstance(said, str) else said, problem)

    def _lose(self) -> None:
        """Say of an order that its process ended, and start another; one that cannot even begin is a failure."""
        was_ready, place = self._is_ready, self._place
        self.close()
        if not was_ready:
            raise KnownError(_("The papers cannot be made beside the window. Nothing was kept. Print them one by one."))
        if place is not None:
            place.made = Made(place.order, None, _not_made())
        self._place, self._is_ready = None, False
        self._process, self._line = _started()

    def close(self) -> None:
        self._process.kill()
        self._process.join()
        self._line.close()


def _started() -> tuple[BaseProcess, Connection]:
    """Start a process that shares nothing with this one; it ends when this one does."""
    import multiprocessing

    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe()
    process = fresh.Process(target=_work, args=(theirs, language()), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(line: Connection, lang: str) -> None:
    """Write file after file, until nobody asks any more; the window goes before."""
    if sys.platform != "win32":
        os.nice(BEHIND)
    for name in _USED:
        import_module(name)
    use_language(lang)
    line.send("")
    while True:
        try:
            order = cast("Order", line.recv())
        except EOFError:
            return
        line.send(_answer(order))


def _answer(order: Order) -> NewPaper | str:
    """Return the file of an order, or the sentence that says why there is none."""
    from painplanner.services.publish import make_paper

    try:
        return make_paper(order.request, order.kinds, order.binding)
    except KnownError as error:
        return error.sentence
    except Impossible as refusal:
        from painplanner.services.words import impossible_sentence

        return impossible_sentence(refusal)
    except Exception:  # the process lives on for the next patient
        logging.getLogger(__name__).exception("papers of a batch failed")
        return _not_made()


def _not_made() -> str:
    return _("These papers could not be made, and nothing of them was kept. Print them from the plan.")
