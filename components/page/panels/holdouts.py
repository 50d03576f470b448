"""The parts of the page "Ohne KIZ": filters, lists, and what stands there when all have one."""

from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from adoption import holdouts
from adoption.vocabulary import STATUSES
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import holdouts as holdouts_facts
from components.facts import people as people_facts
from components.html import holdouts as holdouts_html
from components.page import cache, state, table_tools


def filters(words: Wording) -> dict[str, str]:
    """The choice of one Regierungsbezirk and of one status.

    Returns the value asked for by column; a column without a filter is left out.
    """
    regions = sorted(cache.tables().districts["regierungsbezirk"].unique())
    options = {
        "regierungsbezirk": {name: name for name in regions},
        "status": {name: words(f"status.{name}") for name in STATUSES},
    }
    labels = {"regierungsbezirk": words("table.region"), "status": words("table.status")}
    asked = {}
    row = st.container(horizontal=True, gap="small")
    for column, named in options.items():
        known = {"": words("holdouts.all"), **named}
        asked[column] = row.selectbox(
            labels[column], list(known), format_func=known.get, key=f"filter_{column}"
        )
    return {column: value for column, value in asked.items() if value}


def lists(standings: pd.DataFrame, asked: dict[str, str], choice: Choice, words: Wording) -> None:
    """Who is without, who is undetermined, and who came late, each as a table of its own."""
    known, days = cache.tables(), cache.reached(choice.definition)
    table = holdouts.workbench(standings, known.events, cache.neighbours(), days, choice.day)
    waiting = holdouts.holdouts(table)
    for group in ("without", "undetermined"):
        _list(group, waiting[waiting["group"].eq(group)], asked, choice, words)
    if waiting["group"].ne("without").all():
        _nobody_without(choice, words)
    _list("with", holdouts.latecomers(table, days, first_list()), asked, choice, words)
    st.html(holdouts_html.explanation_html(words))


def first_list() -> date:
    """The day of the first list that names every district with a KIZ; who came later is late."""
    return cache.tables().status_lists["first_day"].min().date()


def _list(
    group: str, rows: pd.DataFrame, asked: dict[str, str], choice: Choice, words: Wording
) -> None:
    """One list with its heading, searchable; nothing where there is nobody to list."""
    if rows.empty:
        return
    told = {"day": words.day(choice.day), "first": words.day(first_list())}
    title, note = (escape(words(f"holdouts.{part}.{group}", **told)) for part in ("list", "note"))
    st.html(f'<h2 id="{group}">{title}</h2><p class="part">{note}</p>')
    shown = rows
    for column, value in asked.items():
        shown = shown[shown[column].eq(value)]
    if shown.empty:
        st.html(f'<p class="hint">{escape(words("holdouts.filtered", of=len(rows)))}</p>')
        return
    people = people_facts.on_day(cache.atlas(), choice.day)
    html = holdouts_html.list_html(shown, people, choice, words)
    table_tools.searchable(f"list_{group}", html, words, "holdouts")


def _nobody_without(choice: Choice, words: Wording) -> None:
    """Where nobody is certainly without: the way to the last day on which somebody was."""
    last, missing = holdouts_facts.last_missing(cache.reached(choice.definition))
    if last >= choice.day:
        return
    names = cache.tables().districts.set_index("ags")["name"][missing]
    told = words("holdouts.nobody", day=words.day(last), names=words.names(list(names)))
    st.html(f"<p>{escape(told)}</p>")
    st.button(words("holdouts.show", day=words.day(last)), on_click=lambda: state.change(day=last))
