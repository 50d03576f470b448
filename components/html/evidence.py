"""The page "Daten und Quellen" as HTML: sources, what is known of each district, open questions."""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import urlencode

import pandas as pd

from components.base.wording import Wording
from components.facts.evidence import CITING, PRECISIONS, QUESTIONS
from components.html.parts import caveat_html, cited_html
from components.html.sortable import table_html

Tables = Mapping[str, pd.DataFrame]


def district_link(ags: str, label: str, words: Wording, event: str = "") -> str:
    """A link to the map with a district chosen, and down to one event of its history."""
    query = urlencode({"kreis": ags, "lang": words.language})
    place = f"#{event}" if event else ""
    return f'<a href="./?{escape(query)}{place}">{escape(label)}</a>'


def event_link(event: tuple, names: Mapping[str, str], words: Wording) -> str:
    """An event by district, kind and date, linked to its place in the history, with its mark."""
    label = f"{names[event.ags]}: {words(f'event.{event.event}')}, {words.known(event.date)}"
    mark = caveat_html(event.basis, event.confidence, words)
    return district_link(event.ags, label, words, event.id) + mark


def sources_html(tables: Tables, cited: pd.DataFrame, words: Wording) -> str:
    """A table with one row per source: publisher, title, date, and what rests on it.

    Parameters
    ----------
    cited
        What `evidence.citations` returns.
    """
    told = {name: list(_RESTING[name](tables, words)) for name in CITING}
    resting = {
        source_id: _resting(rows, told, words) for source_id, rows in cited.groupby("source_id")
    }
    sources = tables["sources"]
    undated = sources.assign(published="")
    rows = []
    for (_, source), published in zip(undated.iterrows(), sources["published"], strict=True):
        date = words.known(published) if published else words("sources.undated")
        found = resting[source["id"]]
        rows.append([(cited_html(source, words), None), (escape(date), published), found])
    return table_html("sources", ("source", "published", "resting"), rows, words)


def knowledge_html(known: pd.DataFrame, words: Wording) -> str:
    """A table with one row per district; `known` is what `evidence.knowledge` returns."""
    rows = []
    for district in known.itertuples(index=False):
        gaps = [words(f"evidence.{lack}.{step}") for step, lack in district.gaps]
        rows.append(
            [
                (district_link(district.ags, district.name, words), district.name),
                (words.number(district.sources), district.sources),
                (
                    escape(words(f"precision.{district.approval}")),
                    PRECISIONS.index(district.approval),
                ),
                (escape("; ".join(gaps)) or "–", len(gaps)),
                (words.number(district.questions), district.questions),
            ]
        )
    columns = ("name", "sources", "approval", "gaps", "questions")
    return table_html("knowledge", columns, rows, words)


def questions_html(tables: Tables, asked: pd.DataFrame, words: Wording) -> str:
    """Every group of open questions with its rule and its list; closed until opened.

    `asked` is what `evidence.open_questions` returns.
    """
    events = {row.id: row for row in tables["events"].itertuples(index=False)}
    totals = {row.id: row for row in tables["totals"].itertuples(index=False)}
    sources = tables["sources"].set_index("id")
    names = _names(tables)
    parts = []
    for group in QUESTIONS:
        items = []
        for row in asked[asked["group"] == group].itertuples(index=False):
            if row.id in events:
                item = event_link(events[row.id], names, words)
                item += "" if group.startswith("derived") else _note(events[row.id], words)
            elif row.id in totals:
                item = _total(totals[row.id], words) + _note(totals[row.id], words)
            elif row.id in names:
                item = district_link(row.id, names[row.id], words)
            else:
                item = cited_html(sources.loc[row.id], words)
            items.append(f"<li>{item}</li>")
        title = f"{escape(words(f'question.{group}'))} <span>{len(items)}</span>"
        rule = escape(words(f"question.{group}.rule"))
        parts.append(
            f"<details><summary>{title}</summary><p>{rule}</p><ul>{''.join(items)}</ul></details>"
        )
    return f'<div class="questions">{"".join(parts)}</div>'


def _names(tables: Tables) -> dict[str, str]:
    return tables["districts"].set_index("ags")["short_name"].to_dict()


def _events(tables: Tables, words: Wording) -> list[str]:
    names = _names(tables)
    return [event_link(event, names, words) for event in tables["events"].itertuples(index=False)]


def _totals(tables: Tables, words: Wording) -> list[str]:
    return [_total(total, words) for total in tables["totals"].itertuples(index=False)]


def _total(total: tuple, words: Wording) -> str:
    told = {"n": total.count, "of": total.of, "date": words.known(total.date)}
    label = escape(words("sources.total", **told))
    query = urlencode({"lang": words.language})
    return f'<a href="abgleich?{query}#{total.id}">{label}</a>'


def _note(row: tuple, words: Wording) -> str:
    note = getattr(row, f"note_{words.language}")
    return f' <span class="note">{escape(note)}</span>' if note else ""


def _milestones(tables: Tables, words: Wording) -> list[str]:
    rows = tables["milestones"].itertuples(index=False)
    return [escape(words("sources.milestone", date=words.known(row.date))) for row in rows]


def _status_lists(tables: Tables, words: Wording) -> list[str]:
    dates = tables["status_lists"]["date"]
    return [escape(words("sources.list", date=words.known(date))) for date in dates]


def _days(tables: Tables, words: Wording) -> list[str]:
    return [escape(words("sources.day", date=words.known(date))) for date in tables["days"]["date"]]


def _centres(tables: Tables, words: Wording) -> list[str]:
    names = _names(tables)
    return [
        district_link(ags, words("sources.centre", name=names[ags]), words)
        for ags in tables["centres"]["ags"]
    ]


def _population(tables: Tables, words: Wording) -> list[str]:
    return [""] * len(tables["population"])


#: How a row of each table is told where it rests on a source.
_RESTING: dict[str, Callable[[Tables, Wording], list[str]]] = {
    "events": _events,
    "totals": _totals,
    "milestones": _milestones,
    "status_lists": _status_lists,
    "days": _days,
    "centres": _centres,
    "population": _population,
}


def _resting(rows: pd.DataFrame, told: Mapping[str, list[str]], words: Wording) -> tuple[str, int]:
    """What rests on one source: a line per row, equal ones once, the population as a number."""
    lines = dict.fromkeys(told[row.table][row.row] for row in rows.itertuples(index=False))
    figures = int(rows["table"].eq("population").sum())
    if figures:
        lines[escape(words("sources.population", n=words.number(figures)))] = None
    items = [f"<li>{line}</li>" for line in lines if line]
    return f"<ul>{''.join(items)}</ul>", len(rows)
