"""Files for many patients come in order, equal to those made one by one, a few at a time, and can be left off."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing.connection import wait

import pytest

from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Practice
from painplanner.documents.request import Request
from painplanner.services.batch import AHEAD, WORKERS, Batch, Made, Order
from painplanner.services.publish import make_paper

DAY = date(2026, 1, 20)
KINDS = ("handout", "exercise-sheet")


def request(number: int) -> Request:
    plan = Plan(id=f"plan-{number}", number=number, patient=f"patient-{number}", title=f"Plan {number}", start=DAY)
    patient = Patient(id=plan.patient, name=f"Patient {number}")
    return Request(plan, patient, Practice(id="practice"), DAY, DAY, DAY + timedelta(days=13), revision=1)


def make_many(orders: Iterable[Order | None], workers: int = WORKERS) -> Iterator[Made]:
    """Yield the files of orders in order, waiting for a process to speak; leaving off ends the processes."""
    batch = Batch(orders, workers)
    try:
        yield from all_of(batch)
    finally:
        batch.close()


def all_of(batch: Batch) -> Iterator[Made]:
    while not batch.is_over:
        made = batch.look()
        if made is not None:
            yield made
        elif not batch.is_over:
            wait([desk._line for desk in batch._desks], timeout=1)


def test_files_come_in_order_and_are_the_same_as_one_by_one():
    orders = [Order(request(n), KINDS) for n in range(5)]
    made = list(make_many(orders))
    assert [one.order.request.plan.number for one in made] == [0, 1, 2, 3, 4]
    for one in made:
        assert one.paper == make_paper(one.order.request, KINDS)


def test_orders_are_drawn_only_a_few_ahead():
    drawn = []

    def orders():
        for n in range(12):
            drawn.append(n)
            yield Order(request(n), ("handout",))

    for taken, _made in enumerate(make_many(orders()), 1):
        assert len(drawn) <= taken + AHEAD


def test_one_that_cannot_be_made_says_so_and_the_others_come():
    orders = [Order(request(0), ("handout",)), Order(request(1), ("no-such-paper",)), Order(request(2), ("handout",))]
    first, wrong, last = make_many(orders)
    assert first.paper is not None
    assert last.paper is not None
    assert wrong.paper is None
    assert "could not be made" in wrong.problem


def test_leaving_off_ends_the_processes():
    before = set(multiprocessing.active_children())
    making = make_many(Order(request(n), ("handout",)) for n in range(50))
    next(making)
    making.close()
    assert set(multiprocessing.active_children()) <= before


def test_a_process_that_ends_costs_one_order_and_is_replaced():
    batch = Batch((Order(request(n), ("handout",)) for n in range(4)), workers=1)
    try:
        while not batch._waiting:
            batch.look()
        batch._desks[0]._process.kill()
        batch._desks[0]._process.join()
        made = list(all_of(batch))
    finally:
        batch.close()
    assert [one.paper is not None for one in made] == [False, True, True, True]


def test_no_orders_are_over_at_once():
    assert list(make_many([])) == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_language_of_the_papers_is_that_of_their_reader(lang):
    (made,) = make_many([Order(replace(request(7), language=lang), ("handout",))], workers=1)
    assert made.paper is not None
    assert made.paper.language == lang
