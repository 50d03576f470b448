"""The page "Daten und Quellen" as HTML: sources, what is known of each district, open questions."""

from collections.abc import Mapping

import htpy as h
import pandas as pd

from components.base.links import Links
from components.base.wording import Wording
from components.facts.evidence import CITING, PRECISIONS, QUESTIONS, citations
from components.html import parts, sortable
from components.html.entries import Entries
from components.html.sortable import Cell
from data.tables import Tables

#: The columns of what is known of each district.
KNOWLEDGE = ("name", "sources", "approval", "gaps", "questions")


def sources(known: Tables, links: Links, words: Wording) -> h.Element:
    """A table with one row per source: publisher, title, date, and what rests on it."""
    entries = Entries(known, links, words)
    lines = {name: entries.of(name) for name in CITING}
    cited = citations(vars(known)).groupby("source_id")
    resting = {source: _resting(rows, lines, words) for source, rows in cited}
    # Where the date has a column of its own, it does not stand in the line.
    undated = known.sources.assign(published="")
    rows = []
    for (_, source), date in zip(undated.iterrows(), known.sources["published"], strict=True):
        published = words.date(date) if date else words("sources.undated")
        line = parts.cited(source, words)
        rows.append([(line, None), (published, date), resting[source["id"]]])
    return sortable.table("sources", ("source", "published", "resting"), rows, words)


def knowledge(districts: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """A table with one row per district; `districts` is what `evidence.knowledge` returns."""
    rows = [_knowledge(district, links, words) for district in districts.itertuples(index=False)]
    return sortable.table("knowledge", KNOWLEDGE, rows, words)


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
    approval = words(f"precision.{district.approval}")
    return [
        (parts.link(district.name, links.history(district.ags)), district.name),
        (words.number(district.sources), district.sources),
        (approval, PRECISIONS.index(district.approval)),
        ("; ".join(gaps) or "–", len(gaps)),
        (words.number(district.questions), district.questions),
    ]


def _resting(rows: pd.DataFrame, lines: Mapping[str, list[h.Node]], words: Wording) -> Cell:
    """What rests on one source: a line per row, equal ones once, the population as a number."""
    found_lines = [lines[row.table][row.row] for row in rows.itertuples(index=False)]
    figures = int(rows["table"].eq("population").sum())
    if figures:
        found_lines.append(words("sources.population", n=figures))
    once = dict.fromkeys(str(h.fragment[line]) for line in found_lines if line)
    return h.ul[[h.li[line] for line in once]], len(rows)
