"""A clinician draws: joints are dragged, frames added, poses taken from elsewhere; it is saved, undone and printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from painplanner.core.edits import new_item
from painplanner.core.figure import Figure, alt_text, decode_figure, joint_angle
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.vector import length, sub
from painplanner.core.library import Kind
from painplanner.core.plan import FigureRef
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.drawing import DrawingPage
from painplanner.gui.pages.library.drawing.canvas import DrawingCanvas

pytestmark = pytest.mark.usefixtures("nothing_own")


@pytest.fixture
def drawing(editor, page: LibraryPage) -> DrawingPage:
    """Return the page with the picture of the built-in bridge, about to be changed."""
    editor.figure.draw.click()
    return page.side.page("drawing")  # type: ignore[return-value]


def spot(canvas: DrawingCanvas, name: str) -> QPoint:
    grip = next(one for one in canvas.grips if one.name == name)
    return canvas.on_screen(grip.x, grip.y).toPoint()


def drag(canvas: DrawingCanvas, name: str, dx: int, dy: int) -> None:
    start = spot(canvas, name)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    assert canvas.hand == name
    for share in (1, 2, 3, 4):
        QTest.mouseMove(canvas, start + QPoint(dx * share // 4, dy * share // 4))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(dx, dy))


def far(a: Figure, b: Figure, frame: int, name: str) -> float:
    return length(sub(skeletons(a)[frame].points[name], skeletons(b)[frame].points[name]))


def kept(ctx, figure_id: str) -> Figure:
    data = ctx.store.figure_bytes(figure_id)
    assert data
    return decode_figure(data)


def test_the_picture_of_a_built_in_entry_is_changed_in_a_copy_of_ones_own(drawing: DrawingPage, page, ctx) -> None:
    before = drawing.figure
    drag(drawing.canvas, "right_hand", 0, -60)
    after = drawing.figure
    assert far(before, after, 0, "right_hand") > 3
    assert far(before, after, 1, "right_hand") < 0.1
    drawing.left.emit()
    editor = page.side.currentWidget()
    entry = editor.editing.session.value.entry.value
    assert entry.figure == after.id
    assert entry.figure.startswith("own.bridge-")
    assert kept(ctx, entry.figure).frames == after.frames
    editor.left.emit()
    assert ctx.store.library().entries["exercise.bridge"].figure == after.id
    assert ctx.library.built_in.entries["exercise.bridge"].figure == "figure.bridge"


def test_an_entry_without_a_picture_gets_one(page: LibraryPage, ctx) -> None:
    page.side.new_entry(Kind.EXERCISE)
    editor = page.side.page("editor")
    assert editor.figure.draw.text() == "Draw"
    editor.figure.draw.click()
    drawing = page.side.page("drawing")
    assert len(drawing.figure.frames) == 1
    drag(drawing.canvas, "right_knee", 60, -60)
    drawing.left.emit()
    assert editor.editing.session.value.entry.value.figure == drawing_id(editor)
    assert editor.figure.draw.text() == "Change the drawing"


def test_drawing_begins_from_the_entry_too(page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    assert ("draw", "Change the picture") in page.own_actions.lines()
    page.side.do("draw", "exercise.bridge")
    assert page.side.currentWidget() is page.side.page("drawing")
    assert page.pane.isHidden()
    page.side.page("drawing").left.emit()
    assert not page.pane.isHidden()


def test_looking_at_something_else_keeps_the_picture(page: LibraryPage, drawing: DrawingPage, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    figure_id = drawing.figure.id
    page.show_thing("exercise.clamshell")
    assert page.side.is_detail
    assert ctx.store.library().entries["exercise.bridge"].figure == figure_id


def drawing_id(editor) -> str:
    found = editor.editing.session.value.entry.value.figure
    assert found.startswith("own.")
    return found


def test_nothing_is_kept_of_a_picture_that_was_only_looked_at(drawing: DrawingPage, page, ctx) -> None:
    drawing.left.emit()
    assert ctx.store.own_library().figures == {}
    assert page.side.currentWidget().editing.session.value.entry.value.figure == "figure.bridge"


def test_a_drag_is_one_step_to_undo(drawing: DrawingPage) -> None:
    before = drawing.figure
    drag(drawing.canvas, "right_elbow", 20, -40)
    assert drawing.drawing.session.undo_stack.count() == 1
    drawing.undo.click()
    assert drawing.figure == before
    drawing.redo.click()
    assert drawing.figure != before


def test_esc_gives_up_a_drag_and_then_leaves(qtbot, drawing: DrawingPage, page) -> None:
    before, canvas = drawing.figure, drawing.canvas
    start = spot(canvas, "right_hand")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(0, -50))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(0, -50))
    assert drawing.figure == before
    assert canvas.hand == "right_hand"
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hand == ""
    assert page.side.currentWidget() is drawing
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.side.page("editor")


def test_going_to_another_page_keeps_the_picture_as_it_is(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    page.hide()
    assert kept(ctx, drawing.figure.id).frames == drawing.figure.frames
    assert ctx.library.figure(FigureRef(id=drawing.figure.id)).frames == drawing.figure.frames
    page.show()
    assert page.side.currentWidget() is drawing


def test_a_plan_takes_the_picture_with_its_own_hash(drawing: DrawingPage, page, ctx, session) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    figure_id = drawing.figure.id
    page.show_thing("exercise.clamshell")
    library = ctx.library.value
    item = new_item(library.entries["exercise.bridge"], library, ctx.new_id, plan=session.plan)
    assert item.figure is not None
    assert item.figure.id == figure_id
    assert decode_figure(ctx.store.figure_bytes(item.figure.sha256)).id == figure_id


def test_undo_of_the_window_takes_back_the_drag_while_the_page_is_in_front(drawing: DrawingPage, page) -> None:
    assert page.shown_stack is drawing.drawing.session.undo_stack
    drawing.left.emit()
    assert page.shown_stack is page.side.editing.session.undo_stack


def test_points_are_reached_by_tab_and_moved_by_the_arrow_keys(qtbot, drawing: DrawingPage) -> None:
    canvas = drawing.canvas
    drawing.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.hand == "head"
    while canvas.hand != "left_hand":
        qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    grip = next(one for one in canvas.grips if one.name == "left_hand")
    qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    moved = next(one for one in canvas.grips if one.name == "left_hand")
    assert moved.y - grip.y == pytest.approx(5, abs=0.5)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    again = next(one for one in canvas.grips if one.name == "left_hand")
    assert again.y - moved.y == pytest.approx(1, abs=0.5)
    assert "hand" in canvas.accessibleDescription()
    assert drawing.drawing.session.undo_stack.count() == 1


def test_a_frame_is_added_with_the_pose_before_and_taken_away(drawing: DrawingPage) -> None:
    drawing.tabs.tabs[1].click()
    drawing.tabs.add.click()
    assert len(drawing.figure.frames) == 3
    assert drawing.frame == 2
    drawing.tabs.remove.click()
    assert len(drawing.figure.frames) == 2
    assert drawing.frame == 1


def test_a_pose_is_taken_from_any_exercise(qtbot, drawing: DrawingPage) -> None:
    source = drawing.panel.poses
    qtbot.keyClicks(source.finder, "clamshell")
    assert source.finder.matches
    qtbot.keyClick(source.finder, Qt.Key.Key_Return)
    before = drawing.figure
    source.frames[1].click()
    assert drawing.figure != before
    source.whole.click()
    assert drawing.figure.id == before.id
    assert len(drawing.figure.frames) == 2


def test_a_starting_position_is_found_beside_the_exercises(qtbot, drawing: DrawingPage) -> None:
    drawing.panel.poses.show_source("base:sitting")
    assert joint_angle(drawing.figure, 0, "right_hip") > 60


def test_things_and_signs_are_put_in_moved_and_taken_away(qtbot, drawing: DrawingPage) -> None:
    props, marks = len(drawing.figure.props), len(drawing.figure.marks)
    drawing.panel.things.added.emit("ball")
    assert drawing.canvas.hand == f"prop:{props}"
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_Right)
    drawing.panel.signs.added.emit("clock")
    assert drawing.canvas.hand == f"mark:{marks}"
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_Delete)
    assert len(drawing.figure.marks) == marks
    drawing.panel.things.gone.emit(props)
    assert len(drawing.figure.props) == props


def test_view_sides_hold_and_hand_are_chosen(drawing: DrawingPage) -> None:
    drawing.panel.view_wanted.emit("front")
    assert drawing.figure.view == "front"
    drawing.panel.mirror.click()
    drawing.canvas.choose("left_hand")
    drawing.panel.in_hand.hold.click()
    assert drawing.panel.in_hand.hold.isChecked()
    assert any(pin.part == "left_hand" for pin in drawing.figure.frames[0].pins or ())
    drawing.panel.in_hand.shape_wanted.emit("left", "fist")
    assert drawing.figure.frames[0].left_hand == "fist"


def test_an_angle_of_its_own_is_named_and_can_be_left(drawing: DrawingPage, page) -> None:
    page.side.do("draw", "exercise.clamshell")
    assert drawing.figure.camera
    assert drawing.panel.view.currentText() == "From an angle of its own"
    drawing.panel.view_wanted.emit("")
    assert drawing.figure.camera
    drawing.panel.view_wanted.emit("front")
    assert not drawing.figure.camera
    assert drawing.panel.view.currentText() == "From the front"


def test_pictures_have_words_in_both_languages(qtbot, drawing: DrawingPage, ctx) -> None:
    line = drawing.panel.words["es"]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Persona acostada, mano arriba.")
    drawing.tabs.tabs[1].click()
    drawing.tabs.add.click()
    figure_id = drawing.figure.id
    drawing.left.emit()
    found = kept(ctx, figure_id)
    assert alt_text(found, 0, "es") == "Persona acostada, mano arriba."
    assert alt_text(found, 2, "en") == ""


def test_where_nobody_writes_words_those_stand_that_are_made_of_the_pose(drawing: DrawingPage) -> None:
    drawing.tabs.tabs[1].click()
    drawing.tabs.add.click()
    line = drawing.panel.words["en"]
    assert line.text() == ""
    assert line.placeholderText().startswith("Bridge, picture 3 of 3: lying on the back")
    before = line.placeholderText()
    drag(drawing.canvas, "right_hand", 0, -60)
    assert line.placeholderText() != before
    assert "arm" in line.placeholderText()


def test_words_of_the_picture_before_are_to_be_checked_after_a_change(drawing: DrawingPage) -> None:
    assert drawing.panel.stale.isHidden()
    drag(drawing.canvas, "right_hand", 0, -60)
    assert not drawing.panel.stale.isHidden()


def test_the_page_says_that_it_is_saved(drawing: DrawingPage) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    assert drawing.saved.text() == "Saving…"
    drawing.drawing.session.save()
    assert drawing.saved.text().startswith("Saved")


def test_the_printed_size_follows_the_drag(qtbot, drawing: DrawingPage) -> None:
    drawing.panel.printed.show_now()
    before = drawing.panel.printed.grab().toImage()
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.panel.printed.show_now()
    assert drawing.panel.printed.grab().toImage() != before


def test_undoing_the_edit_of_the_entry_brings_the_old_picture_back(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.left.emit()
    page.side.currentWidget().left.emit()
    page.undo_stack.undo()
    assert ctx.store.library().entries["exercise.bridge"].figure == "figure.bridge"


def test_a_new_pair_of_pictures_takes_at_most_25_actions(qtbot, drawing: DrawingPage) -> None:
    """From the bridge to a march in the bridge with the arms up: every click, drag and key is counted."""
    actions = 1  # "Change the drawing"

    def act(call, *args) -> None:
        nonlocal actions
        call(*args)
        actions += 1

    canvas, tabs, panel = drawing.canvas, drawing.tabs, drawing.panel
    act(tabs.tabs[1].click)
    act(drag, canvas, "right_hand", 0, -90)
    act(drag, canvas, "left_hand", 0, -90)
    act(tabs.tabs[0].click)
    act(panel.poses.finder.setText, "bridge")
    act(panel.poses.show_source, "figure.bridge")
    act(panel.poses.frames[1].click)
    act(drag, canvas, "right_hand", 0, -90)
    act(drag, canvas, "left_hand", 0, -90)
    act(tabs.tabs[1].click)
    act(drag, canvas, "right_foot", 0, -90)
    act(drag, canvas, "right_knee", -10, -20)
    for place in range(len(drawing.figure.marks)):
        act(panel.signs.gone.emit, len(drawing.figure.marks) - 1 - place)
    canvas.choose("right_foot")
    act(panel.signs.add.fill)
    act(panel.signs.added.emit, "path")
    act(drawing.left.emit)
    assert actions <= 25
    page_figure = drawing.drawing.session
    assert not page_figure.is_open
