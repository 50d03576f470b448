"""What a PDF of matplotlib's lacks: its language, a title for the window, XMP, and tags.

matplotlib writes none of this, so pypdf adds it to the finished file; the same file gives the
same bytes. The tags are as good as what matplotlib draws allows: every line of text is a
paragraph in the order in which it was drawn, and all that is drawn is one figure with the title as
its alternative text. What is missing for PDF/UA: headings, lists, tables and paragraphs of several
lines are not told apart, links are not tagged, and nothing is left out as decoration.
"""

import re
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from pypdf.xmp import XmpInformation

from components.base.stamp import Stamp
from components.base.wording import Wording
from data import schema

AUTHOR = "KIZ-Atlas NRW"
#: The first version of PDF that knows languages, tags and XMP; pypdf would name an earlier one.
VERSION = "%PDF-1.4"
#: A text as matplotlib writes it, each sign on a line of its own; a text holds no line ends.
_TEXT = re.compile(rb"^BT$.*?^ET$\n?", re.MULTILINE | re.DOTALL)
#: What leaves something on the page, and does not only move the pen.
_PAINTS = re.compile(rb"(^|\s)(f|F|f\*|S|s|B|b|B\*|b\*|sh|Do)$", re.MULTILINE)


class Part(NamedTuple):
    """A part of what is drawn: its `kind` is P or Figure, or empty where nothing is to be seen."""

    kind: str
    content: bytes


def described(content: bytes, title: str, stamp: Stamp, words: Wording) -> bytes:
    """A PDF of one page with all of this; `title` is what it shows, in the language of `words`."""
    writer = PdfWriter(clone_from=BytesIO(content))
    writer.pdf_header = VERSION
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(words.language)
    writer.create_viewer_preferences().display_doctitle = True
    _tag(writer, words("file.drawing", title=title))
    writer.xmp_metadata = _told(title, stamp, words)
    root["/Metadata"].update(_names(Type="Metadata", Subtype="XML"))
    # Of the file that matplotlib made, but without the name of the one that changed it.
    writer.metadata = {name: text for name, text in writer.metadata.items() if name != "/Producer"}
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _told(title: str, stamp: Stamp, words: Wording) -> XmpInformation:
    """Title, language, author, rights and where it is from, as XMP."""
    told, language = XmpInformation.create(), words.language
    (licence,) = schema.descriptor()["licenses"]
    rights = f"{stamp.source(words)} ({licence['path']}). {stamp.attribution}".strip()
    told.dc_title = {"x-default": title, language: title}
    told.dc_rights = {"x-default": rights, language: rights}
    told.dc_description = {"x-default": stamp.counted(words), language: stamp.counted(words)}
    told.dc_language, told.dc_creator = [language], [AUTHOR]
    told.dc_format, told.dc_source = "application/pdf", stamp.link or None
    return told


def _tag(writer: PdfWriter, alternative: str) -> None:
    """Mark what the page shows, and list the marks as a tree: one figure, then the lines."""
    (page,) = writer.pages
    parts = _parts(page.get_contents().get_data())
    shown = StreamObject()
    shown.set_data(_marked(parts))
    page[NameObject("/Contents")] = _added(writer, shown.flate_encode())
    page[NameObject("/StructParents")] = NumberObject(0)
    tree = _added(writer, _names(Type="StructTreeRoot"))
    document = _element(writer, "Document", tree, page)
    figure = _element(writer, "Figure", document, page)
    figure.get_object()[NameObject("/Alt")] = TextStringObject(alternative)
    owners = [
        figure if part.kind == "Figure" else _element(writer, "P", document, page)
        for part in parts
        if part.kind
    ]
    for mark, owner in enumerate(owners):
        owner.get_object()["/K"].append(NumberObject(mark))
    document.get_object()["/K"].extend(dict.fromkeys([figure, *owners]))
    numbers = ArrayObject([NumberObject(0), ArrayObject(owners)])
    tree.get_object().update(
        {
            NameObject("/K"): document,
            NameObject("/ParentTree"): DictionaryObject({NameObject("/Nums"): numbers}),
        }
    )
    writer.root_object[NameObject("/StructTreeRoot")] = tree
    marked = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    writer.root_object[NameObject("/MarkInfo")] = marked


def _parts(content: bytes) -> list[Part]:
    """The content in parts: each text, and what is drawn between two of them."""
    parts, at = [], 0
    for text in _TEXT.finditer(content):
        parts += [_drawn(content[at : text.start()]), Part("P", text[0])]
        at = text.end()
    return [*parts, _drawn(content[at:])]


def _drawn(content: bytes) -> Part:
    return Part("Figure" if _PAINTS.search(content) else "", content)


def _marked(parts: list[Part]) -> bytes:
    """The content with a mark around each part that shows something, numbered from 0."""
    texts, mark = [], 0
    for kind, content in parts:
        if kind:
            opened = f"/{kind} <</MCID {mark}>> BDC\n".encode()
            content, mark = b"".join((opened, content, b"\nEMC\n")), mark + 1
        texts.append(content)
    return b"".join(texts)


def _element(
    writer: PdfWriter, kind: str, parent: IndirectObject, page: DictionaryObject
) -> IndirectObject:
    """An element of the tree, without its kids."""
    element = _names(Type="StructElem", S=kind)
    links = {"/P": parent, "/Pg": page.indirect_reference, "/K": ArrayObject()}
    element.update({NameObject(name): value for name, value in links.items()})
    return _added(writer, element)


def _names(**entries: str) -> DictionaryObject:
    return DictionaryObject(
        {NameObject(f"/{name}"): NameObject(f"/{value}") for name, value in entries.items()}
    )


def _added(writer: PdfWriter, made: PdfObject) -> IndirectObject:
    # pypdf has no other name for it; its own documentation uses this one.
    return writer._add_object(made)
