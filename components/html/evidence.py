"""The page "Daten und Quellen" as HTML: sources, what is known of each district, open questions."""

from collections.abc import Mapping

import htpy as h
import pandas as pd

from adoption.dates import span
from components.base.links import Links
from components.base.outside import safe_url
from components.base.wording import Wording
from components.facts.evidence import CITING, PRECISIONS, QUESTIONS, citations
from components.html import parts, sortable
from components.html.entries import Entries
from components.html.german import german
from components.html.sortable import UNKNOWN, Cell, Column, Row
from data.tables import Tables

#: The columns of what is known of each district.
KNOWLEDGE = (
    Column("name"),
    Column("sources", "number"),
    Column("approval", "order", facet=True),
    Column("gaps", "number"),
    Column("questions", "number"),
)
SOURCES = (
    Column("source", facet=True),
    Column("published", "day", facet=True),
    Column("resting", "number"),
)


def sources(known: Tables, links: Links, words: Wording) -> h.Element:
    """A table with one row per source: publisher, title, date, and what rests on it; by years."""
    entries = Entries(known, links, words)
    lines = {name: entries.of(name) for name in CITING}
    cited = citations(vars(known)).groupby("source_id")
    resting = {source: _resting(rows, lines, words) for source, rows in cited}
    # Where the date has a column of its own, it does not stand in the line.
    undated = known.sources.assign(published="")
    dates = known.sources["published"]
    rows = [
        Row([_named(source, words), _published(date, words), resting[source["id"]]], source["id"])
        for (_, source), date in zip(undated.iterrows(), dates, strict=True)
    ]
    return sortable.grouped("sources", SOURCES, rows, "published", words, by="source")


def knowledge(districts: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """A table with one row per district; `districts` is what `evidence.knowledge` returns."""
    rows = [_knowledge(district, links, words) for district in districts.itertuples(index=False)]
    return sortable.table("knowledge", KNOWLEDGE, rows, words, by="name")


def questions(known: Tables, asked: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """Every group of open questions with its rule and its list; closed until opened.

    `asked` is what `evidence.open_questions` returns.
    """
    entries = Entries(known, links, words)
    ids = {group: asked.loc[asked["group"].eq(group), "id"] for group in QUESTIONS}
    return h.div(".questions")[[_group(group, ids[group], entries) for group in QUESTIONS]]


def _group(group: str, ids: pd.Series, entries: Entries) -> h.Element:
    words = entries.words
    # What is derived says so by its mark; its note only tells how it follows.
    noted = not group.startswith("derived")
    return h.details[
        h.summary[f"{words(f'question.{group}')} ", h.span[str(len(ids))]],
        h.p[words(f"question.{group}.rule")],
        h.ul[[h.li[entries.named(one, noted)] for one in ids]],
    ]


def _knowledge(district: tuple, links: Links, words: Wording) -> list[Cell]:
    gaps = [words(f"evidence.{lack}.{step}") for step, lack in district.gaps]
    approval, name = words(f"precision.{district.approval}"), german(district.name, words)
    return [
        Cell(parts.link(name, links.history(district.ags)), district.name),
        Cell(words.number(district.sources), district.sources),
        Cell(approval, PRECISIONS.index(district.approval), (district.approval, approval)),
        Cell("; ".join(gaps) or "–", len(gaps)),
        Cell(words.number(district.questions), district.questions),
    ]


def _named(source: pd.Series, words: Wording) -> Cell:
    """A source in one line, and whether it can be read online."""
    where = "online" if safe_url(source["url"]) else "offline"
    return Cell(parts.cited(source, words), None, (where, words(f"source.{where}")))


def _published(date: str, words: Wording) -> Cell:
    """When a source was published; the year is its group."""
    if not date:
        undated = words("sources.undated")
        return Cell(undated, UNKNOWN, ("undated", undated))
    days = span(date)
    return Cell(words.date(date), days, (f"{days.first.year}",) * 2)


def _resting(rows: pd.DataFrame, lines: Mapping[str, list[h.Node]], words: Wording) -> Cell:
    """What rests on one source: a line per row, equal ones once, the population as a number."""
    found_lines = [lines[row.table][row.row] for row in rows.itertuples(index=False)]
    figures = int(rows["table"].eq("population").sum())
    if figures:
        found_lines.append(words("sources.population", n=figures))
    once = dict.fromkeys(str(h.fragment[line]) for line in found_lines if line)
    return Cell(h.ul[[h.li[line] for line in once]], len(rows))
