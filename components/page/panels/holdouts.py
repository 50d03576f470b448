"""The parts of the page "Ohne KIZ": its lists, who is laid side by side, what stands without."""

import htpy as h
import pandas as pd
import streamlit as st

from components.base.choice import MOST_BESIDE, Choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.beside import Way
from components.facts.holdouts import Holdouts
from components.html import holdouts as drawn
from components.html import timeline
from components.page import frame, state, table_tools, ticks

#: Where those stand that are laid side by side.
BESIDE = "nebeneinander"


def lists(holdouts: Holdouts, links: Links, words: Wording) -> None:
    """Who is without, who is undetermined, and who came late, each as a table of its own."""
    for rows in (holdouts.without, holdouts.undetermined):
        _list(rows, holdouts, links, words)
    if holdouts.without.empty:
        _nobody_without(holdouts, words)
    _list(holdouts.late, holdouts, links, words)
    frame.draw(drawn.explanation(words))


def _list(rows: pd.DataFrame, holdouts: Holdouts, links: Links, words: Wording) -> None:
    """One list with its heading, searchable; nothing where there is nobody to list."""
    if rows.empty:
        return
    group = rows["group"].iloc[0]
    blanks = {"day": words.day(holdouts.day), "first": words.day(holdouts.first_list)}
    title, note = (words(f"holdouts.{part}.{group}", **blanks) for part in ("list", "note"))
    frame.draw(h.h2(id=group)[title], h.p(".part")[note])
    table = drawn.listing(rows, holdouts, links, words, ticks=True)
    table_tools.searchable(f"list_{group}", str(table), len(rows), words, "holdouts")


def tick_hint(words: Wording) -> None:
    """What the boxes of the lists are for, with the way to where those stand that are ticked."""
    link = h.a(href=f"#{BESIDE}")[words("beside.title")]
    frame.draw(h.p(".hint.ticking")[words("beside.boxes", most=MOST_BESIDE), " ", link])


def beside(
    ways: list[Way], milestones: pd.DataFrame, choice: Choice, links: Links, words: Wording
) -> None:
    """The districts that are ticked, side by side on one axis; without any how to choose them."""
    ticks.ticks(choice, words)
    frame.draw(
        h.h2(".part", id=BESIDE)[words("beside.title")],
        h.p(".part")[words("beside.hint", most=MOST_BESIDE)],
    )
    if not ways:
        return
    frame.draw(
        timeline.stacked(ways, milestones, choice.day, links, words),
        drawn.marks(words),
        h.p(".hint")[words("beside.legend", day=words.day(choice.day))],
    )
    st.button(words("beside.clear"), key="beside_clear", on_click=lambda: state.change(beside=()))


def _nobody_without(holdouts: Holdouts, words: Wording) -> None:
    """Where nobody is certainly without: the way to the last day on which somebody was."""
    last, names = holdouts.missing
    if last >= holdouts.day:
        return
    day = words.day(last)
    frame.draw(h.p[words("holdouts.nobody", day=day, names=words.names(names))])
    st.button(words("holdouts.show", day=day), on_click=lambda: state.change(day=last))
