"""What the composer can do to a plan: add, join, mend, copy and paste; each one edit that undoes. No widgets here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from painplanner.core.clip import clip_bytes, cut_out, paste, read_clip
from painplanner.core.edits import (
    add_checkpoint,
    add_goal,
    add_item,
    add_step,
    first_look,
    join_template,
    new_item,
    remove,
    with_level,
)
from painplanner.core.findings import Finding
from painplanner.core.library import Intervention
from painplanner.core.plan import Item, Plan, Purpose, item_name, texts_in
from painplanner.core.values import Impossible
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.moves import Spot, sorted_out, spot_for_new
from painplanner.gui.session import PlanSession, part_ids
from painplanner.services.words import dose_typed
from painplanner.text import _, ngettext

CLIP_MIME = "application/x-painplanner-clip"
FIRST_LOOK_DAYS = 14
"""When a new checkpoint is due after its step begins: the early end of the two to three weeks of the article [R]."""


class Composing:
    """Edits of the open plan."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Take the session that every edit goes through."""
        self._session, self._ctx = session, ctx
        self._kept_before: tuple[str, bool] = ("", False)

    @property
    def _lang(self) -> str:
        return self._ctx.practice.language

    def _is_follow_up(self) -> bool:
        """Tell whether this plan was given before, so that what is added now is new to the patient."""
        plan = self._session.plan.id
        if self._kept_before[0] != plan:
            self._kept_before = (plan, bool(self._ctx.store.revisions(plan)))
        return self._kept_before[1]

    def forget(self) -> None:
        """Look again whether the plan was given before."""
        self._kept_before = ("", False)

    # Adding

    def add_entry(self, entry_id: str, *, as_new_step: bool = False, spot: Spot | None = None, level: str = "") -> None:
        """Add a library entry with its usual dose to the selected step or to a place, or as a step of its own.

        A level of the spine goes into the dose of a procedure.
        """
        library = self._ctx.library.value
        entry = library.entries[entry_id]
        usual = self._ctx.store.usual_doses().get(entry_id)
        today = self._ctx.today() if self._is_follow_up() else None
        plan = self._session.plan
        item = with_level(new_item(entry, library, self._ctx.new_id, plan=plan, dose=usual, today=today), level)
        to = spot or spot_for_new(plan, self._session.selection)
        label = _("Add {name}").format(name=item_name(item, self._lang))
        if as_new_step or not plan.steps:
            self._session.apply(label, self._with_step(item, entry, to))
        else:
            self._session.apply(label, lambda p: add_item(p, item, self._ctx.new_id, step=to.step, at=to.at))
        self._session.select(item.id)
        self._ctx.store.count_use((entry_id,))

    def _with_step(self, item: Item, entry: Intervention, to: Spot) -> Callable[[Plan], Plan]:
        purpose = Purpose(entry.purpose) if entry.purpose in set(Purpose) else None
        return lambda plan: add_step(plan, self._ctx.new_id, after=to.step, items=(item,), purpose=purpose)

    def add_step(self) -> None:
        """Add an empty step behind the selected one."""
        after = spot_for_new(self._session.plan, self._session.selection).step
        self._add(_("Add a step"), lambda plan: add_step(plan, self._ctx.new_id, after=after))

    def add_checkpoint(self) -> None:
        """Add a checkpoint to the selected step, due two weeks after it begins, or at the next such day to come."""
        step = spot_for_new(self._session.plan, self._session.selection).step
        if not step:
            return
        when = first_look(self._session.plan, step, FIRST_LOOK_DAYS, self._ctx.today())
        label = _("Add a checkpoint")
        self._add(label, lambda plan: add_checkpoint(plan, self._ctx.new_id, steps=(step,), when=when))

    def add_goal(self) -> None:
        """Add a goal in the patient's words, to be typed."""
        self._add(_("Add a goal"), lambda plan: add_goal(plan, self._ctx.new_id))

    def join_template(self, template_id: str) -> None:
        """Add the steps of a template; a plan that says nothing yet takes its story too."""
        library = self._ctx.library.value
        template = library.templates[template_id]
        today = self._ctx.today()
        name = texts_in(template.texts, self._lang).name
        label = _("Add the template {name}").format(name=name)
        new_id, lang = self._ctx.new_id, self._lang
        self._session.apply(label, lambda plan: join_template(plan, template, library, new_id, today=today, lang=lang))

    def _add(self, label: str, fn: Callable[[Plan], Plan]) -> None:
        """Apply an edit and select what came with it."""
        before = part_ids(self._session.plan)
        if self._session.apply(label, fn):
            self._session.select(*_outermost(self._session.plan, part_ids(self._session.plan) - before))

    # Mending

    def mend(self, finding: Finding) -> bool:
        """Apply the remedy of a finding and select its subject; tell whether there was one."""
        from painplanner.core.review.remedies import apply_remedy
        from painplanner.services import words

        today = self._ctx.today()
        made = apply_remedy(self._session.plan, finding, self._ctx.new_id, today)
        if made is None:
            return False
        self._add(words.remedy_words(finding), lambda _plan: made)
        if not self._session.selection and finding.subject:
            self._session.select(finding.subject)
        return True

    # Clipboard

    def copy(self) -> bool:
        """Put what is selected on the clipboard, for this plan or another patient's; tell whether there was any."""
        ids = self._session.selection
        if not ids:
            return False
        data = QMimeData()
        data.setData(CLIP_MIME, clip_bytes(cut_out(self._session.plan, ids)))
        data.setText(self._as_text(ids))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _as_text(self, ids: tuple[str, ...]) -> str:
        steps, items = sorted_out(self._session.plan, ids)
        lines: list[str] = []
        for step in self._session.plan.steps:
            chosen = [item for item in step.items if step.id in steps or item.id in items]
            lines += [step.title] if step.id in steps and step.title else []
            lines += [self._line(item) for item in chosen]
        return "\n".join(lines)

    def _line(self, item: Item) -> str:
        dose = dose_typed(item.dose)
        return ": ".join(part for part in (item_name(item, self._lang), dose) if part)

    def cut(self) -> bool:
        """Copy what is selected and take it out."""
        ids = self._session.selection
        return self.copy() and self._session.apply(_("Cut"), lambda plan: remove(plan, ids))

    def paste(self) -> bool:
        """Add what was copied behind the selection, with new ids; tell whether there was any."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(CLIP_MIME):
            return False
        try:
            clip = read_clip(bytes(data.data(CLIP_MIME).data()))
        except Impossible:
            return False
        step = spot_for_new(self._session.plan, self._session.selection).step
        count = len(clip.steps) + len(clip.items) + len(clip.checkpoints) + len(clip.goals)
        label = ngettext("Paste", "Paste {n} parts", count).format(n=count)
        self._add(label, lambda plan: paste(plan, clip, self._ctx.new_id, step=step, after=step))
        return True


def _outermost(plan: Plan, ids: frozenset[str]) -> tuple[str, ...]:
    """Return the ids in plan order, without the items of steps that are among them."""
    steps, items = sorted_out(plan, ids)
    ordered = [step.id for step in plan.steps if step.id in steps]
    ordered += [item.id for step in plan.steps for item in step.items if item.id in items]
    others = (part.id for group in (plan.checkpoints, plan.goals, plan.drivers) for part in group)
    return (*ordered, *(one for one in others if one in ids))
