"""A comparison names who differs, and claims no difference where one side is undetermined."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from histories import quick
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
from components.looks.difference import CLASSES, FILLS, difference
from components.looks.look import HAS_FILLS
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
        "Von 1 auf 3: So viele der 3 Kreise und kreisfreien Städte haben am 25.04.2014 und am "
        "24.09.2015 ein genehmigtes KIZ."
    )
    assert told.detail == ["Dazu kamen 2, am 25.04.2014 noch ohne (D3, D2)."]


@pytest.mark.parametrize(
    ("mode", "second", "german", "english"),
    [
        (
            "days",
            SECOND,
            "Gleiche Zahl: Am 25.04.2014 und am 24.09.2015 hat 1 von 2 Kreisen und kreisfreien ",
            "Same number: on 25 April 2014 and on 24 September 2015, 1 of 2 districts and "
            "independent cities has ",
        ),
        (
            "definitions",
            FIRST._replace(definition="open"),
            "Gleiche Zahl: Am 25.04.2014 hat 1 von 2 Kreisen und kreisfreien Städten ein ",
            "Same number: on 25 April 2014, 1 of 2 districts and independent cities has an ",
        ),
    ],
)
def test_the_verb_is_that_of_the_number(mode, second, german, english):
    sides = (["with", "without"], ["without", "with"], mode, FIRST, second)
    assert line(*sides).sentence.startswith(german)
    assert line(*sides, words=Wording("en")).sentence.startswith(english)


def test_the_same_number_with_another_status_is_no_agreement():
    debated, refused = (
        {"group": "without", "status": status} for status in ("debated", "rejected")
    )
    told = a_comparison(standings(debated, {}), standings(refused, {}))
    same = compare_words.headline(told, GERMAN)
    assert same.sentence.startswith("Gleiche Zahl: ")
    assert same.sentence.endswith("ein genehmigtes KIZ; bei 1 hat sich der Status geändert.")
    assert same.detail == ["Nur der Status geändert: 1 (D1)."]


def test_what_is_undetermined_is_counted_apart_and_the_numbers_are_what_is_proved():
    told = line(["undetermined", "without"], ["with", "with"])
    assert "nachweislich" in told.sentence
    assert told.detail == [
        "Dazu kamen 2: 1, am 25.04.2014 noch ohne (D2); 1, am 25.04.2014 noch ungeklärt (D1)."
    ]


def test_more_names_than_a_sentence_holds_are_a_number():
    assert line(["without"] * 9, ["with"] * 9).detail == ["Dazu kamen 9, am 25.04.2014 noch ohne."]


def test_two_definitions_are_called_by_their_names():
    sides = Side(FIRST.day, "approved"), Side(FIRST.day, "open")
    told = line(["with"] * 2, ["without", "undetermined"], "definitions", *sides)
    assert told.detail == [
        "Es fehlen 2: 1, sicher nicht in Betrieb (D1); 1, ob auch in Betrieb, ist ungeklärt (D2)."
    ]


def test_the_same_twice_is_said_to_be_the_same():
    assert "gleich" in line(["with"], ["with"], second=FIRST).sentence
    told = line(["with"], ["with"])
    assert told.sentence.startswith("Kein Unterschied: ") and told.detail == []


a_side = st.lists(
    st.tuples(st.sampled_from(GROUPS), st.sampled_from(STATUSES), st.sampled_from(STATUSES)),
    min_size=12,
    max_size=12,
)


def a_standing(side):
    columns = ("group", "status", "possible_status")
    return standings(*(dict(zip(columns, row, strict=True)) for row in side))


def counted(part):
    """The numbers in a sentence, without its names and its days."""
    bare = re.sub(r" \(.*?\)|\d\d\.\d\d\.\d{4}", "", part)
    return [int(number) for number in re.findall(r"\d+", bare)]


@quick(20)
@given(a_side, a_side)
def test_the_sentence_adds_up_to_the_difference_and_to_the_list(before, after):
    shown = a_comparison(a_standing(before), a_standing(after))
    told = compare_words.headline(shown, GERMAN).detail
    all_of = {"Dazu": 0, "Weggefallen": 0}
    for part in told:
        n, *parts = counted(part)
        assert sum(parts) in (0, n)
        begins = part.split()[0]
        all_of[begins] = all_of.get(begins, 0) + n
    first, second = shown.numbers
    assert second - first == all_of["Dazu"] - all_of["Weggefallen"]
    links = LiveLinks({"tag": "2015-09-24"})
    listed = parsed(str(compare_html.listing(shown, {}, links, GERMAN))).select("tbody tr")
    assert len(listed) == sum(all_of.values()) or not told


@quick(20)
@given(a_side, a_side)
def test_the_legend_and_the_sentence_count_the_same(before, after):
    shown = a_comparison(a_standing(before), a_standing(after))
    classes = shown.table["difference"].value_counts()
    assert len(shown.shifted("gained")) == classes.get("second", 0)
    assert len(shown.shifted("lost")) == classes.get("first", 0)
    doubtful = [name for name in ("proved", "doubted", "unsure") for _ in shown.shifted(name)]
    assert len(doubtful) <= classes.get("unsure", 0)


@quick(20)
@given(a_side, a_side)
def test_no_difference_is_said_only_over_two_maps_that_are_the_same(before, after):
    shown = a_comparison(a_standing(before), a_standing(after))
    if "Kein Unterschied" in compare_words.headline(shown, GERMAN).sentence:
        one, other, _ = comparison.panels(shown, GERMAN)
        assert one.looks == other.looks


def test_the_list_holds_every_district_that_moved_and_no_other():
    before = standings({"status": "debated", "group": "without"}, {"group": "with"}, {})
    after = standings({"status": "rejected", "group": "without"}, {"group": "with"}, {})
    links = LiveLinks({"tag": "2015-09-24"})
    source = {"publisher": "Presse", "title": "Der Kreistag lehnt ab", "published": "2015-03-20"}
    proofs = {"05001": pd.Series(source | {"url": "https://example.org/kreistag"})}
    html = str(compare_html.listing(a_comparison(before, after), proofs, links, GERMAN))
    assert "1 von 3 unterscheidet sich" in html
    (row,) = parsed(html).select("tbody tr")
    *told, cited = texts(row, "td")
    assert told == ["In Beratung", "Abgelehnt", "Status geändert"]
    assert cited == "Presse, 20.03.2015"
    assert row.select_one("td a")["href"] == "https://example.org/kreistag"
    assert 'href="kreis?tag=2015-09-24&amp;kreis=05001"' in html and "05002" not in html


@pytest.mark.parametrize("mode", ["days", "definitions"])
def test_both_maps_have_one_scale_with_the_count_of_each_side(mode):
    shown = compared(["with", "with", "without"], ["with", "without", "without"], mode)
    html = str(compare_html.scale_table(shown, GERMAN))
    rows = parsed(html).select("tr:has(th[scope=row])")
    assert [row.th.get_text(strip=True) for row in rows] == ["hat eines", "keines, kein Beleg"]
    assert [texts(row, "td") for row in rows] == [["2", "1"], ["1", "2"]]
    assert all(row.select_one(".swatch[aria-hidden=true]") for row in rows)
    assert texts(html, "th[scope=col]") == list(compare_words.titles(shown, GERMAN))


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


@pytest.mark.parametrize("mode", ["days", "definitions"])
def test_both_standings_are_shown_by_who_has_one_without_names(mode):
    first, second, _ = shown(GROUPS, GROUPS[::-1], mode)
    assert first.fills == second.fills == list(HAS_FILLS.values())
    assert first.name == second.name == "has"
    kinds = [list(HAS_FILLS)[look.fill] for look in first.looks.values()]
    assert kinds == ["with", "undetermined", "unknown"]
    turned = [look.fill for look in second.looks.values()][::-1]
    assert turned == [look.fill for look in first.looks.values()]
    assert {look.lines for look in first.looks.values()} == {()}


def test_over_each_standing_stands_its_day_and_at_the_pointer_what_holds_there():
    first, second, _ = shown(["without", "with"], ["with", "with"], "days")
    assert [panel.title for panel in (first, second)] == [
        "25.04.2014: 1 von 2",
        "24.09.2015: 2 von 2",
    ]
    assert first.spoken["05001"] == "Kein Beleg"
    first, *_ = shown(GROUPS, GROUPS, "definitions")
    assert first.spoken["05002"] == GERMAN("compare.group.undetermined")
