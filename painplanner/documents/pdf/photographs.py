"""Photographs in a PDF: the JPEG goes in as it is kept and is never decoded here; one that is none is left out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFStream

from painplanner.core.drawing import Drawing, Photograph
from painplanner.core.jpeg import clean_jpeg_size


def sound(drawing: Drawing) -> Drawing:
    """Return a drawing without photographs that no reader could show; the same one where all are sound."""
    if Photograph not in map(type, drawing.shapes):
        return drawing
    shapes = tuple(s for s in drawing.shapes if not isinstance(s, Photograph) or clean_jpeg_size(s.data))
    return drawing if len(shapes) == len(drawing.shapes) else msgspec.structs.replace(drawing, shapes=shapes)


def name_of(photo: Photograph) -> str:
    """Return how a photograph is called in a file: equal ones are stored once."""
    return f"p{photo.sha256[:32]}"


def images(document: PDFDocument, drawing: Drawing) -> PDFDictionary:
    """Put the photographs of a drawing into a file and return what its operators know them by."""
    return PDFDictionary({name: document.Reference(image) for name, image in _images(document, drawing)})


def _images(document: PDFDocument, drawing: Drawing) -> Iterator[tuple[str, PDFObject]]:
    for photo in drawing.shapes:
        if isinstance(photo, Photograph):
            name = name_of(photo)
            if name not in document.idToObject:
                document.Reference(_image(photo), name)
            yield name, document.idToObject[name]


def _image(photo: Photograph) -> PDFStream:
    width, height = clean_jpeg_size(photo.data) or (1, 1)
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": PDFName("DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": PDFName("DCTDecode"),
    }
    return PDFStream(PDFDictionary(entries), photo.data)
