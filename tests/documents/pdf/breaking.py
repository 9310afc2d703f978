"""Ways to spoil a file that a test was given: each makes one condition of accessible files fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Break = Callable[[Any], None]


def without(*way: str) -> Break:
    """Take the last of these keys away, counted from the root of the file."""

    def spoil(pdf: Any) -> None:
        holder = pdf.Root
        for key in way[:-1]:
            holder = holder[key]
        del holder[way[-1]]

    return spoil


def having(*way: Any) -> Break:
    """Set a key, counted from the root of the file, to the last of these."""

    def spoil(pdf: Any) -> None:
        holder = pdf.Root
        for key in way[:-2]:
            if key not in holder:
                holder[key] = Dictionary()
            holder = holder[key]
        holder[way[-2]] = way[-1]

    return spoil


def element(kind: str, change: Callable[[Any], None]) -> Break:
    """Change the first element of a kind."""
    return lambda pdf: change(_all(pdf, kind)[0])


def renamed(kind: str, other: str, place: int = 0) -> Break:
    """Let an element be of another kind."""

    def spoil(pdf: Any) -> None:
        _all(pdf, kind)[place].S = Name("/" + other)

    return spoil


def lacking(kind: str, key: str) -> Break:
    """Take a key away from the first element of a kind."""

    def change(node: Any) -> None:
        del node[key]

    return element(kind, change)


def page(key: str, value: Any) -> Break:
    """Change an entry of the first page."""

    def spoil(pdf: Any) -> None:
        pdf.pages[0][key] = value

    return spoil


def content(old: bytes, new: bytes) -> Break:
    """Write the first page with other operators."""

    def spoil(pdf: Any) -> None:
        page = pdf.pages[0]
        data = page.Contents.read_bytes()
        assert old in data
        page.Contents = pdf.make_stream(data.replace(old, new, 1))

    return spoil


def metadata(old: bytes, new: bytes) -> Break:
    """Change the description of the file."""

    def spoil(pdf: Any) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return spoil


def font(change: Callable[[Any, Any], None]) -> Break:
    """Change a font: the function gets it and the font within it."""

    def spoil(pdf: Any) -> None:
        found = next(iter(pdf.pages[0].Resources.Font.values()))
        change(found, found.DescendantFonts[0])

    return spoil


def meaning(said: str) -> Break:
    """Let a code stand for something else."""

    def change(found: Any, _inner: Any) -> None:
        head, rest = found.ToUnicode.read_bytes().split(b"beginbfchar\n", 1)
        line = rest.split(b"\n", 1)[0]
        new = line.split(b" ")[0] + b" <" + said.encode("ascii") + b">"
        found.ToUnicode.write(head + b"beginbfchar\n" + rest.replace(line, new, 1))

    return font(change)


def less_meaning() -> Break:
    """Let nothing be known of what a code stands for."""

    def change(found: Any, _inner: Any) -> None:
        head, rest = found.ToUnicode.read_bytes().split(b"beginbfchar\n", 1)
        found.ToUnicode.write(head + b"beginbfchar\n" + rest.split(b"\n", 1)[1])

    return font(change)


def annotated(**keys: Any) -> Break:
    """Put a note of a reader on the first page."""

    def spoil(pdf: Any) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), **keys)
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    return spoil


def attached(pdf: Any) -> None:
    """Attach a file without its name."""
    pdf.Root.Strange = pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary()))


def picture(**keys: Any) -> Break:
    """Show a picture that holds something it must not."""

    def spoil(pdf: Any) -> None:
        form = pdf.make_stream(b"/P <</MCID 0>> BDC EMC")
        form.Type, form.Subtype = Name.XObject, Name.Form
        for key, value in keys.items():
            form[f"/{key}"] = value
        pdf.pages[0].Resources["/XObject"] = Dictionary(Strange=form)

    return spoil


def layer(**keys: Any) -> Break:
    """Give the file layers that can be switched."""
    return having("/OCProperties", Dictionary(D=Dictionary(**keys), OCGs=Array([])))


def notes(*ids: str) -> Break:
    """Turn the first paragraphs into notes with these ids."""

    def spoil(pdf: Any) -> None:
        for node, name in zip(_all(pdf, "P"), ids, strict=False):
            node.S = Name.Note
            if name:
                node.ID = String(name)

    return spoil


def two_headings(pdf: Any) -> None:
    """Let one element hold two headings that have no level."""
    holder = _all(pdf, "H2")[0].P
    first, second, *_ = [kid for kid in holder.K if isinstance(kid, Dictionary)]
    first.S = second.S = Name.H


def _all(pdf: Any, kind: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/" + kind]
