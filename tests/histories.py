"""Small histories at random: few days and districts, so that much meets in one; and closures."""

from datetime import date, timedelta

import pandas as pd
from event_builders import an_event, districts, frame
from hypothesis import settings
from hypothesis import strategies as st

from adoption.vocabulary import BODIES, CONFIDENCES, DEFINITIONS, EVENTS, READINGS

START = date(2014, 2, 1)
LENGTH = 12
DISTRICTS = districts(4)
ANNOUNCED = ("", "decision", "application", "approval", "grant", "opening")
PIVOTS = ("decision", "rejection", "approval", "opening", "closure")

# Few days, so that spans touch, nest and coincide, half of them a single day; one day before
# and after them is drawn too.
days = st.integers(-1, LENGTH).map(lambda count: START + timedelta(count))
some_days = st.lists(days, min_size=4, max_size=4, unique=True)
counts = st.integers(0, LENGTH - 1)
spans = counts.map(lambda count: (count, count)) | st.tuples(counts, counts).map(sorted)
# Most acts meet in one district, count, and reach or undo something, so that it often happens.
acts = st.fixed_dictionaries(
    {
        "ags": st.just("05001") | st.sampled_from(DISTRICTS["ags"].tolist()),
        "event": st.sampled_from(PIVOTS) | st.sampled_from(EVENTS),
        "body": st.just("council") | st.sampled_from(BODIES),
        "announces": st.sampled_from(ANNOUNCED),
        "confidence": st.just("high") | st.sampled_from(CONFIDENCES),
        "span": spans,
    }
)
readings = st.sampled_from(READINGS)
definitions = st.sampled_from(DEFINITIONS)


@st.composite
def histories(draw):
    """Four to ten events of four districts, typed as the real ones."""
    drawn = draw(st.lists(acts, min_size=4, max_size=10))
    rows, ends = [], []
    for number, act in enumerate(drawn):
        first, last = (START + timedelta(count) for count in act.pop("span"))
        if act["event"] != "planned":
            act["announces"] = ""
        rows.append(an_event(number=number, **act))
        ends.append((f"{first}/{last}", first, last))
    # The days are set by hand: to parse as many texts would take most of the time.
    columns = ["date", "first_day", "last_day"]
    typed = frame(*rows)
    drawn_days = pd.DataFrame(ends, columns=columns, index=typed.index)
    return typed.assign(**{name: drawn_days[name].astype(typed[name].dtype) for name in columns})


def quick(count):
    """So many examples, however long one takes; a third of them where all runs have the same, which
    find again what they have found before.
    """
    same = settings.get_current_profile_name() == "same"
    return settings(max_examples=count // 3 if same else count, deadline=None)
