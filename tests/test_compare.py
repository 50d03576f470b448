"""A comparison names who differs, and claims no difference where one side is undetermined."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import parsed, texts
from standing_builders import standings

from adoption.vocabulary import DEFINITIONS, GROUPS, STATUSES
from components.base.choice import FIRST_DAY, Choice, read
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts import compare
from components.facts.compare import Comparison, Side
from components.html import compare as compare_html
from components.looks import theme
from components.looks.difference import CLASSES, FILLS, GROUP_FILLS, difference
from components.looks.look import Look
from components.map import comparison
from components.words import compare as compare_words

GERMAN = Wording("de")
TODAY = date(2026, 11, 21)
FIRST, SECOND = Side(date(2014, 4, 25), "approved"), Side(date(2015, 9, 24), "approved")


def a_comparison(before, after, mode="days", first=FIRST, second=SECOND):
    """Two standings side by side; the districts came in the order that is not the table's."""
    table = compare.joined(before, after)
    order = list(table["ags"])[::-1]
    return Comparison(mode, first, second, (before, after), table, order)


def compared(before, after, *sides):
    """Districts D1, D2, ... in these groups on two sides."""
    both = [standings(*({"group": group} for group in groups)) for groups in (before, after)]
    return a_comparison(*both, *sides)


def line(before, after, *sides, words=GERMAN, **second):
    shown = replace(compared(before, after, *sides), **second)
    return compare_words.headline(shown, words)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("with", "with", "both"),
        ("without", "without", "neither"),
        ("without", "with", "second"),
        ("with", "without", "first"),
        *((group, "undetermined", "unsure") for group in GROUPS),
        *(("undetermined", group, "unsure") for group in GROUPS),
    ],
)
def test_a_difference_needs_two_sides_that_are_sure(first, second, found):
    assert list(difference(pd.Series([first]), pd.Series([second]))) == [found]


def test_the_earlier_day_and_the_wider_definition_stand_first():
    early, late = date(2014, 4, 25), date(2015, 9, 24)
    for day, other in ((early, late), (late, early)):
        mode, *pair = compare.sides(Choice(day, other_day=other))
        assert (mode, pair) == ("days", [Side(early, "approved"), Side(late, "approved")])
    mode, *pair = compare.sides(Choice(late, "open", other_definition="approved", other_day=early))
    assert (mode, pair) == ("definitions", [Side(late, "approved"), Side(late, "open")])


@given(
    st.dates(FIRST_DAY, TODAY),
    st.one_of(st.none(), st.dates(FIRST_DAY, TODAY)),
    st.sampled_from(["", *DEFINITIONS]),
)
def test_what_is_compared_is_restored_from_the_address(day, other, definition):
    choice = Choice(day, other_day=other, other_definition=definition)
    assert read(choice.address(), TODAY, {}) == (choice, [])


def test_without_a_second_day_it_is_the_day_on_which_five_were_left():
    assert compare.sides(Choice(date(2016, 1, 1)))[1].day == compare.USUAL_DAY


def test_who_came_is_named_in_the_order_in_which_they_came():
    told = line(["with", "without", "without"], ["with", "with", "with"])
    assert told.sentence == (
        "Am 25.04.2014 hat 1, am 24.09.2015 haben 3 von 3 Kreisen und kreisfreien Städten "
        "ein genehmigtes KIZ."
    )
    assert told.detail == ["Hinzugekommen: 2 (D3, D2)."]


@pytest.mark.parametrize(
    ("mode", "second", "german", "english"),
    [
        (
            "days",
            SECOND,
            "Am 25.04.2014 haben 2, am 24.09.2015 hat 1 von 2 Kreisen und kreisfreien Städten ",
            "On 25 April 2014, 2 and on 24 September 2015, 1 of 2 districts and independent cities "
            "has an approved KIZ.",
        ),
        (
            "definitions",
            FIRST._replace(definition="open"),
            "Am 25.04.2014 haben 2 von 2 Kreisen und kreisfreien Städten ein genehmigtes KIZ, 1 ",
            "On 25 April 2014, 2 of 2 districts and independent cities have an approved KIZ, 1 ",
        ),
    ],
)
def test_each_side_has_the_verb_of_its_number(mode, second, german, english):
    sides = (["with", "with"], ["with", "without"], mode, FIRST, second)
    assert line(*sides).sentence.startswith(german)
    assert line(*sides, words=Wording("en")).sentence.startswith(english)


def test_what_is_undetermined_is_counted_apart_and_the_numbers_are_what_is_proved():
    told = line(["undetermined", "without"], ["with", "without"])
    assert "nachweislich 0" in told.sentence
    assert told.detail == ["An einem der Tage oder beiden ungeklärt: 1 (D1)."]


def test_more_names_than_a_sentence_holds_are_a_number():
    assert line(["without"] * 9, ["with"] * 9).detail == ["Hinzugekommen: 9."]


