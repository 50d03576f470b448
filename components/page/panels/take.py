"""The parts of the page "Mitnehmen" but the pictures: tables, sheets, citation, embedding."""

from dataclasses import replace
from functools import partial

import htpy as h
import streamlit as st

from components import downloads
from components.base import published
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import LANGUAGES, Wording
from components.facts.dossier import row_of
from components.map import framed
from components.page import field, frame, state
from components.page.copy_text import copy_text
from components.page.download import download
from components.printed import factsheets
from components.words import headline

CITATIONS, NUMBERS = (*LANGUAGES, "bibtex"), ("international", "german")


def table(atlas: Atlas, taken: str, shown: Choice, site: str, words: Wording) -> None:
    """One of the tables in the format that is asked for; `taken` is what the page is open for."""
    _heading("table", words)
    tables = {name: words(f"take.table.{name}") for name in downloads.TABLES}
    if taken in tables:
        field.keep("taken_table")(taken)
    name = field.chosen("taken_table", tables)
    kinds = {kind: words(f"take.format.{kind}") for kind in downloads.formats_of(name)}
    key = f"format_{name}"
    kind = field.chosen(key, kinds)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        change = state.changing("taken")
        field.select(words("take.table.which"), tables, "taken_table", name, change)
        field.select(words("take.format"), kinds, key, kind, field.keep(key))
    options = _numbers(words) if kind == "csv" else {}
    download(
        words("take.download.table", format=kind.upper()),
        lambda: downloads.written(
            downloads.table(name, atlas, shown, site=site), kind, words, **options
        ),
        downloads.named(name, shown, atlas.version, kind),
        kind,
        "table",
    )


def _numbers(words: Wording) -> dict[str, object]:
    """How numbers are written in the file, as the reader chooses."""
    options = {name: words(f"take.numbers.{name}") for name in NUMBERS}
    numbers = field.chosen("numbers", options)
    field.choice(words("take.numbers"), options, "numbers", numbers, field.keep("numbers"))
    return {"numbers": numbers, "bom": numbers == "german"}


def sheets(atlas: Atlas, shown: Choice, site: str, words: Wording) -> None:
    """The sheet of the district that is chosen, and the sheet of the state."""
    _heading("sheets", words)
    state_wide = replace(shown, ags="")
    with st.container(horizontal=True, gap="small"):
        if shown.ags:
            name = row_of(atlas.tables.districts, shown.ags)["name"]
            download(
                words("take.sheet.district", name=name),
                partial(factsheets.file, atlas, shown, site),
                factsheets.file_name(shown),
                "pdf",
                "sheet_district",
            )
        download(
            words("take.sheet.state"),
            partial(factsheets.file, atlas, state_wide, site),
            factsheets.file_name(state_wide),
            "pdf",
            "sheet_state",
        )
    if not shown.ags:
        frame.draw(h.p(".hint")[words("take.sheet.choose")])


def citation(atlas: Atlas, shown: Choice, site: str, words: Wording) -> None:
    """How to cite what the day shows: German, English, BibTeX; with the link back."""
    _heading("cite", words)
    kinds = {kind: words(f"take.cite.{kind}") for kind in CITATIONS}
    kind = field.chosen("citation", kinds, words.language)
    label, change = words("take.cite.kind"), field.keep("citation")
    field.choice(label, kinds, "citation", kind, change, hidden=True)
    spoken = Wording(kind) if kind in LANGUAGES else words
    cited = replace(shown, language=spoken.language)
    marked = Stamp.of(atlas, cited, site=site)
    title = headline.on_day(atlas, shown.day, shown.definition, spoken).sentence
    bibtex = kind == "bibtex"
    text = marked.bibtex(title, spoken) if bibtex else marked.citation(title, spoken)
    copy_text(text, words, "take.cite", rows=9 if bibtex else 5)


def embedding(shown: Choice, site: str, words: Wording) -> None:
    """The lines that put the map of the day into another page."""
    _heading("embed", words)
    frame.draw(h.p(".hint")[f"{words('take.embed.told')} {words('take.embed.height')}"])
    copy_text(embed_snippet(shown, site, words), words, "take.embed", rows=12)


def embed_snippet(choice: Choice, address: str, words: Wording) -> str:
    """An iframe with the map of the day, and the script that makes it as high as the map."""
    query = replace(choice, taken=Choice.taken).address()
    title = words("take.embed.frame", day=words.day(choice.day))
    element = framed.frame(address, query, title, "100%", framed.height(framed.COLUMN))
    # On several lines, as it is shown in a field to copy it from.
    lines = "\n  title=".join(str(element).split(" title="))
    return "\n  width=".join(lines.split(" width=")) + f"\n{framed.FITTING}"


def machines(version: str, words: Wording) -> None:
    """The addresses at which programs find the tables."""
    _heading("machines", words)
    frame.draw(
        h.p(".hint")[words("take.machines.told", version=version)],
        h.table(".machines")[
            [
                h.tr[
                    h.th(scope="row")[words(f"take.table.{name}")],
                    [h.td[_fixed(f"{name}.{kind}")] for kind in ("csv", "json")],
                ]
                for name in downloads.TABLES
            ]
        ],
    )


def _fixed(file: str) -> h.Element:
    """The address of a file that stays, as short as its column is narrow beside the picture."""
    kind = file.rpartition(".")[2].upper()
    return h.a(href=f"{published.TABLES}/{file}", aria_label=file)[kind]


def _heading(part: str, words: Wording) -> None:
    frame.draw(h.h2(".part", id=part)[words(f"take.{part}.title")])
