"""The inspector shows what is selected and keeps its forms."""

from painplanner.core import edits
from painplanner.gui.pages.composer.inspector import Inspector, kind_of_part


def test_the_form_follows_the_selection(inspector, filled):
    plan = filled.plan
    for ids, kind in (
        ((), "plan"),
        ((plan.steps[0].id,), "step"),
        ((plan.steps[1].items[0].id,), "item"),
        ((plan.checkpoints[0].id,), "checkpoint"),
        ((plan.steps[1].items[0].id, plan.steps[1].items[1].id), "several"),
        ((plan.goals[0].id,), "plan"),
    ):
        filled.select(*ids)
        assert inspector.currentWidget() is inspector.form(kind)


def test_a_form_is_built_once_and_shown_again(inspector, filled):
    first, second = (step.id for step in filled.plan.steps)
    filled.select(first)
    form = inspector.form("step")
    assert form.title.line.text() == "Calm it"
    filled.select(second)
    assert inspector.currentWidget() is form
    assert form.title.line.text() == "Load it"


def test_what_is_removed_gives_way_to_the_plan(inspector, filled):
    gone = filled.plan.steps[0].id
    filled.select(gone)
    filled.apply("Remove", lambda plan: edits.remove(plan, (gone,)))
    assert inspector.currentWidget() is inspector.form("plan")


def test_hidden_it_waits_and_catches_up_when_it_is_seen(qtbot, ctx, filled):
    hidden = Inspector(filled, ctx)
    qtbot.addWidget(hidden)
    filled.select(filled.plan.steps[0].id)
    assert hidden.currentWidget() is None
    hidden.show()
    assert hidden.currentWidget() is hidden.form("step")
    hidden.hide()


def test_a_form_is_not_built_before_its_kind_is_selected(inspector, filled):
    assert [type(form).__name__ for form in (inspector.widget(n) for n in range(inspector.count()))] == ["PlanForm"]
    filled.select(filled.plan.steps[1].items[0].id)
    assert inspector.count() == 2
    assert set(inspector.form("item").dose_fields) == {"exercise"}


def test_an_id_that_is_gone_means_the_plan(filled):
    assert kind_of_part(filled.plan, "nothing") == "plan"


def test_every_control_has_a_name_for_screen_readers(inspector, measured):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    plan = measured.plan
    places = [(), (plan.steps[0].id,), (plan.checkpoints[0].id,), tuple(i.id for i in plan.steps[1].items)]
    places += [(item.id,) for step in plan.steps for item in step.items]
    for ids in places:
        measured.select(*ids)
        form = inspector.currentWidget()
        controls = [
            w for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit) for w in form.findChildren(kind)
        ]
        nameless = [w for w in controls if w.isVisible() and not w.accessibleName()]
        assert nameless == []


def test_no_form_is_wider_than_the_least_width(inspector, measured, qtbot):
    plan = measured.plan
    inspector.resize(280, 700)
    for ids in ((), (plan.steps[0].id,), (plan.steps[1].items[0].id,), (plan.checkpoints[0].id,)):
        measured.select(*ids)
        form = inspector.currentWidget()
        assert form.widget().minimumSizeHint().width() <= form.viewport().width()


def test_the_keys_go_where_a_clinician_begins(inspector, filled):
    plan = filled.plan
    for ids, where in (
        ((plan.steps[1].items[0].id,), lambda: inspector.form("item").dose.line),
        ((plan.steps[1].id,), lambda: inspector.form("step").title.line),
        ((plan.goals[0].id,), lambda: inspector.form("plan").goals.pool.rows[0].text.area),
        ((plan.drivers[0].id,), lambda: inspector.form("plan").drivers.pool.rows[0].row.area),
        ((), lambda: inspector.form("plan").title.line),
    ):
        filled.select(*ids)
        inspector.take_focus()
        assert inspector.focusWidget() is where()
