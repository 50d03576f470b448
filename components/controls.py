"""The controls: the day (slider, field, buttons), the search field, the settings."""

from bisect import bisect_left, bisect_right

import streamlit as st

from adoption import series
from adoption.vocabulary import DEFINITIONS
from components import cache, places, state
from components.choice import FIRST_DAY, Choice, day_of, month_of, months, today
from components.copy_link import copy_link
from components.wording import LANGUAGES, Wording


def day_controls(choice: Choice, words: Wording) -> None:
    """The slider over the months, the exact day, and the steps from change to change."""
    now = today()
    _show(month=month_of(choice.day), day=choice.day)
    slider, steps = st.columns([11, 9], vertical_alignment="bottom", gap="medium")
    slider.select_slider(
        words("control.month"),
        months(now),
        format_func=words.short_month,  # all 178 cross the wire with the first move
        key="month",
        on_change=lambda: state.change(day=day_of(st.session_state.month, now)),
    )
    row = steps.container(horizontal=True, vertical_alignment="bottom", gap="small")
    row.date_input(
        words("control.day"),
        min_value=FIRST_DAY,
        max_value=now,
        format="DD.MM.YYYY",
        key="day",
        on_change=lambda: st.session_state.day and state.change(day=st.session_state.day),
        width=150,
    )
    days = series.change_days(cache.changes(), choice.definition)
    days = [day for day in days if FIRST_DAY <= day <= now]
    earlier = days[: bisect_left(days, choice.day)][-1:]
    later = days[bisect_right(days, choice.day) :][:1]
    for name, found in (("previous", earlier), ("next", later)):
        row.button(
            words(f"control.{name}"),
            key=name,
            disabled=not found,
            help=words.day(found[0]) if found else None,
            on_click=lambda found=found: state.change(day=found[0]),
            width="stretch",
        )


def search(choice: Choice, words: Wording) -> None:
    """The search field: a district or any municipality opens the district."""
    known = cache.searchable()
    labels = known.set_index("label")["ags"]
    shown = st.session_state.get("place")
    if labels.get(shown) != (choice.ags or None):
        shown = next(iter(known.loc[known["ags"] == choice.ags, "label"]), None)
    # Set also where it stays the same: else the next move sends the long list once more.
    st.session_state.place = shown
    st.selectbox(
        words("control.place"),
        list(labels.index),
        index=None,
        placeholder=words("control.place.hint"),
        accept_new_options=True,
        key="place",
        on_change=_look_up,
    )
    if searched := st.session_state.searched:
        found = places.find(searched, known)
        names = words.names(list(found["label"].head(8)))
        key = "search.none" if found.empty else "search.many"
        st.warning(words(key, text=searched, names=names))


def settings(choice: Choice, words: Wording) -> None:
    """What is rarely changed: what counts as a KIZ, and the language."""
    st.session_state.update(definition=choice.definition, language=choice.language)
    with st.popover(words("control.settings"), width="stretch"):
        st.radio(
            words("control.definition"),
            DEFINITIONS,
            format_func=lambda name: words(f"definition.{name}"),
            captions=[words(f"definition.{name}.help") for name in DEFINITIONS],
            key="definition",
            on_change=lambda: state.change(definition=st.session_state.definition),
        )
        st.radio(
            words("control.language"),
            LANGUAGES,
            format_func={"de": "Deutsch", "en": "English"}.get,
            horizontal=True,
            key="language",
            on_change=lambda: state.change(language=st.session_state.language),
        )


def tools(choice: Choice, words: Wording, taken: str) -> None:
    """The settings, the button that copies the address, and the way to what can be taken along.

    `taken` is what the page "Mitnehmen" opens with: one of the pictures or tables.
    """
    with st.container(horizontal=True, gap="small"):
        settings(choice, words)
        copy_link(choice.address(), words)
        if st.button(words("page.mitnehmen"), key="take", width="stretch"):
            state.change(taken=taken)
            st.switch_page("components/pages/mitnehmen.py")


def _show(**values: object) -> None:
    """Set what a control shows where it shows something else, so that it is not sent in vain."""
    for key, value in values.items():
        if st.session_state.get(key) != value:
            st.session_state[key] = value


def _look_up() -> None:
    """Open the district that the text of the search field means, if it means one."""
    text = st.session_state.place
    if not text:
        state.change(ags="")
        return
    found = places.find(text, cache.searchable())["ags"].unique()
    if len(found) == 1:
        state.change(ags=found[0])
    else:
        st.session_state.update(searched=text, place=None)
