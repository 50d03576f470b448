"""The page "Vergleich": restored from its address, both sides on one scale, five who came."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[1] / "app.py")
PAGE = "components/pages/vergleich.py"


def opened(**query):
    """The page at an address."""
    page = AppTest.from_file(APP, default_timeout=60)
    page.switch_page(PAGE)
    page.query_params.update(query)
    return sound(page.run())


def sound(page):
    assert [error.value for error in page.exception] == []
    return page


def words(page):
    """All the page's HTML in one text."""
    return "".join(element.proto.body for element in page.get("html"))


def address(page, *names):
    return [page.query_params.get(name, "") for name in names]


def test_the_five_latecomers_are_named_in_their_order():
    html = words(opened(tag="2018-12-31", vergleich="2014-04-25"))
    assert "Am 25.04.2014 haben 49, am 31.12.2018 haben 54 von 54" in html
    assert "Hinzugekommen: 5 (Coesfeld, Borken, Steinfurt, Viersen, Kleve)." in html


def test_both_days_and_the_difference_are_three_maps():
    page = opened(tag="2018-12-31", vergleich="2014-04-25")
    told = [chart.proto.alt for chart in page.get("plotly_chart")]
    assert [text.split(". ")[1] for text in told] == [
        "25.04.2014: 49 von 54",
        "31.12.2018: 54 von 54",
        "Unterschied",
    ]


def test_the_same_days_the_other_way_round_show_the_same():
    one = words(opened(tag="2018-12-31", vergleich="2014-04-25"))
    other = words(opened(tag="2014-04-25", vergleich="2018-12-31"))
    titles = r"<h2>\d\d\.[^<]+</h2>"
    assert re.findall(titles, one) == re.findall(titles, other)


def test_two_definitions_on_one_day_are_restored_from_the_address():
    page = opened(tag="2014-04-25", mit="open")
    assert page.selectbox(key="compare_other_definition").value == "open"
    assert "genehmigt, nicht in Betrieb" in words(page)
    page = sound(page.selectbox(key="compare_other_definition").set_value("granted").run())
    assert address(page, "definition", "mit") == ["approved", "granted"]


def test_another_day_to_compare_with_goes_into_the_address():
    page = opened(tag="2018-12-31")
    page = sound(page.date_input(key="other_day").set_value("2015-09-24").run())
    assert address(page, "tag", "vergleich") == ["2018-12-31", "2015-09-24"]


def test_turning_to_definitions_and_back_keeps_the_days():
    page = opened(tag="2018-12-31", vergleich="2015-09-24")
    page = sound(page.segmented_control(key="compare_mode").set_value("definitions").run())
    assert address(page, "mit", "vergleich") == ["open", "2015-09-24"]
    page = sound(page.segmented_control(key="compare_mode").set_value("days").run())
    assert address(page, "mit", "vergleich") == ["", "2015-09-24"]


@pytest.mark.parametrize(("name", "value"), [("vergleich", "24.09.2015"), ("mit", "alles")])
def test_a_bad_part_is_named_and_the_page_still_compares(name, value):
    page = opened(tag="2018-12-31", **{name: value})
    assert value in page.warning[0].value
    assert "25.04.2014: 49 von 54" in words(page)


def test_the_same_day_twice_says_so():
    assert "Beide Tage sind derselbe" in words(opened(tag="2014-04-25", vergleich="2014-04-25"))
