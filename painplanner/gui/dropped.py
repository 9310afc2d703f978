"""What was dropped or copied, read as pictures: files first, else the picture itself; nothing is decoded here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

Source = Path | QImage
PICTURE_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".bmp", ".gif", ".tif", ".tiff")
)


def sources_in(mime: QMimeData | None) -> tuple[Source, ...]:
    """Return the files, or else the picture, that were dropped or copied."""
    if mime is None:
        return ()
    files = _files(mime)
    if files:
        return files
    image = mime.imageData() if mime.hasImage() else None
    return (image,) if isinstance(image, QImage) and not image.isNull() else ()


def has_sources(mime: QMimeData | None) -> bool:
    """Tell whether files or a picture were dropped or copied, without reading them."""
    return mime is not None and (bool(_files(mime)) or mime.hasImage())


def copied() -> QMimeData | None:
    """Return what is in the clipboard."""
    return QGuiApplication.clipboard().mimeData()


def is_picture_copied() -> bool:
    """Tell whether pasting means a picture: one was copied without words, or files that are called like pictures."""
    mime = copied()
    if mime is None:
        return False
    files = _files(mime)
    if files:
        return all(file.suffix.lower() in PICTURE_ENDINGS for file in files)
    return mime.hasImage() and not mime.hasText()


def _files(mime: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()) if mime.hasUrls() else ()
