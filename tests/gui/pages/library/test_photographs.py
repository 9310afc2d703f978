"""A clinician adds photographs: taken in beside the window, turned, cut, pointed at, kept with words, and undone."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from painplanner.core.edits import new_item
from painplanner.core.figure import Figure, Photo, decode_figure, encode_figure
from painplanner.core.library import Kind
from painplanner.core.plan import FigureRef
from painplanner.gui.dropped import is_picture_copied
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.photo.canvas import PhotoCanvas
from painplanner.gui.pages.library.photo.page import PhotoPage

pytestmark = pytest.mark.usefixtures("nothing_own")

RED, BLUE = (220, 20, 20), (20, 20, 220)


def picture_file(folder: Path, name: str = "bridge.jpg", size: tuple[int, int] = (400, 300)) -> Path:
    """Return a file with a picture that is red at the left and blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    image.save(folder / name)
    return folder / name


def take(qtbot, intake, *sources) -> None:
    with qtbot.waitSignal(intake.taken, timeout=20_000):
        intake.take(sources)


@pytest.fixture
def photo(qtbot, editor, page: LibraryPage, tmp_path: Path) -> PhotoPage:
    """Return the page with a photograph for the built-in bridge that was just chosen."""
    take(qtbot, editor.figure.intake, picture_file(tmp_path))
    return page.side.page("photo")  # type: ignore[return-value]


def spot(canvas: PhotoCanvas, name: str) -> QPoint:
    grip = canvas.grip(name)
    assert grip is not None, name
    return canvas.on_screen(grip).toPoint()


def drag(canvas: PhotoCanvas, start: QPoint, dx: int, dy: int) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for share in (1, 2, 3, 4):
        QTest.mouseMove(canvas, start + QPoint(dx * share // 4, dy * share // 4))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(dx, dy))


def save(qtbot, photo: PhotoPage) -> None:
    with qtbot.waitSignal(photo.left, timeout=20_000):
        photo.save.click()


def kept(ctx) -> Figure:
    """Return the picture that the practice keeps for the bridge now."""
    data = ctx.store.figure_bytes(ctx.store.library().entries["exercise.bridge"].figure)
    assert data
    return decode_figure(data)


def pixels(ctx, photo: Photo) -> QImage:
    return QImage.fromData(ctx.store.picture(photo.sha256))


def leave(photo: PhotoPage, page: LibraryPage) -> None:
    page.side.finish()
    assert page.side.is_detail


# Taking in


def test_a_chosen_file_opens_the_page_with_it(photo: PhotoPage, page: LibraryPage) -> None:
    assert page.side.currentWidget() is photo
    assert page.pane.isHidden()
    assert (photo.shot.width, photo.shot.height) == (400, 300)
    assert photo.title.text() == "Photograph of Bridge"
    assert photo.canvas.hasFocus()


def dragged(mime: QMimeData) -> QDropEvent:
    """Return something that is dragged, not yet taken by anybody."""
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, button, keys)
    event.ignore()
    return event


def test_a_dropped_file_is_taken_in(qtbot, editor, page, tmp_path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path)))])
    section = editor.figure
    over = dragged(mime)
    section.dragEnterEvent(over)
    assert over.isAccepted()
    with qtbot.waitSignal(section.intake.taken, timeout=20_000):
        section.dropEvent(dragged(mime))
    assert page.side.currentWidget() is page.side.page("photo")


def test_words_that_are_dragged_over_the_picture_are_not_taken(editor) -> None:
    mime = QMimeData()
    mime.setText("not a picture")
    over = dragged(mime)
    editor.figure.dragEnterEvent(over)
    assert not over.isAccepted()


def test_a_copied_picture_is_pasted(qtbot, editor, page, tmp_path) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(picture_file(tmp_path, "shot.png"))))
    assert page.takes_picture
    with qtbot.waitSignal(editor.figure.intake.taken, timeout=20_000):
        assert page.paste_picture()
    assert page.side.page("photo").shot.size == (400, 300)


