"""Who listens to a paper hears the words of its plain text in the same order, as poppler reads the file."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from documents.pdf.every_paper import LANGUAGES, document, files
from msgspec.structs import replace

from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import BodyMap, Charts, Document, Exercise, Message
from painplanner.documents.registry import kind_ids
from painplanner.text import translator

_QUOTED = re.compile(r'\s*"(.*)"$')
_WORD = re.compile(r"\w[\w’',/%-]*(?:\.\w+)*")


def heard(data: bytes, folder: Path, *without: str) -> list[str]:
    """Return the words of a file in the order of its structure, but for what is in elements of some kinds."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    said = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True).stdout
    found: list[str] = []
    hidden: int | None = None
    for line in said.decode("utf-8", "replace").splitlines():
        depth = len(line) - len(line.lstrip())
        if hidden is not None and depth <= hidden:
            hidden = None
        if hidden is None and line.strip().split(" ")[0].rstrip(":") in without:
            hidden = depth
        if hidden is None and (quoted := _QUOTED.match(line)):
            found.append(quoted[1])
    return _words(" ".join(found))


def told(paper: Document) -> list[str]:
    """Return the words of a plain text without header, footer and what stands for signs."""
    text = as_text(
        replace(paper, blocks=tuple(map(_bare, paper.blocks)), header_left="", header_right="", draft_words="")
    )
    body = text.rsplit("-" * 40, 1)[0].replace("[x]", "")
    picture = re.escape(translator(paper.language).gettext("Picture: {words}").format(words=""))
    return _words(re.sub(rf"\[{picture}", "[", body))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("_", " "))


def _bare(block: Any) -> Any:
    """Return a block without what is no text of the page: words for pictures, captions of tables, boxes to tick."""
    if isinstance(block, Exercise):
        return replace(block, grid=None, pictures=tuple(replace(one, alt="") for one in block.pictures))
    if "caption" in block.__struct_fields__:
        return replace(block, caption="")
    if isinstance(block, BodyMap):
        return replace(block, views=tuple(replace(one, alt="") for one in block.views))
    if isinstance(block, Charts):
        return replace(block, charts=tuple(replace(one, alt="") for one in block.charts))
    return replace(block, picture=None) if isinstance(block, Message) else block


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs poppler's pdfinfo")
@pytest.mark.parametrize("kind", kind_ids())
def test_a_paper_is_heard_as_its_plain_text_reads(kind: str, tmp_path: Path) -> None:
    for lang, large in product(LANGUAGES, (False, True)):
        paper = document(kind, lang, large=large)
        data = files()[f"{kind}-{lang}-{'large' if large else 'ordinary'}"]
        has_boxes = any(isinstance(block, Exercise) and block.grid is not None for block in paper.blocks)
        without = ("Figure", "Table") if has_boxes else ("Figure",)
        assert heard(data, tmp_path, *without) == told(paper), f"{lang} {large}"
