"""The adoption curve as data: what is drawn, in which unit, and what a click on it means."""

from datetime import date

import pandas as pd
import pytest
from curve_builders import CHANGES, DISTRICTS, SOURCES, TODAY, TOTALS, a_curve, some_points
from total_builders import a_total, totals

from adoption.reconcile import reconcile
from components.base.choice import MEASURES
from components.base.wording import Wording
from components.facts.curve import points, readings, simplified, until, widest_gap
from components.facts.people import comparable
from components.figures.curve import adoption_curve
from components.html import curve as curve_html
from components.html import curve_lists
from components.looks.curve import KINDS, MARGIN, REFUSAL, ROLES, START, place
from components.words import curve as curve_words

DE = Wording("de")


def drawn(measure="number", definition="approved", last=TODAY, simple=False):
    """The figure's traces by name, its layout under `layout`."""
    curve, points = a_curve(measure, definition), some_points(definition)
    figure = adoption_curve(simplified(curve) if simple else curve, points, last, DE)
    return {trace.name: trace for trace in figure.data} | {"layout": figure.layout}


def test_a_line_has_one_point_per_change_and_ends_today():
    certain = drawn()["certain"]
    assert list(certain.x)[:2] == ["2012-02-08", "2012-10-01"] and certain.x[-1] == "2020-06-15"
    assert list(certain.y) == [0, 1, 1, 1, 2, 3, 3]
    assert certain.line.shape == "hv"


def test_the_band_is_filled_between_its_bounds():
    traces = drawn()
    assert traces["band"].fill == "tonexty"
    assert list(traces["lower"].y) == [0, 1, 1, 2, 2, 3, 3]
    assert list(traces["band"].y) == [0, 1, 2, 2, 3, 3, 3]


def test_each_kind_of_district_has_a_line_of_its_own():
    traces = drawn()
    assert list(traces["kreisfreie Stadt"].y) == [0, 1, 1, 2, 2]
    assert list(traces["Kreis"].y) == [0, 1, 1]
    assert traces["Kreis"].line.dash != traces["kreisfreie Stadt"].line.dash


@pytest.mark.parametrize(
    ("measure", "top", "certain", "cities"),
    [("number", 4, 3, 2), ("share", 100, 75, 100), ("population", 100, 60, 100)],
)
def test_the_measure_sets_the_unit_of_everything(measure, top, certain, cities):
    traces = drawn(measure)
    assert traces["certain"].y[-1] == certain
    assert traces["kreisfreie Stadt"].y[-1] == cities
    assert list(traces["layout"].yaxis.range) == [0, top * 1.02]
    assert traces["layout"].yaxis.tickvals[0] == 0 and traces["layout"].yaxis.tickvals[-1] == top


def test_of_the_population_there_is_only_the_band_between_the_named_counts():
    steps = a_curve("population").steps
    assert (steps["lower"] == steps["certain"]).all()
    assert (steps["upper"] == steps["possible"]).all()
    assert drawn("population").keys().isdisjoint({*ROLES, "spans", "undated"})


def test_every_total_is_drawn_once_or_counts_something_else():
    traces = drawn()
    shown = [spot for role in ROLES for spot in traces[role].ids]
    apart = "2012-2-1"
    assert sorted([*" ".join(shown).split(), apart]) == sorted(TOTALS["id"])


def test_totals_on_one_spot_share_a_point_that_tells_them_all():
    points = some_points()
    twice = points.loc[[0, 0]].assign(id=["a", "b"])
    (agrees,) = [
        trace
        for trace in adoption_curve(a_curve(), twice, TODAY, DE).data
        if trace.name == "agrees"
    ]
    assert list(agrees.ids) == ["a b"] and agrees.hovertext[0].count("1 von 4") == 2


def test_a_contradiction_is_a_cross_in_the_colour_of_refusal():
    contradicts = drawn()["contradicts"]
    assert list(contradicts.ids) == ["2014-05-05-4-1"]
    assert (contradicts.marker.symbol, contradicts.marker.line.color) == ("x-thin", REFUSAL)


def test_a_total_by_another_definition_is_hollow_and_says_so():
    other = drawn()["other"]
    assert list(other.ids) == ["2014-06-05-3-1"] and other.marker.color == "#ffffff"
    assert "gezählt: beschlossen" in other.hovertext[0]


def test_a_total_tells_figure_date_publisher_and_verdict_as_text():
    (first, _) = drawn()["agrees"].hovertext
    for part in ("1 von 4", "05.10.2012", "Verein &lt;b&gt;", "Stimmt überein"):
        assert part in first


def test_an_imprecise_total_has_a_bar_over_its_span():
    spans = drawn()["spans"]
    assert list(spans.x) == ["2013-03-01", "2013-03-31", None]
    assert list(spans.y) == [2, 2, None]


def test_a_share_is_of_what_the_total_is_out_of():
    points = some_points().assign(of=3)
    figure = adoption_curve(a_curve("share"), points, TODAY, DE)
    (agrees,) = [trace for trace in figure.data if trace.name == "agrees"]
    assert list(agrees.y) == [33.33, 66.67]


@pytest.mark.parametrize("measure", MEASURES)
def test_whatever_can_be_clicked_carries_its_day(measure):
    traces = drawn(measure)
    del traces["layout"]
    for trace in traces.values():
        if trace.hoverinfo != "skip":
            days = [day and date.fromisoformat(day) for day in trace.customdata]
            assert days == [day and date.fromisoformat(day) for day in trace.x]