def test_a_copied_file_is_pasted_and_copied_words_are_left_to_fields(qtbot, editor, page, tmp_path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(mime)
    assert is_picture_copied()
    with qtbot.waitSignal(editor.figure.intake.taken, timeout=20_000):
        assert page.paste_picture()
    QGuiApplication.clipboard().setText("words")
    assert not is_picture_copied()
    assert not page.paste_picture()


def test_what_is_no_picture_is_said_at_the_place_and_nothing_is_lost(qtbot, editor, page, tmp_path, ctx) -> None:
    (tmp_path / "letter.jpg").write_bytes(b"Dear colleague")
    before = editor.editing.session.value
    editor.figure.intake.take((tmp_path / "letter.jpg",))
    qtbot.waitUntil(lambda: not editor.figure.intake.is_busy, timeout=20_000)
    problem = editor.figure.intake.problem
    assert problem.isVisibleTo(editor)
    assert "not a picture" in problem.text
    assert "Nothing was added" in problem.text
    assert page.side.currentWidget() is editor
    assert editor.editing.session.value == before


def test_of_several_files_the_good_ones_are_taken_and_the_others_named(qtbot, editor, page, tmp_path) -> None:
    (tmp_path / "letter.jpg").write_bytes(b"Dear colleague")
    take(qtbot, editor.figure.intake, picture_file(tmp_path), tmp_path / "letter.jpg")
    assert editor.figure.intake.problem.text.startswith("letter.jpg: ")
    assert len(page.side.page("photo").value.shots) == 1


def test_the_window_stays_alive_while_a_file_is_taken_in_and_it_can_be_stopped(qtbot, editor, page, tmp_path) -> None:
    intake = editor.figure.intake
    intake.take((picture_file(tmp_path),))
    assert intake.is_busy
    assert "bridge.jpg" in intake.work.words.text()
    intake.work.cancel_button.click()
    assert not intake.is_busy
    qtbot.waitUntil(lambda: not page._ctx.tasks.is_busy, timeout=20_000)
    assert page.side.currentWidget() is editor


def test_another_entry_does_not_get_what_was_chosen_for_the_one_before(qtbot, editor, page, tmp_path) -> None:
    editor.figure.intake.take((picture_file(tmp_path),))
    page.show_thing("exercise.clamshell")
    page.own_actions.edit.click()
    qtbot.waitUntil(lambda: not page._ctx.tasks.is_busy, timeout=20_000)
    assert page.side.currentWidget() is editor


# Keeping


def test_a_photograph_is_kept_beside_the_drawing(qtbot, photo: PhotoPage, page, ctx) -> None:
    save(qtbot, photo)
    editor = page.side.currentWidget()
    assert editor is page.side.page("editor")
    assert editor.figure.change_photos.hasFocus()
    leave(photo, page)
    figure = kept(ctx)
    assert figure.id.startswith("own.bridge-")
    assert len(figure.frames) == 2
    (one,) = figure.photos
    assert (one.width, one.height) == (400, 300)
    assert sha256(ctx.store.picture(one.sha256)).hexdigest() == one.sha256
    assert ctx.library.built_in.entries["exercise.bridge"].figure == "figure.bridge"


def test_or_instead_of_it_and_back_again(qtbot, photo: PhotoPage, page, ctx) -> None:
    photo.panel.place.segment("instead").click()
    save(qtbot, photo)
    page.side.editing.session.save()
    assert kept(ctx).frames == ()
    page.side.page("editor").figure.change_photos.click()
    photo.panel.place.segment("beside").click()
    save(qtbot, photo)
    leave(photo, page)
    assert len(kept(ctx).frames) == 2


@pytest.fixture
def own_drawing(qtbot, page: LibraryPage, tmp_path) -> PhotoPage:
    """Return the page with a photograph for an entry of one's own that was drawn, with a third frame, before."""
    page.side.duplicate("exercise.bridge")
    editor = page.side.page("editor")
    editor.figure.draw.click()
    drawing = page.side.page("drawing")
    drawing.tabs.add.click()
    drawing.save.click()
    take(qtbot, editor.figure.intake, picture_file(tmp_path))
    return page.side.page("photo")  # type: ignore[return-value]


def test_a_drawing_of_ones_own_comes_back_after_a_photograph_stood_instead_of_it(
    qtbot, own_drawing: PhotoPage, page, ctx
) -> None:
    own_drawing.panel.place.segment("instead").click()
    save(qtbot, own_drawing)
    key = page.side.editing.entry_id
    page.side.finish()
    page.side.drawing.tidy()
    page.show_thing(key)
    page.side.edit(key)
    page.side.page("editor").figure.change_photos.click()
    assert own_drawing.panel.place_box.isVisibleTo(own_drawing)
    own_drawing.panel.place.segment("beside").click()
    save(qtbot, own_drawing)
    figure = ctx.library.figure(FigureRef(id=page.side.editing.session.value.entry.value.figure))
    assert (len(figure.frames), len(figure.photos)) == (3, 1)
    assert figure.instead_of == ""


def test_drawing_goes_on_from_what_a_photograph_stands_instead_of(qtbot, own_drawing: PhotoPage, page) -> None:
    own_drawing.panel.place.segment("instead").click()
    save(qtbot, own_drawing)
    page.side.page("editor").figure.draw.click()
    figure = page.side.page("drawing").figure
    assert (len(figure.frames), len(figure.photos)) == (3, 1)


def test_cancel_keeps_nothing(photo: PhotoPage, page, ctx) -> None:
    photo.panel.right.click()
    photo.cancel.click()
    assert page.side.currentWidget() is page.side.page("editor")
    leave(photo, page)
    assert ctx.store.own_library().figures == {}


def test_esc_loses_nothing(qtbot, photo: PhotoPage, page, spoken) -> None:
    qtbot.keyClick(photo.canvas, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is photo
    assert "Save the photograph" in spoken[-1].text
    assert photo.save.hasFocus()


def test_esc_leaves_where_nothing_was_changed(qtbot, photo: PhotoPage, page) -> None:
    save(qtbot, photo)
    page.side.currentWidget().figure.change_photos.click()
    qtbot.keyClick(photo.canvas, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.side.page("editor")


def test_looking_at_something_else_keeps_the_photograph(photo: PhotoPage, page, ctx) -> None:
    page.show_thing("exercise.clamshell")
    assert page.side.is_detail
    assert len(kept(ctx).photos) == 1


def test_undoing_the_edit_of_the_entry_brings_the_old_picture_back(qtbot, photo: PhotoPage, page, ctx) -> None:
    save(qtbot, photo)
    page.side.editing.session.undo()
    leave(photo, page)
    assert ctx.store.library().entries["exercise.bridge"].figure == "figure.bridge"


def test_a_plan_keeps_its_photograph_when_the_entry_changes_later(qtbot, photo: PhotoPage, page, ctx) -> None:
    save(qtbot, photo)
    leave(photo, page)
    item = new_item(ctx.library.entries["exercise.bridge"], ctx.library.value, ctx.new_id)
    page.own_actions.edit.click()
    editor = page.side.page("editor")
    editor.figure.change_photos.click()
    photo.tabs.remove.click()
    save(qtbot, photo)
    leave(photo, page)
    assert ctx.library.figure(FigureRef(id=ctx.library.entries["exercise.bridge"].figure)).photos == ()
    then = ctx.library.figure(item.figure)
    assert ctx.library.photos(then).keys() == {then.photos[0].sha256}


# Turning and cutting


def test_what_is_cut_away_is_truly_gone(qtbot, editor, page, ctx, tmp_path) -> None:
    take(qtbot, editor.figure.intake, picture_file(tmp_path, size=(400, 301)))  # one that no other test keeps
    photo = page.side.page("photo")
    before = photo.shot.sha256
    drag(photo.canvas, spot(photo.canvas, "right"), -round(photo.canvas.cut().width() * 0.55), 0)
    assert photo.shot.framing.right == pytest.approx(0.45, abs=0.01)
    save(qtbot, photo)
    leave(photo, page)
    (one,) = kept(ctx).photos
    assert one.width == pytest.approx(180, abs=3)
    image = pixels(ctx, one)
    assert all(image.pixelColor(x, 150).red() > 150 for x in range(0, one.width, 10))
    assert before not in ctx.store.pictures([before])


def test_a_corner_moves_two_edges_and_an_edge_is_taken_anywhere_along_it(photo: PhotoPage) -> None:
    canvas = photo.canvas
    drag(canvas, spot(canvas, "top_left"), 60, 45)
    assert photo.shot.framing.left > 0.05 < photo.shot.framing.top
    cut = canvas.cut()
    drag(canvas, QPoint(round(cut.left() + cut.width() * 0.3), round(cut.bottom())), 0, -40)
    assert photo.shot.framing.bottom < 0.98
    assert photo.shot.framing.right == 1


def test_a_cut_leaves_enough_to_be_seen(photo: PhotoPage) -> None:
    canvas = photo.canvas
    drag(canvas, spot(canvas, "right"), -5000, 0)
    assert photo.shot.framing.right * 400 == pytest.approx(50)


def test_keys_alone_cut_turn_and_draw(qtbot, photo: PhotoPage) -> None:
    canvas = photo.canvas
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.hand == "left"
    assert canvas.accessibleDescription() == "Left edge"
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert photo.shot.framing.left == pytest.approx(0.05)
    photo.panel.add_arrow.click()
    assert canvas.hand == "tip:0"
    before = photo.shot.arrows[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert photo.shot.arrows[0].y1 < before.y1
    qtbot.keyClick(canvas, Qt.Key.Key_Backtab)
    assert canvas.accessibleDescription() == "Arrow 1: bend"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert photo.shot.arrows[0].bend > 0
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert photo.shot.arrows == ()
    qtbot.keyClicks(photo.panel.degrees.line, "2,5")
    assert photo.shot.framing.degrees == pytest.approx(2.5)


def test_tab_goes_from_the_photograph_through_the_tools_as_they_are_laid_out(photo: PhotoPage) -> None:
    photo.panel.add_arrow.click()
    gone = []
    field = photo.canvas
    while len(gone) < 40:
        field = field.nextInFocusChain()
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisibleTo(photo):
            gone.append(field.accessibleName())
    wanted = ["Where it stands: Beside the drawing", "Turn a quarter to the left", "Turn by half degrees"]
    wanted += ["Turn a quarter to the right", "Turn, °", "Arrow 1", "Take away: Arrow 1", "Add an arrow"]
    places = [gone.index(name) for name in wanted]
    assert places == sorted(places)
    assert all(gone[: places[-1]])


def test_a_quarter_turn_is_kept_in_the_pixels(qtbot, photo: PhotoPage, page, ctx) -> None:
    photo.panel.right.click()
    save(qtbot, photo)
    leave(photo, page)
    (one,) = kept(ctx).photos
    assert (one.width, one.height) == (300, 400)
    image = pixels(ctx, one)
    assert image.pixelColor(150, 50).red() > 150
    assert image.pixelColor(150, 350).blue() > 150


def test_a_slight_turn_leaves_no_corner_bare(qtbot, photo: PhotoPage, page, ctx) -> None:
    photo.panel.slider.setValue(10)
    assert photo.shot.framing.degrees == 5
    save(qtbot, photo)
    leave(photo, page)
    (one,) = kept(ctx).photos
    image = pixels(ctx, one)
    corners = [(1, 1), (one.width - 2, 1), (1, one.height - 2), (one.width - 2, one.height - 2)]
    assert all(image.pixelColor(x, y).green() < 120 for x, y in corners)


def test_turning_too_far_is_said_at_the_field(qtbot, photo: PhotoPage) -> None:
    photo.panel.degrees.line.selectAll()
    qtbot.keyClicks(photo.panel.degrees.line, "90")
    assert photo.panel.degrees.sentence == "At most 45"


def test_all_of_it_can_be_shown_again_before_it_is_saved(photo: PhotoPage) -> None:
    assert photo.panel.whole.isHidden()
    drag(photo.canvas, spot(photo.canvas, "left"), 80, 0)
    photo.panel.whole.click()
    assert not photo.shot.is_framed


# Arrows


def middle(canvas: PhotoCanvas) -> QPoint:
    return canvas.cut().center().toPoint()


def test_a_drag_inside_draws_an_arrow_whose_ends_and_middle_can_be_dragged(qtbot, photo: PhotoPage, page, ctx) -> None:
    canvas = photo.canvas
    drag(canvas, middle(canvas), 120, 0)
    assert canvas.hand == "tip:0"
    drag(canvas, spot(canvas, "tip:0"), 0, -60)
    drag(canvas, spot(canvas, "tail:0"), -60, 0)
    assert photo.shot.arrows[0].bend == 0
    drag(canvas, spot(canvas, "bend:0"), 0, -40)
    assert photo.shot.arrows[0].bend > 5
    save(qtbot, photo)
    leave(photo, page)
    (arrow,) = kept(ctx).photos[0].arrows
    assert arrow.x0 < 500 < arrow.x1
    assert arrow.y1 > arrow.y0 == 500
    assert arrow.bend > 0


def test_a_click_draws_nothing(photo: PhotoPage) -> None:
    drag(photo.canvas, middle(photo.canvas), 2, 1)
    drag(photo.canvas, middle(photo.canvas), 8, 0)
    assert photo.shot.arrows == ()


def test_an_arrow_keeps_pointing_at_the_same_thing_through_turns_and_cuts(qtbot, photo: PhotoPage, page, ctx) -> None:
    drag(photo.canvas, middle(photo.canvas), 100, -50)
    before = photo.shot.arrows
    photo.panel.left.click()
    drag(photo.canvas, spot(photo.canvas, "top"), 0, 20)
    assert photo.shot.arrows == before
    save(qtbot, photo)
    page.side.currentWidget().figure.change_photos.click()
    again = photo.shot.arrows[0]
    assert (again.x0, again.y0) != (before[0].x0, before[0].y0)  # in the pixels of what was kept
    assert again.y1 < again.y0


def test_arrows_and_words_can_be_changed_later(qtbot, photo: PhotoPage, page, ctx) -> None:
    drag(photo.canvas, middle(photo.canvas), 100, 0)
    save(qtbot, photo)
    page.side.currentWidget().figure.change_photos.click()
    pixels_before = photo.shot.sha256
    photo.panel.arrow_gone.emit(0)
    qtbot.keyClicks(photo.panel.words["es"], "Puente en la colchoneta")
    save(qtbot, photo)
    leave(photo, page)
    (one,) = kept(ctx).photos
    assert one.sha256 == pixels_before
    assert one.arrows == ()
    assert [(text.lang, text.text) for text in one.alt] == [("es", "Puente en la colchoneta")]


def test_esc_gives_up_a_drag(qtbot, photo: PhotoPage, page) -> None:
    canvas, before = photo.canvas, photo.shot
    start = spot(canvas, "left")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(80, 0))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(80, 0))
    assert photo.shot == before
    assert page.side.currentWidget() is photo


def test_everything_is_undone_and_done_again_step_by_step(photo: PhotoPage, page) -> None:
    seen = [photo.value]
    drag(photo.canvas, spot(photo.canvas, "left"), 60, 0)
    seen.append(photo.value)
    photo.panel.right.click()
    seen.append(photo.value)
    photo.panel.add_arrow.click()
    seen.append(photo.value)
    photo.panel.place.segment("instead").click()
    seen.append(photo.value)
    assert page.shown_stack is photo.photographs.session.undo_stack
    for value in reversed(seen[:-1]):
        photo.undo.click()
        assert photo.value == value
    for value in seen[1:]:
        photo.redo.click()
        assert photo.value == value
    for _step in seen:
        photo.undo.click()
    assert photo.shot is None  # the taking in is a step too
    assert photo.empty.isVisibleTo(photo)


# Several


def test_photographs_are_added_moved_and_removed(qtbot, photo: PhotoPage, page, ctx, tmp_path) -> None:
    photo.panel.place.segment("instead").click()
    take(qtbot, photo.intake, picture_file(tmp_path, "b.png", (300, 300)))
    assert photo.place == 1
    assert [tab.text() for tab in photo.tabs.tabs] == ["Photograph 1", "Photograph 2"]
    photo.tabs.back.click()
    assert [shot.width for shot in photo.value.shots] == [300, 400]
    assert photo.place == 0
    photo.tabs.tabs[1].click()
    photo.tabs.remove.click()
    assert [shot.width for shot in photo.value.shots] == [300]
    save(qtbot, photo)
    leave(photo, page)
    assert [one.width for one in kept(ctx).photos] == [300]


def test_no_more_than_four_pictures_stand_in_a_row(qtbot, photo: PhotoPage, tmp_path) -> None:
    take(qtbot, photo.intake, *(picture_file(tmp_path, f"{n}.png", (300, 300)) for n in range(3)))
    assert len(photo.value.shots) == 2  # two frames are drawn
    assert "At most four" in photo.intake.problem.text
    assert not photo.tabs.add.isEnabled()
    photo.panel.place.segment("instead").click()
    assert photo.tabs.add.isEnabled()


def test_an_entry_that_is_not_drawn_is_shown_by_its_photograph_alone(qtbot, page: LibraryPage, tmp_path, ctx) -> None:
    page.side.new_entry(Kind.EXERCISE)
    editor = page.side.page("editor")
    take(qtbot, editor.figure.intake, picture_file(tmp_path))
    photo = page.side.page("photo")
    assert photo.panel.place_box.isHidden()
    save(qtbot, photo)
    figure = ctx.library.figure(FigureRef(id=editor.editing.session.value.entry.value.figure))
    assert figure.frames == ()
    assert len(figure.photos) == 1
    assert editor.figure.draw.text() == "Draw"


def test_it_can_still_be_drawn_and_keeps_its_photograph(qtbot, page: LibraryPage, tmp_path, ctx) -> None:
    page.side.new_entry(Kind.EXERCISE)
    editor = page.side.page("editor")
    take(qtbot, editor.figure.intake, picture_file(tmp_path))
    save(qtbot, page.side.page("photo"))
    editor.figure.draw.click()
    drawing = page.side.page("drawing")
    assert len(drawing.figure.frames) == 1
    drawing.panel.view_wanted.emit("front")
    drawing.left.emit()
    figure = ctx.library.figure(FigureRef(id=editor.editing.session.value.entry.value.figure))
    assert len(figure.frames) == len(figure.photos) == 1


def test_a_photograph_that_is_missing_breaks_nothing_and_is_not_lost(qtbot, editor, page, ctx) -> None:
    gone = Photo(sha256="0" * 64, width=400, height=300)
    ctx.store.keep_own_figure("own.gone", encode_figure(Figure(id="own.gone", frames=(), photos=(gone,))))
    ctx.library.forget()
    editor.figure.figure.enter("own.gone")
    editor.figure.change_photos.click()
    photo = page.side.page("photo")
    assert "missing" in photo.hint.text()
    assert photo.canvas.grips == ()
    assert not photo.panel.add_arrow.isEnabled()
    qtbot.keyClicks(photo.panel.words["en"], "On a mat")
    save(qtbot, photo)
    leave(photo, page)
    (one,) = kept(ctx).photos
    assert one.sha256 == gone.sha256
    assert one.alt[0].text == "On a mat"
    page.detail.grab()


def test_the_pictures_of_the_detail_and_the_list_show_it(qtbot, photo: PhotoPage, page, ctx) -> None:
    photo.panel.place.segment("instead").click()
    save(qtbot, photo)
    leave(photo, page)
    from painplanner.gui.widgets.figure_view import FigureThumb

    (thumb,) = page.detail.findChildren(FigureThumb)
    seen = thumb.grab().toImage()
    left = seen.pixelColor(seen.width() // 3, seen.height() // 2)
    assert left.red() > 150 > left.blue()


def test_esc_lets_go_before_it_leaves(qtbot, photo: PhotoPage, spoken) -> None:
    photo.canvas.choose("left")
    qtbot.keyClick(photo.canvas, Qt.Key.Key_Escape)
    assert photo.canvas.hand == ""
    assert not spoken
    qtbot.keyClick(photo.canvas, Qt.Key.Key_Escape)
    assert "Save the photograph" in spoken[-1].text


def test_ctrl_enter_keeps_the_photograph_wherever_the_keys_are(qtbot, photo: PhotoPage, page) -> None:
    line = photo.panel.words["en"]
    line.setFocus()
    with qtbot.waitSignal(photo.left, timeout=20_000):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.side.currentWidget() is page.side.page("editor")
