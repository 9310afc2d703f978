"""The list of papers is in two groups, what would be empty stands last, and choices of a paper show while it is on."""

from __future__ import annotations

import pytest

from painplanner.documents import registry
from painplanner.documents.kind import Option, Reader
from painplanner.gui.printing.bind import Bind
from painplanner.gui.printing.paper_ticks import PaperTicks
from painplanner.gui.printing.printer_memory import SEVERAL, Setup, remember


@pytest.fixture
def ticks(qtbot, ctx):
    made = PaperTicks(ctx.settings)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    return made


def order(ticks, reader):
    group = ticks._groups[reader]
    found = [group.itemAt(n).widget() for n in range(group.count())]
    names = {box: key for key, box in ticks._boxes.items()}
    return [names[widget] for widget in found if widget in names]


def test_every_kind_is_in_the_group_of_its_reader(ticks):
    for reader in Reader:
        assert order(ticks, reader) == [kind.id for kind in registry.kinds() if kind.reader is reader]


def test_a_tip_says_what_is_in_a_paper(ticks):
    assert ticks.box("handout").toolTip() == registry.kind_of("handout").about(registry_words())


def registry_words():
    from painplanner.text import current

    return current()


def test_what_would_be_empty_stands_last_and_its_tip_says_why(ticks, session):
    ticks.show_for(session.plan, ("exercise-sheet",))
    assert order(ticks, Reader.PATIENT)[-1] == "exercise-sheet"
    assert ticks.box("exercise-sheet").toolTip() == registry.kind_of("exercise-sheet").empty_words(registry_words())
    ticks.show_for(session.plan, ())
    assert order(ticks, Reader.PATIENT) == [kind.id for kind in registry.kinds() if kind.reader is Reader.PATIENT]


def test_what_a_plan_cannot_have_is_not_offered(ticks, session):
    ticks.set_keys(("handout", "handover"))
    ticks.show_for(session.plan, ())
    assert ticks.box("handover").isHidden()
    assert ticks.keys() == ("handout",)


def test_papers_are_bound_in_the_order_of_the_registry(ticks):
    ticks.set_keys(("daily-log", "handout", "exercise-sheet"))
    assert ticks.keys() == ("handout", "exercise-sheet", "daily-log")


def test_choices_of_a_paper_show_while_it_is_ticked_and_are_remembered(qtbot, ctx, monkeypatch):
    sizes = Option("test.size", lambda _t: "Size", (("large", lambda _t: "Large"), ("small", lambda _t: "Small")))
    with_option = tuple(
        kind if kind.id != "handout" else type(kind)(**{**vars(kind), "options": (sizes,)}) for kind in registry.kinds()
    )
    monkeypatch.setattr("painplanner.gui.printing.paper_ticks.kinds", lambda: with_option)
    ticks = PaperTicks(ctx.settings)
    qtbot.addWidget(ticks)
    ticks.show()
    size = ticks._options["test.size"]
    own = ticks._own["handout"]
    assert not own.isVisible()
    ticks.box("handout").click()
    assert own.isVisible()
    assert (size.isVisible(), own.button.accessibleName()) == (False, "Options")
    own.button.click()
    assert size.isVisible()
    assert ticks.options()["test.size"] == "large"
    with qtbot.waitSignal(ticks.option_chosen):
        size.setCurrentIndex(1)
        size.activated.emit(1)
    assert own.button.accessibleName() == "Options: Small"
    again = PaperTicks(ctx.settings)
    qtbot.addWidget(again)
    assert again.options()["test.size"] == "small"


def test_binding_follows_how_the_printer_was_set_last(qtbot, ctx):
    bind = Bind(ctx.settings)
    qtbot.addWidget(bind)
    assert (bind.binding().has_contents, bind.binding().is_two_sided) == (True, False)
    remember(ctx.settings, SEVERAL, Setup(duplex="DuplexLongSide"))
    bind.begin()
    assert bind.binding().is_two_sided
