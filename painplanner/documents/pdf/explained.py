"""The message of a paper with the picture that explains it: beside it, or below it in large print.

Which of the two papers is made, with or without the picture, the writer decides by their pages.
"""

from __future__ import annotations

import msgspec

from painplanner.documents.blocks import Document, Message, Picture
from painplanner.documents.pdf.parts import Drawn, Part, Stack
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.pictures import Crop, draw_picture
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.text_blocks import message

_GAP = 16.0
_LARGE = 1.5


def explained_message(block: Message, setting: Setting) -> Part:
    """Set a message, and its picture at the size it is drawn for."""
    if block.picture is None:
        return message(block, setting)
    if setting.paper.is_large:
        words = message(block, setting)
        return Stack([words, _picture(block.picture, setting, _LARGE)], before=words.before)
    width = setting.paper.inner - block.picture.drawing.width - _GAP
    words = message(block, setting, width)
    picture = _picture(block.picture, setting, 1.0)

    def paint(pen: Pen, x: float, top: float) -> None:
        words.draw(pen, x, top)
        picture.draw(pen, x + width + _GAP, top)

    return Drawn(max(words.height, picture.height), paint, before=words.before)


def unexplained(document: Document) -> Document:
    """Return a document without the pictures of messages; the same one where there are none."""
    blocks = tuple(
        Message(block.words) if isinstance(block, Message) and block.picture is not None else block
        for block in document.blocks
    )
    return document if blocks == document.blocks else msgspec.structs.replace(document, blocks=blocks)


def _picture(picture: Picture, setting: Setting, scale: float) -> Part:
    drawing = picture.drawing
    width, height = drawing.width * scale, drawing.height * scale

    def paint(pen: Pen, x: float, top: float) -> None:
        box = pen.figure_box(x, top - height, width, top)
        tag = setting.root.child("Figure", alt=picture.alt or drawing.alt, attributes=box)
        draw_picture(pen, tag, picture, Crop(0, 0, drawing.width, drawing.height), (x, top - height, width), setting)

    return Drawn(height, paint, before=setting.gap(10))
