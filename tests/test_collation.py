"""One order of names everywhere: that of the Unicode Collation Algorithm."""

import ast
import re
from datetime import date
from pathlib import Path

import curated
import pandas as pd
import pytest

from components.base.collation import by_name, places, rows_by_name
from components.facts.dossier import dossier

ROOT = Path(__file__).parents[1]
OWN = ROOT / "components" / "base" / "collation.py"
ROOMS = ("components", "commands", "edition", "server")
CODE = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")) if file != OWN]
SCRIPTS = [
    file for room in ("components", "edition") for file in sorted((ROOT / room).rglob("*.mjs"))
]
#: What sorts without asking for the order of names.
SORTS = {"sorted", "sort", "sort_values", "sort_index"}
#: What sorts names on a picture by where they stand.
ELSEWHERE = {"components/printed/labels.py"}


def sorts_names(call):
    """Whether a call sorts what is called a name, and not by the order of names."""
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return called in SORTS and re.search(r"\b(short_)?names?\b", ast.unparse(call))


@pytest.mark.parametrize(
    ("names", "order"),
    [
        (["Wegberg", "Übach-Palenberg"], ["Übach-Palenberg", "Wegberg"]),
        (["Uedem", "Übach-Palenberg", "Unna"], ["Übach-Palenberg", "Uedem", "Unna"]),
        (["Düsseldorf", "Duisburg", "Düren"], ["Duisburg", "Düren", "Düsseldorf"]),
        (["Köln", "Krefeld", "Kleve"], ["Kleve", "Köln", "Krefeld"]),
        (["Weßling", "Wesel", "Wessem"], ["Wesel", "Wessem", "Weßling"]),
    ],
)
def test_an_umlaut_stands_with_its_letter(names, order):
    assert by_name(names) == order


def test_rows_stand_in_the_order_of_their_names_and_equal_ones_as_they_were():
    rows = pd.DataFrame({"short_name": ["Zülpich", "Öding", "Oelde", "Öding"], "row": range(4)})
    assert list(rows_by_name(rows)["row"]) == [1, 3, 2, 0]
    assert list(places(rows["short_name"])) == [2, 0, 1, 0]


def test_the_municipalities_of_a_district_stand_in_that_order():
    towns = dossier(curated.atlas(), "05370", date(2015, 9, 24), "approved").municipalities
    assert towns[-5:] == ["Selfkant", "Übach-Palenberg", "Waldfeucht", "Wassenberg", "Wegberg"]


def test_what_changed_on_one_day_is_told_in_that_order():
    found = curated.atlas().changed(date(2012, 2, 8), date(2018, 12, 31), "approved")
    events = curated.tables().events.set_index("id")["last_day"]
    named = found["ags"].map(curated.tables().districts.set_index("ags")["short_name"])
    for _, names in named.groupby(found["event_id"].map(events)):
        assert list(names) == by_name(names)


def test_no_name_is_sorted_in_another_order():
    found = [
        f"{place}:{call.lineno}"
        for file in CODE
        if (place := file.relative_to(ROOT).as_posix()) not in ELSEWHERE
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and sorts_names(call)
    ]
    assert found == [], "use components/base/collation.py"


def test_no_script_has_an_order_of_its_own():
    found = {file.name for file in SCRIPTS if re.search("localeCompare|Collator", file.read_text())}
    assert found == {"collation.mjs"}