def test_two_definitions_are_called_by_their_names():
    sides = Side(FIRST.day, "approved"), Side(FIRST.day, "open")
    told = line(["with"], ["without"], "definitions", *sides)
    assert told.detail == ["genehmigt, nicht in Betrieb: 1 (D1)."]


def test_the_same_twice_is_said_to_be_the_same():
    assert "derselbe" in line(["with"], ["with"], second=FIRST).sentence
    assert line(["with"], ["with"]).detail == ["Kein Unterschied."]


def test_the_list_holds_every_district_that_moved_and_no_other():
    before = standings({"status": "debated", "group": "without"}, {"group": "with"}, {})
    after = standings({"status": "rejected", "group": "without"}, {"group": "with"}, {})
    links = LiveLinks({"tag": "2015-09-24"})
    html = str(compare_html.listing(a_comparison(before, after), links, GERMAN))
    assert "1 von 3 unterscheidet sich" in html
    assert "<td>In Beratung</td><td>Abgelehnt</td><td>ohne, Status geändert</td>" in html
    assert 'href="kreis?tag=2015-09-24&amp;kreis=05001"' in html and "05002" not in html


def test_both_maps_have_one_scale_with_the_count_of_each_side():
    shown = compared(["with", "with"], ["with", "without"], "definitions")
    html = compare_html.scale_table(shown, GERMAN)
    rows = [texts(row, "td") for row in parsed(str(html)).select("tr:has(th[scope=row])")]
    assert rows == [["2", "1"], ["0", "0"], ["0", "1"]]


def test_the_scale_of_two_days_has_a_swatch_for_every_status_and_closed_only_where_it_is():
    shown = compared(["with", "without"], ["with", "with"])
    html = str(compare_html.scale_table(shown, GERMAN))
    rows = parsed(html).select("tr:has(th[scope=row])")
    assert [row.th.get_text(strip=True).strip("×") for row in rows] == [
        GERMAN(f"status.{status}") for status in STATUSES if status != "closed"
    ]
    assert all(row.select_one(".swatch[aria-hidden=true]") for row in rows)
    assert [texts(row, "td") for row in (rows[0], rows[-1])] == [["1", "0"], ["1", "2"]]
    assert texts(html, "th[scope=col]") == list(compare_words.titles(shown, GERMAN))
    closed = replace(shown, table=shown.table.assign(status_first="closed"))
    assert GERMAN("status.closed") in str(compare_html.scale_table(closed, GERMAN))


def test_the_legend_of_the_third_map_counts_every_class():
    shown = compared(["without", "with", "undetermined"], ["with", "with", "with"])
    items = parsed(str(compare_html.classes(shown, GERMAN))).select("ul.legend > li")
    assert [int(item.select_one(".count").text) for item in items] == [1, 0, 1, 1, 0]
    assert len(items) == len(CLASSES) == len([item for item in items if item.select(".swatch")])
    called = compare_words.labels(shown, GERMAN)
    assert all(called[name] in item.text for name, item in zip(CLASSES, items, strict=True))


def shown(before, after, mode):
    """The three maps of a comparison."""
    return comparison.panels(compared(before, after, mode), GERMAN)


def test_the_third_map_names_those_that_differ():
    *_, apart = shown(["without", "with", "undetermined"], ["with", "with", "with"], "days")
    looks = list(apart.looks.values())
    assert [CLASSES[look.fill] for look in looks] == ["second", "both", "unsure"]
    assert [look.lines for look in looks] == [("+", "D1"), (), ("?",)]
    assert apart.spoken["05001"] == "Hinzugekommen"
    assert apart.fills == list(FILLS.values())


def test_more_districts_than_fit_are_not_named_on_the_third_map():
    *_, apart = shown(["without"] * 9, ["with"] * 9, "days")
    assert {look.lines for look in apart.looks.values()} == {("+",)}


def test_two_days_are_shown_on_the_ladder_without_names():
    first, second, _ = shown(["without", "with"], ["with", "with"], "days")
    assert first.fills == second.fills == theme.fills()
    assert [panel.title for panel in (first, second)] == [
        "25.04.2014: 1 von 2",
        "24.09.2015: 2 von 2",
    ]
    assert first.looks["05001"] == Look(theme.code("unknown", False))
    assert second.looks["05001"] == Look(theme.code("open", False))
    assert first.spoken["05001"] == "Kein Beleg"


def test_two_definitions_are_shown_in_three_groups():
    first, second, _ = shown(GROUPS, GROUPS[::-1], "definitions")
    fills = list(GROUP_FILLS.values())
    assert first.fills == second.fills == fills
    assert [look.fill for look in first.looks.values()] == [0, 1, 2]
    assert [look.fill for look in second.looks.values()] == [2, 1, 0]
    assert {look.lines for look in first.looks.values()} == {()}
    assert fills[1] == theme.UNDETERMINED
    assert first.spoken["05002"] == GERMAN("compare.group.undetermined")
