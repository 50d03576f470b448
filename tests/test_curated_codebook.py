"""The codebook covers every field of every table and says where each collected fact went."""

import re
from pathlib import Path

import curated
import pytest

from adoption import reconcile, series
from data import schema

CODEBOOK = (Path(__file__).parents[1] / "data/README.md").read_text("utf-8")
EVENT = re.compile(r"`(05\d{3}(?:\d{3})?-[a-z]+-\d+)`")
#: The collected facts of the first round (E, N) and of the second (R2).
ROUNDS = (("E", 208), ("N", 47), ("R2-", 93))
FACTS = [f"{round}{n:03}" for round, facts in ROUNDS for n in range(1, facts + 1)]


@pytest.fixture(scope="module")
def real():
    return curated.tables()


def section(heading):
    (text,) = re.findall(rf"^{heading}\n(.*?)(?=^##|\Z)", CODEBOOK, re.MULTILINE | re.DOTALL)
    return text


def facts():
    """The table's rows: fact, and what became of it."""
    rows = section("## Where each raw fact went")
    return re.findall(r"^\| ((?:[EN]|R2-)\d+) \| (.*) \|$", rows, re.MULTILINE)


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


@pytest.mark.parametrize("part", ["Where each raw fact went", "How contradictions were decided"])
def test_every_event_that_the_codebook_names_exists(part, real):
    named = EVENT.findall(section(f"## {part}"))
    known = {*real.events["id"], *real.confirmations["id"]}
    assert named and set(named) - known == set()


def test_every_direct_event_is_named_by_a_fact_or_added_since(real):
    named = {event for _, fate in facts() for event in EVENT.findall(fate)}
    added = re.findall(rf"^\| {EVENT.pattern} \|", section("## Added since"), re.MULTILINE)
    direct = set(real.events.loc[real.events["basis"] == "direct", "id"])
    assert direct - named - set(added) == set(), 'list them in data/README.md, "Added since"'
    assert set(added) - direct == set(), 'no direct events; take them out of "Added since"'


def test_every_contradicting_total_has_its_reason(real):
    changes = series.episodes(real.events, real.districts)
    verdicts = reconcile.reconcile(real.totals, changes).set_index("id")["verdict"]
    part = section("## Bounds of the number and verdicts")
    reasons = re.findall(r"^\| `([\d-]+)` \| .* \| \S.*\. \|$", part, re.MULTILINE)
    assert set(reasons) == set(verdicts.index[verdicts.eq("contradicts")])
