"""The parts of the page "Vergleich": what is compared, and the list of those that differ."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import htpy as h
import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base.choice import Choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.compare import USUAL_DAY, Comparison
from components.html import compare as drawn
from components.html.parts import Source
from components.page import field, frame, state, table_tools, two_days

MODES = ("days", "definitions")
#: Where the list stands in its page.
LIST = "liste"


def full(choice: Choice) -> Choice:
    """The choice with the other side named, so that a copied link shows the same tomorrow."""
    if choice.other_definition or choice.other_day:
        return choice
    return replace(choice, other_day=USUAL_DAY)


def switches(choice: Choice, words: Wording, counts: Sequence[tuple[date, int]] = ()) -> None:
    """Two days, in whichever order, or two definitions.

    `counts` are those of the ministry, as `components.facts.totals.counts` gives them: each two of
    them can be chosen.
    """
    mode = "definitions" if choice.other_definition else "days"
    with st.container(key="compare", horizontal=True, gap="small"):
        modes = {name: words(f"compare.mode.{name}") for name in MODES}
        field.choice(words("compare.mode"), modes, "compare_mode", mode, partial(_turn, choice))
        if mode == "days":
            days = {"other_day": choice.other_day or USUAL_DAY, "day": choice.day}
            two_days.fields(days, (words("compare.other_day"), words("compare.day")), words)
            between = two_days.counted(counts, words)
            two_days.pairs(words("changes.counts"), between, days, "preset_counts")
        else:
            _definitions(choice, words)


def _definitions(choice: Choice, words: Wording) -> None:
    """The two definitions that are compared."""
    options = {name: words(f"definition.{name}") for name in DEFINITIONS}
    for part in ("definition", "other_definition"):
        label, shown = words(f"compare.by.{part}"), getattr(choice, part)
        field.select(label, options, f"compare_{part}", shown, state.changing(part))


def list_link(comparison: Comparison, words: Wording) -> h.Node:
    """The way from the headline to the list, where there is one."""
    n = len(comparison.moved)
    return n and h.a(href=f"#{LIST}")[words("compare.to_list", n=n)]


def differing(
    comparison: Comparison, proofs: Mapping[str, Source], links: Links, words: Wording
) -> None:
    """The list of those that differ, each linked to its dossier; nothing where none does."""
    if comparison.moved.empty:
        return
    frame.draw(h.h2(id=LIST)[words("compare.list")])
    table = str(drawn.listing(comparison, proofs, links, words))
    table_tools.searchable(LIST, table, len(comparison.moved), words, "compared")


def _turn(choice: Choice, mode: str) -> None:
    """From days to definitions and back; the other definition is one that differs."""
    other = "open" if choice.definition != "open" else "approved"
    state.change(other_definition=other if mode == "definitions" else "")