def test_every_month_can_be_read_and_clicked_at_its_last_day():
    months = drawn()["months"]
    assert list(months.x)[:2] == ["2012-02-29", "2012-03-31"] and months.x[-1] == "2020-06-15"
    assert len(months.x) == 8 * 12 + 5
    march = list(months.x).index("2013-03-31")
    assert months.hovertext[march] == "März 2013: belegt 1, Band 2–2"
    assert set(months.y) == {4} and months.marker.opacity == 0


def test_a_simple_curve_is_its_band_and_the_certain_count():
    assert list(drawn(simple=True)) == ["lower", "band", "certain", "months", "layout"]


def test_a_total_out_of_fewer_than_all_has_a_mark_of_its_own_and_says_why():
    points = some_points().assign(verdict="agrees, other denominator", role="apart", units=53)
    figure = adoption_curve(a_curve(), points, TODAY, DE)
    (apart,) = [trace for trace in figure.data if trace.name == "apart"]
    assert apart.marker.symbol == "diamond" != drawn()["agrees"].marker.symbol
    assert all("von 53 statt 54" in text.replace("<br>", " ") for text in apart.hovertext)


def test_a_total_out_of_fewer_is_told_apart_also_where_it_contradicts():
    fewer = totals(a_total(2, "2014-05-05", of="3", binds="no"), a_total(3, "2014-05-05"))
    roles = points(fewer, reconcile(fewer, CHANGES), SOURCES, "approved").set_index("units")["role"]
    assert roles[3] in ("apart", "contradicts.apart") and roles[4] == "agrees"


def test_a_total_without_a_day_is_a_bar_and_no_point():
    undated = some_points().iloc[[0]].assign(last_day=pd.Timestamp("2014-10-05"), dated=False)
    traces = {trace.name: trace for trace in adoption_curve(a_curve(), undated, TODAY, DE).data}
    assert not traces["agrees"].x and not traces["spans"].x
    assert traces["undated"].x[:2] == ("2012-10-05", "2014-10-05")
    assert all("1 von 4" in text for text in traces["undated"].hovertext[:2])


def test_what_lies_beyond_the_end_is_left_out():
    kept = until(some_points(), date(2013, 3, 31))
    assert set(kept["id"]) == {"2012-10-05-1-1", "2013-03-2-1"}


def test_the_figure_does_not_change_with_the_day_and_asks_nobody():
    layout = drawn()["layout"]
    assert not layout.shapes and "geo" not in layout.to_plotly_json()
    assert layout.margin.to_plotly_json() == MARGIN
    assert layout.separators == ",."


def test_the_chosen_day_has_its_place_over_the_figure():
    assert (place(START, TODAY), place(TODAY, TODAY)) == (0, 1)
    assert place(date(2021, 1, 1), TODAY) is None
    assert "05.05.2015" in str(curve_html.day(date(2015, 5, 5), TODAY, DE))
    assert curve_html.day(date(2021, 1, 1), TODAY, DE) is None


def test_the_table_has_a_row_for_every_step():
    html = str(curve_html.table(a_curve(), DE))
    assert html.count("<tr>") == 1 + 6
    assert '<th scope="row">31.03.2013</th><td>1</td><td>2</td><td>2</td><td>2</td>' in html
    assert "<td>10,0\xa0%</td><td>40,0\xa0%</td>" in str(
        curve_html.table(a_curve("population"), DE)
    )


def test_the_key_names_points_and_what_has_no_name_where_it_stands():
    named = dict.fromkeys(["band", "certain", "possible", *KINDS, "law"], ())
    html = str(curve_html.legend(a_curve(), named, DE))
    assert html.count("<li") == len(ROLES) + 1 and "widerspricht" in html
    html = str(curve_html.legend(a_curve(), named | {"possible": ["least", "narrow"]}, DE))
    assert '<li class="in-least in-narrow">' in html and "mit Namen möglich" in html
    assert curve_html.legend(a_curve("population"), named, DE) is None
    assert curve_html.legend(simplified(a_curve()), named, DE) is None


def test_the_widest_gap_between_number_and_names_is_told():
    points = some_points()
    points.loc[0, "count"] = 3
    steps = a_curve().steps
    total = widest_gap(points, steps, "approved")
    assert (total["id"], total["named"]) == ("2012-10-05-1-1", 1)
    told = curve_words.why(total, DE)
    assert told.startswith("Stand 05.10.2012: Das Ministerium zählte 3; bei 1 ist belegt")


def test_without_a_gap_another_sentence_says_why():
    assert widest_gap(some_points(), a_curve().steps, "approved") is None
    assert widest_gap(some_points(), a_curve().steps, "granted") is None
    assert curve_words.why(None, DE) == DE("curve.why.none")


def test_what_counts_something_else_is_named_with_its_source():
    points = some_points()
    verdicts = points[["id", "verdict"]]
    verdicts.loc[len(verdicts)] = ["2012-2-1", "counts something else"]
    html = str(curve_lists.elsewhere(TOTALS, verdicts, SOURCES, DE))
    assert "1 von 5" in html and "2 von 4 (2012): KIZ" in html and "Verein &lt;b&gt;: T" in html


def test_a_year_is_comparable_when_every_district_is_known():
    rows = [(ags, "population", "district", "2015-12-31", 5.0) for ags in DISTRICTS["ags"]]
    rows += [("05001", "population", "district", "2016-12-31", 5.0)]
    rows += [(ags, "population", "with_city_of_aachen", "2017-12-31", 5.0) for ags, *_ in rows]
    table = pd.DataFrame(rows, columns=["ags", "metric", "area", "date", "value"])
    assert list(comparable(table, DISTRICTS)) == [2015]


def test_a_reading_between_two_changes_is_that_of_the_first():
    held = readings(a_curve().steps, [date(2013, 5, 31), date(2013, 6, 1)])
    assert list(held["certain"]) == [1, 2]
