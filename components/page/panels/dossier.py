"""The parts of the page "Kreis" that are more than one drawing."""

from datetime import date

import htpy as h
import pandas as pd
import streamlit as st

from components.base import choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.dossier import Dossier
from components.html import dossier as drawn
from components.page import frame


def overview(standings: pd.DataFrame, day: date, links: Links, words: Wording) -> None:
    """All 54 by Regierungsbezirk, each linked to its dossier, with its status on the day."""
    hint = h.p(".hint")[words("district.on", day=words.day(day))]
    frame.draw(hint, drawn.overview(standings, links, words))


def centre(dossier: Dossier, sources: pd.DataFrame, links: Links, words: Wording) -> None:
    """The KIZ as it is known today, and the last text that shows it."""
    frame.draw(drawn.centre(dossier, links, words))
    frame.draw(drawn.lasting(dossier, sources, links, words, choice.today()))


def way(dossier: Dossier, milestones: pd.DataFrame, law: str, words: Wording) -> None:
    """The way in one line, and as a picture together with the steps of the law; they are listed
    in `law`.
    """
    frame.draw(drawn.way(dossier, milestones, words))
    # On its own, because it stays the same when the day moves and is then not sent again.
    st.html(law)
