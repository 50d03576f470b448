"""The page "Vergleich": restored from its address, both sides on one scale, five who came."""

import re
from functools import partial

import page_driver
import pytest
from markup import text, texts
from page_driver import choose, fields, given, moved_to, seen, warnings
from page_driver import html as words

opened = partial(page_driver.opened, "vergleich")


def panels(page):
    """What the three maps of the page are painted with."""
    (told,) = [told["panels"] for told in given(page, "chosen") if "panels" in told]
    return told


def address(page, *names):
    return [page.query_params.get(name, "") for name in names]


def test_the_five_latecomers_are_named_in_their_order():
    html = words(opened(tag="2018-12-31", vergleich="2014-04-25"))
    assert "Von 49 auf 54: So viele der 54 Kreise und kreisfreien Städte" in html
    came = "Dazu kamen 5, am 25.04.2014 noch ohne (Coesfeld, Borken, Steinfurt, Viersen, Kleve)."
    assert came in html


def test_the_same_number_on_two_days_names_how_many_changed_their_status():
    page = opened(tag="2015-09-24", vergleich="2014-04-25")
    (line,) = texts(seen(page), "h1")
    assert line.startswith("Gleiche Zahl: Am 25.04.2014 und am 24.09.2015 haben 49 von 54")
    assert "Kein Unterschied" not in words(page)
    rows = seen(page).select(".rows tbody tr")
    assert line.endswith(f"bei {len(rows)} hat sich der Status geändert.") and rows


def test_from_12_june_2013_to_24_september_2015_the_sentence_adds_up():
    page = opened(tag="2015-09-24", vergleich="2013-06-12")
    (detail,) = [text(one) for one in seen(page).select(".detail")]
    (line,) = texts(seen(page), "h1")
    before, after = map(int, re.match(r"Von (\d+) auf (\d+):", line).groups())
    came, sure, unsure = map(
        int, re.search(r"kamen (\d+): (\d+), .* ohne \(.*?\); (\d+), ", detail).groups()
    )
    assert after - before == came == sure + unsure
    kept = int(re.search(r"Nur der Status geändert: (\d+)", detail)[1])
    assert len(seen(page).select(".rows tbody tr")) == came + kept
    (gained,) = [
        text(item.select_one(".count"))
        for item in seen(page).select(".compare-legends li")
        if "Hinzugekommen" in text(item)
    ]
    assert int(gained) == sure


def test_both_days_and_the_difference_are_three_maps():
    page = opened(tag="2018-12-31", vergleich="2014-04-25")
    shown = ["25.04.2014: 49 von 54", "31.12.2018: 54 von 54", "Unterschied"]
    maps = seen(page).select("figure > svg.map")
    assert [drawn["aria-label"] for drawn in maps] == shown
    assert texts(seen(page), "figure > h2") == shown
    assert [len(drawn.select("[data-ags]")) for drawn in maps] == [54] * 3
    assert [panel["title"] for panel in panels(page)] == shown


def test_a_move_of_the_day_paints_the_maps_that_are_there():
    page = opened(tag="2018-12-31", vergleich="2014-04-25")
    before = given(page, "stage")
    moved_to(page, "2015-09-24")
    assert [panel["title"] for panel in panels(page)][1] == "24.09.2015: 49 von 54"
    assert given(page, "stage") == before


def unknown_patterns(page):
    """Patterns that an area is to be filled with and that no map of the page has."""
    fills = {look[0] for panel in panels(page) for look in panel["looks"]}
    known = {f"url(#{pattern['id']})" for pattern in seen(page).select("pattern[id]")}
    return {fill for fill in fills if fill.startswith("url(")} - known


@pytest.mark.parametrize("query", [{"vergleich": "2014-04-25"}, {"mit": "open"}])
def test_the_maps_have_their_patterns_also_after_a_turn_to_the_other_comparison(query):
    page = opened(tag="2013-06-12", **query)
    assert unknown_patterns(page) == set()
    turned = "days" if "mit" in query else "definitions"
    page = choose(page, "compare_mode", turned)
    assert unknown_patterns(page) == set()


def test_the_same_days_the_other_way_round_show_the_same():
    one = opened(tag="2018-12-31", vergleich="2014-04-25")
    other = opened(tag="2014-04-25", vergleich="2018-12-31")
    titles = texts(seen(one), "h2")
    assert titles == texts(seen(other), "h2")
    assert [title[:10] for title in titles[:2]] == ["25.04.2014", "31.12.2018"]


def test_two_definitions_on_one_day_are_restored_from_the_address():
    page = opened(tag="2014-04-25", mit="open")
    assert fields(page)["compare_other_definition"]["value"] == "open"
    assert "genehmigt, nicht in Betrieb" in words(page)
    page = choose(page, "compare_other_definition", "granted")
    assert address(page, "definition", "mit") == ["approved", "granted"]


def test_another_day_to_compare_with_goes_into_the_address():
    page = opened(tag="2018-12-31")
    page = choose(page, "two_other_day", "2015-09-24")
    assert address(page, "tag", "vergleich") == ["2018-12-31", "2015-09-24"]


@pytest.mark.parametrize("day", ["2013-06-12", "2020-01-01"])
def test_both_days_are_chosen_in_one_control_in_either_order(day):
    page = opened(tag="2018-12-31", vergleich="2015-09-24")
    page = choose(page, "two_day", day)
    assert address(page, "tag", "vergleich") == [day, "2015-09-24"]
    titles = [title[:10] for title in texts(seen(page), "h2")[:2]]
    assert titles == sorted(titles, key=lambda title: title[6:])


def test_turning_to_definitions_and_back_keeps_the_days():
    page = opened(tag="2018-12-31", vergleich="2015-09-24")
    page = choose(page, "compare_mode", "definitions")
    assert address(page, "mit", "vergleich") == ["open", "2015-09-24"]
    page = choose(page, "compare_mode", "days")
    assert address(page, "mit", "vergleich") == ["", "2015-09-24"]


@pytest.mark.parametrize(("name", "value"), [("vergleich", "24.09.2015"), ("mit", "alles")])
def test_a_bad_part_is_named_and_the_page_still_compares(name, value):
    page = opened(tag="2018-12-31", **{name: value})
    assert value in warnings(page)[0]
    assert "25.04.2014: 49 von 54" in words(page)


def test_the_same_day_twice_says_so():
    assert "Beide Tage sind gleich" in words(opened(tag="2014-04-25", vergleich="2014-04-25"))
