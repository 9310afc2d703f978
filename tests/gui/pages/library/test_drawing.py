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
    assert drawing.panel.view.currentText() == "An angle of its own"
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


def test_the_page_says_whether_it_is_saved(drawing: DrawingPage) -> None:
    assert drawing.saved.text() == ""
    drag(drawing.canvas, "right_hand", 0, -60)
    assert drawing.saved.text() == "Not saved yet"
    drawing.undo.click()
    assert drawing.saved.text() == ""
    drawing.redo.click()
    drawing.drawing.session.save()
    assert drawing.saved.text().startswith("Saved")


def test_nothing_is_written_before_it_is_saved(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    drag(drawing.canvas, "left_hand", 0, -60)
    assert ctx.store.own_library().figures == {}
    drawing.save.click()
    assert len(ctx.store.own_library().figures) == 1
    assert page.side.currentWidget() is page.side.page("editor")


def test_cancel_keeps_nothing_even_of_what_was_kept_meanwhile(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    page.hide()
    page.show()
    drawing.cancel.click()
    editor = page.side.currentWidget()
    assert editor.editing.session.value.entry.value.figure == "figure.bridge"
    page.side.leave()
    assert ctx.store.library().entries["exercise.bridge"].figure == "figure.bridge"


def test_a_drawing_brought_back_to_how_it_began_is_no_new_picture(drawing: DrawingPage, page) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.drawing.keep()
    drawing.undo.click()
    drawing.save.click()
    assert page.side.currentWidget().editing.session.value.entry.value.figure == "figure.bridge"


def test_a_saved_picture_is_taken_back_from_the_message_and_brought_again(drawing: DrawingPage, page, spoken) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.save.click()
    editor = page.side.currentWidget()
    drawn = editor.editing.session.value.entry.value.figure
    assert spoken[-1].action == "Undo"
    spoken[-1].on_action()
    assert editor.editing.session.value.entry.value.figure == "figure.bridge"
    editor.redo.click()
    assert editor.editing.session.value.entry.value.figure == drawn


def test_esc_does_not_lose_what_was_drawn(qtbot, drawing: DrawingPage, page, spoken) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    before = drawing.figure
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_Escape)
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is drawing
    assert drawing.figure == before
    assert spoken[-1].text.startswith("Save the picture, or cancel")


def test_closing_the_practice_keeps_what_is_being_drawn(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    figure_id = drawing.figure.id
    page.forget()
    assert ctx.store.library().entries["exercise.bridge"].figure == figure_id


def test_pictures_that_were_drawn_over_are_gone_when_the_practice_is_closed(drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    first = drawing.figure.id
    drawing.save.click()
    page.side.currentWidget().figure.draw.click()
    drag(drawing.canvas, "left_hand", 0, -60)
    second = drawing.figure.id
    drawing.save.click()
    assert set(ctx.store.own_library().figures) == {first, second}
    page.forget()
    assert set(ctx.store.own_library().figures) == {second}


def test_points_in_one_place_are_taken_by_turns(qtbot, drawing: DrawingPage) -> None:
    canvas = drawing.canvas
    there = spot(canvas, "right_hand")
    for name in ("right_hand", "left_hand", "right_hand"):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=there)
        assert canvas.hand == name
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.hand == "left_hand"
    before = drawing.figure
    drag(canvas, "left_hand", 0, -60)
    assert far(before, drawing.figure, 0, "left_hand") > 3
    assert far(before, drawing.figure, 0, "right_hand") < 0.1


def test_the_other_side_is_chosen_beside_the_picture(drawing: DrawingPage) -> None:
    drawing.canvas.choose("right_knee")
    assert drawing.panel.in_hand.sides.key() == "right"
    drawing.panel.in_hand.sides.choose("left")
    assert drawing.canvas.hand == "left_knee"
    assert drawing.panel.in_hand.title.text() == "Left knee"


def test_a_thing_is_made_larger_with_the_mouse_and_the_keys(qtbot, drawing: DrawingPage) -> None:
    drawing.panel.things.added.emit("box")
    number = len(drawing.figure.props) - 1
    drag(drawing.canvas, f"size:{number}:1", 0, -30)
    high = drawing.figure.props[number].size[1]
    assert high > 15
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_Up)
    assert drawing.figure.props[number].size[1] == pytest.approx(high + 1)
    drawing.undo.click()
    drawing.undo.click()
    assert drawing.figure.props[number].size == ()


def test_a_band_is_tied_to_the_knees_by_dragging_and_by_choosing(drawing: DrawingPage) -> None:
    drawing.panel.view_wanted.emit("front")
    drawing.panel.things.added.emit("band")
    number, canvas = len(drawing.figure.props) - 1, drawing.canvas
    assert canvas.hand == f"bend:{number}:0"
    knee = spot(canvas, "left_knee")
    start = spot(canvas, f"point:{number}:0")
    drag(canvas, f"point:{number}:0", knee.x() - start.x(), knee.y() - start.y())
    tied = drawing.figure.props[number].points[0]
    assert isinstance(tied, str)
    assert tied.startswith("left_")
    canvas.choose(f"point:{number}:1")
    drawing.panel.in_hand.tie_wanted.emit("right_knee")
    assert drawing.figure.props[number].points[1] == "right_knee"
    assert drawing.panel.in_hand.tie.currentText() == "Right knee"
    drawing.panel.in_hand.tie_wanted.emit("")
    assert not isinstance(drawing.figure.props[number].points[1], str)


def test_a_band_is_bent_and_its_point_taken_away_by_the_keys(qtbot, drawing: DrawingPage) -> None:
    drawing.panel.view_wanted.emit("front")
    drawing.panel.things.added.emit("band")
    number, canvas = len(drawing.figure.props) - 1, drawing.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.hand == f"point:{number}:1"
    assert len(drawing.figure.props[number].points) == 3
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(drawing.figure.props[number].points) == 2
    canvas.choose(f"point:{number}:0")
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(drawing.figure.props) == number


def test_a_dumbbell_goes_to_the_other_hand(drawing: DrawingPage) -> None:
    drawing.panel.things.added.emit("dumbbell")
    drawing.panel.in_hand.sides.choose("left")
    assert drawing.figure.props[-1].points == ("left",)


def test_things_and_signs_are_shown_where_they_are_wanted(drawing: DrawingPage) -> None:
    drawing.tabs.tabs[1].click()
    drawing.panel.things.added.emit("ball")
    drawing.panel.in_hand.frames.click()
    assert drawing.figure.props[-1].frames == (1,)
    drawing.panel.signs.added.emit("clock")
    drawing.panel.in_hand.frames.click()
    assert drawing.figure.marks[-1].frames == (0, 1)


def test_an_arrow_is_made_longer_by_its_end(drawing: DrawingPage) -> None:
    drawing.panel.signs.added.emit("arrow")
    number = len(drawing.figure.marks) - 1
    drag(drawing.canvas, f"tip:{number}", 0, -40)
    assert drawing.figure.marks[number].size > 13


def test_a_close_up_of_one_limb_cannot_be_mirrored(drawing: DrawingPage, page) -> None:
    drawing.cancel.click()
    page.side.do("draw", "exercise.tendon_glides")
    assert not drawing.panel.mirror.isEnabled()


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


def test_ctrl_enter_keeps_the_picture_wherever_the_keys_are(qtbot, drawing: DrawingPage, page, ctx) -> None:
    drag(drawing.canvas, "right_hand", 0, -60)
    figure_id = drawing.figure.id
    drawing.panel.view.setFocus()
    qtbot.keyClick(drawing.panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.side.currentWidget() is page.side.page("editor")
    qtbot.keyClick(page.side.currentWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.side.is_detail
    assert ctx.store.library().entries["exercise.bridge"].figure == figure_id


def test_keys_of_the_detail_mark_nothing_while_a_picture_is_drawn(qtbot, drawing: DrawingPage, page, ctx) -> None:
    before = page.finding.own
    for key in (Qt.Key.Key_D, Qt.Key.Key_T):
        qtbot.keyClick(drawing.canvas, key, Qt.KeyboardModifier.ControlModifier)
    assert page.finding.own == before
    assert "exercise.bridge" not in ctx.store.favourites()
    assert drawing.isVisible()


def test_no_tool_moves_when_the_scroll_bar_comes(qtbot, drawing: DrawingPage, page) -> None:
    page.resize(1100, 1200)
    qtbot.waitUntil(lambda: not drawing.panel.verticalScrollBar().isVisible())
    wide = drawing.panel.poses.width()
    page.resize(1100, 500)
    qtbot.waitUntil(lambda: drawing.panel.verticalScrollBar().isVisible())
    assert drawing.panel.poses.width() == wide


def test_the_longer_it_is_drawn_on_the_seldomer_it_is_kept_unasked(drawing: DrawingPage, page, ctx) -> None:
    work, waits = drawing.drawing, []
    for n in range(6):
        drag(drawing.canvas, "right_hand", 0, -20 if n % 2 else 20)
        waits.append(work._safe.interval())
        work._safe.timeout.emit()
        work._safe.stop()
        assert work.session.is_saved
    assert waits == [60_000, 120_000, 240_000, 480_000, 480_000, 480_000]
    work.drop()
    drawing.begin()
    drag(drawing.canvas, "right_hand", 0, -20)
    assert work._safe.interval() == 60_000


def test_the_way_back_to_the_picture_before_goes_with_the_entry(drawing: DrawingPage, page, ctx) -> None:
    hushed = []
    ctx.news.hushed.connect(hushed.append)
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.save.click()
    assert not hushed
    page.side.finish()
    assert [message.text for message in hushed] == ["The picture is kept."]


def test_a_knee_that_hardly_moves_says_why_and_lets_its_foot_go(drawing: DrawingPage) -> None:
    hand = drawing.panel.in_hand
    drawing.canvas.choose("right_knee")
    assert "which is held" in hand.hint.text()
    assert hand.hold.isChecked()
    assert hand.hold.text() == "The foot stays in its place"
    before = drawing.figure
    drag(drawing.canvas, "right_knee", 0, -40)
    assert far(before, drawing.figure, 0, "right_knee") < 0.5
    hand.hold.click()
    assert hand.hint.isHidden()
    assert hand.hold.isHidden()
    drag(drawing.canvas, "right_knee", 0, -40)
    assert far(before, drawing.figure, 0, "right_knee") > 3


def test_page_up_and_down_go_through_the_pictures_with_the_same_joint_in_hand(qtbot, drawing: DrawingPage) -> None:
    drawing.canvas.choose("right_knee")
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_PageDown)
    assert (drawing.frame, drawing.canvas.hand) == (1, "right_knee")
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_PageDown)
    assert drawing.frame == 1
    qtbot.keyClick(drawing.canvas, Qt.Key.Key_PageUp)
    assert (drawing.frame, drawing.canvas.hand) == (0, "right_knee")


def test_the_field_below_the_picture_tells_ones_own_from_the_built_in_one(drawing: DrawingPage, page) -> None:
    editor = page.side.page("editor")
    assert editor.figure.figure.finder.text() == "Bridge"
    drag(drawing.canvas, "right_hand", 0, -60)
    drawing.save.click()
    assert editor.figure.figure.finder.text() == "Bridge, your own picture"
    found = [words for _key, words in editor.figure._find("bridge")]
    assert "Bridge" in found
    assert len(set(found)) == len(found)


def test_the_keys_are_on_the_picture_again_when_one_comes_back_to_it(drawing: DrawingPage, page) -> None:
    drawing.panel.view.setFocus()
    page.refresh()
    page.take_focus()
    assert page.focusWidget() is drawing.canvas
