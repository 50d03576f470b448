"""The codebook says where every row of the second round's lists went."""

import re
from pathlib import Path

import curated
import pytest

CODEBOOK = (Path(__file__).parents[1] / "data/README.md").read_text("utf-8")
ROWS = {"T2": 34, "L2": 41}


@pytest.fixture(scope="module")
def told():
    """What became of each row, by its number."""
    heading = "## Where the lists of the second round went"
    (part,) = re.findall(rf"^{heading}\n(.*?)(?=^## )", CODEBOOK, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| ([TL]2-\d\d) \| (.*) \|$", part, re.MULTILINE)


def test_every_row_is_named_once_and_in_order(told):
    named = [f"{name}-{number:02}" for name, rows in ROWS.items() for number in range(1, rows + 1)]
    assert [row for row, _ in told] == named


def test_every_row_has_an_entry_or_a_reason(told):
    tables = curated.tables()
    entries = {"T2": set(tables.totals["id"]), "L2": set(tables.milestones["id"])}
    for row, fate in told:
        ids = re.findall(r"`([\d-]+)`", fate)
        assert set(ids) <= entries[row[:2]], row
        assert ids or re.match(r"no row: \w+ \w+", fate), row


def test_every_district_was_searched_on_the_day_of_the_second_round():
    assert set(curated.tables().districts["researched_on"]) == {"2026-11-24"}
