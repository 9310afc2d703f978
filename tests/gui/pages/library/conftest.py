"""A library page in the light of a patient session, over the shared practice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from painplanner.core.own import Held, OwnChange
from painplanner.gui.context import AppContext
from painplanner.gui.messages import Message
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.editor import EntryEditor
from painplanner.gui.patient_session import PatientSession


@pytest.fixture
def patients(ctx: AppContext) -> PatientSession:
    """Return a session with nobody in it."""
    return PatientSession(ctx)


@pytest.fixture
def page(qtbot, ctx: AppContext, patients: PatientSession) -> LibraryPage:
    """Return the page as it comes to the front."""
    made = LibraryPage(ctx, patients)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.refresh()
    made.take_focus()
    return made


@pytest.fixture
def nothing_own(ctx: AppContext) -> Iterator[None]:
    """Take away what the test made its own, because the practice is shared."""
    yield
    own = ctx.store.own_library()
    ctx.store.change_own(
        OwnChange(
            entries={Held(one.value.id, one.owner): None for one in own.entries},
            templates={Held(one.value.id, one.owner): None for one in own.templates},
            hidden={Held(key, owner): False for key, owners in own.hidden.items() for owner in owners},
            tags={Held(key, owner): () for key in own.tags for owner in ("", ctx.person.id)},
            figures=dict.fromkeys(own.figures),
        )
    )


@pytest.fixture
def editor(page: LibraryPage, nothing_own: None) -> EntryEditor:
    """Return the editor with the built-in bridge in it."""
    page.show_thing("exercise.bridge")
    page.own_actions.edit.click()
    return page.side.page("editor")  # type: ignore[return-value]


@pytest.fixture
def spoken(ctx: AppContext) -> list[Message]:
    """Return what the window says, as it is said."""
    said: list[Message] = []
    ctx.news.said.connect(said.append)
    return said
