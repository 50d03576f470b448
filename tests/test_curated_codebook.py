"""The codebook covers every field of every table and says where each collected fact went."""

import re
from pathlib import Path

import pytest

from data import schema, tables

CODEBOOK = (Path(__file__).parents[1] / "data/README.md").read_text("utf-8")
EVENT = re.compile(r"`(05\d{3}(?:\d{3})?-[a-z]+-\d+)`")
#: The collected facts: E001 to E208 and N001 to N047.
FACTS = [f"E{n:03}" for n in range(1, 209)] + [f"N{n:03}" for n in range(1, 48)]


@pytest.fixture(scope="module")
def events():
    return tables.load().events


def section(heading):
    (text,) = re.findall(rf"^{heading}\n(.*?)(?=^##|\Z)", CODEBOOK, re.MULTILINE | re.DOTALL)
    return text


def facts():
    """The table's rows: fact, and what became of it."""
    return re.findall(r"^\| ([EN]\d+) \| (.*) \|$", section("## Where each raw fact went"), re.M)


@pytest.mark.parametrize("name", list(schema.tables()))
def test_every_field_of_a_table_is_described_in_its_order(name):
    described = re.findall(r"^\| `(\w+)` \|", section(f"### {name}"), re.MULTILINE)
    assert described == schema.tables()[name].columns


def test_every_collected_fact_is_named_once_and_in_order():
    assert [fact for fact, _ in facts()] == FACTS


def test_every_fact_has_an_event_or_a_reason():
    lost = [fact for fact, fate in facts() if not EVENT.search(fate)]
    reasons = {fact for fact, fate in facts() if re.match(r"no event: \w+ \w+", fate)}
    assert set(lost) == reasons


def test_every_event_that_a_fact_names_exists(events):
    named = {event for _, fate in facts() for event in EVENT.findall(fate)}
    assert named - set(events["id"]) == set()


def test_every_direct_event_comes_from_a_fact(events):
    named = {event for _, fate in facts() for event in EVENT.findall(fate)}
    assert set(events.loc[events["basis"] == "direct", "id"]) - named == set()


def test_every_event_named_in_a_decision_exists(events):
    named = EVENT.findall(section("## How contradictions were decided"))
    assert named and set(named) - set(events["id"]) == set()
