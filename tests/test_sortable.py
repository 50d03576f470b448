"""The one table: typed keys, the first order, facets, parts that open; whole without a script."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import parsed, text, texts

from components.base.collation import place
from components.base.wording import Wording
from components.html import sortable
from components.html.sortable import UNKNOWN, Cell, Column, Row

WORDS = Wording("de")
COLUMNS = [Column("name", label="Name"), Column("sources", "number", facet=True, label="Zahl")]
days = st.dates(date(2012, 2, 8), date(2018, 12, 31))
spans = st.tuples(days, days).map(lambda pair: tuple(sorted(pair)))
keys = {
    "number": st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
    "order": st.integers(0, 9),
    "day": spans,
    "text": st.sampled_from(["Aachen", "Änne", "Borken", "Kreis Kleve", "Öding", "Zülpich"]),
}


def drawn(rows, by="", columns=COLUMNS):
    return parsed(str(sortable.table("knowledge", columns, rows, WORDS, by=by)))


def named(name, number=UNKNOWN):
    group = (f"{number}", f"{number} Stück") if number != UNKNOWN else None
    return [Cell(name, name), Cell(f"{number}", number, group)]


@given(
    st.sampled_from(sortable.KINDS).flatmap(
        lambda kind: st.tuples(st.just(kind), st.lists(st.none() | keys[kind], max_size=8))
    ),
    st.booleans(),
)
def test_rows_are_sorted_by_value_and_the_unknown_stand_last_both_ways(found, down):
    kind, values = found
    columns = [Column("key", kind)]
    rows = [Row([Cell("", UNKNOWN if value is None else value)]) for value in values]
    ordered = sortable.in_order(columns, rows, "-key" if down else "key")
    shown = [row.cells[0].key for row in ordered]
    known = [value for value in values if value is not None]
    expected = sorted(known, key=place if kind == "text" else None, reverse=down)
    assert shown == [*expected, *[UNKNOWN] * (len(values) - len(known))]


def test_umlauts_stand_with_their_letters():
    names = ["Zülpich", "Öding", "Oelde", "Münster", "Mülheim", "Aachen", "Ägypten"]
    rows = [named(name) for name in names]
    order = ["Aachen", "Ägypten", "Mülheim", "Münster", "Öding", "Oelde", "Zülpich"]
    assert texts(drawn(rows, by="name"), "tbody th") == order


def test_a_number_that_would_be_sorted_as_a_text_is_refused():
    for kind, key in (("number", "12"), ("day", "2013"), ("order", None), ("text", 3)):
        with pytest.raises(TypeError, match=f"is no key of kind {kind}"):
            sortable.written(key, Column("key", kind))


def test_a_heading_says_of_what_kind_its_values_are_and_which_groups_occur():
    table = drawn([named("B", 2), named("A", 10), named("C")])
    name, number = table.select("thead th")
    assert (name["data-name"], name["data-kind"]) == ("name", "text")
    assert number["data-groups"] == '[["2", "2 Stück"], ["10", "10 Stück"]]'
    assert not name.has_attr("data-groups")
    assert [cell["data-sort"] for cell in table.select("td")] == ["2", "10", ""]
    assert [cell["data-label"] for cell in table.select("td")] == ["Zahl"] * 3
    assert texts(table, "caption") == ["3 Kreise und kreisfreie Städte und ihre Belege"]


def test_parts_are_closed_each_with_its_number_and_rows_keep_their_anchors():
    rows = [
        Row(named(name, number), f"row-{name}") for name, number in (("B", 2), ("A", 2), ("C", 1))
    ]
    table = parsed(str(sortable.grouped("knowledge", COLUMNS, rows, "sources", WORDS, by="name")))
    assert texts(table, "summary") == ["1 Stück 1", "2 Stück 2"]
    assert not table.select("details[open]")
    assert [row["id"] for row in table.select("tbody tr")] == ["row-C", "row-A", "row-B"]


def test_markup_in_a_cell_is_text():
    table = drawn([[Cell("<b>", "<b>"), Cell("1", 1, ("<i>", '"<i>'))]])
    assert text(table.select_one("tbody th")) == "<b>" and not table.select("i")
