"""What the real events changed and kept: whole, and in two districts by hand."""

from datetime import date

import curated
import pytest

from adoption.happened import between
from components import downloads
from components.base.choice import Choice, today
from components.base.wording import Wording
from components.downloads import about
from components.facts.happened import happened

TABLES = curated.tables()
ROWS = curated.atlas().happened
KINDS = {
    "event": TABLES.events,
    "confirmation": TABLES.confirmations,
    "milestone": TABLES.milestones,
}


def effect(event):
    row = ROWS.set_index("id").loc[event]
    return tuple(row[["effect", "status_before", "status_after"]])


def test_all_time_has_every_event_confirmation_and_milestone_once():
    found = between(ROWS, date.min, date.max)
    assert found["id"].is_unique and len(found) == sum(map(len, KINDS.values()))
    for kind, table in KINDS.items():
        assert set(found.loc[found["entry"].eq(kind), "id"]) == set(table["id"])


def test_as_many_changes_are_told_as_the_status_of_a_district_changed():
    certain = curated.atlas().changes.query("reading == 'certain'")
    before = certain.groupby("ags")["status"].shift()
    moved = int((before.notna() & before.ne(certain["status"])).sum())
    told = happened(curated.atlas(), date.min, today(), "changes")
    assert len(told.shown) == told.counts["changes"] == moved > 100


@pytest.mark.parametrize(
    ("event", "found"),
    [
        # Kleve: refused by the Kreistag, asked for again by a group in it, refused once more by
        # the Kreisausschuss; the towns say what they like.
        ("05154-rejection-1", ("changes", "unknown", "rejected")),
        ("05154-motion-2", ("keeps", "rejected", "rejected")),
        ("05154-debate-1", ("keeps", "rejected", "rejected")),
        ("05154-motion-4", ("changes", "rejected", "debated")),
        ("05154-rejection-2", ("changes", "debated", "rejected")),
        ("05154-debate-2", ("keeps", "debated", "debated")),
        ("05154-decision-1", ("changes", "debated", "decided")),
        # Steinfurt: the Kreistag's refusal after the administration's is the second; its decision
        # comes after the approval.
        ("05566-rejection-1", ("changes", "debated", "rejected")),
        ("05566-rejection-2", ("keeps", "rejected", "rejected")),
        ("05566-approval-1", ("changes", "debated", "approved")),
        ("05566-decision-1", ("keeps", "approved", "approved")),
    ],
)
def test_kleve_and_steinfurt(event, found):
    assert effect(event) == found


def test_what_changed_a_status_in_2015_did_so_within_the_year():
    told = happened(curated.atlas(), date(2015, 1, 1), date(2015, 12, 31), "changes")
    counts = told.shown["name"].value_counts()
    assert (counts["Kreis Coesfeld"], counts["Kreis Kleve"], counts["Kreis Steinfurt"]) == (3, 1, 1)
    assert told.shown["changed_on"].dt.year.eq(2015).all()
    later = told.rows[told.rows["effect"].eq("changes")].drop(told.shown.index)
    assert len(later) and later["unsure"].all() and later["changed_on"].dt.year.gt(2015).all()


def test_what_may_have_happened_at_another_time_stands_last():
    unsure = happened(curated.atlas(), date(2015, 1, 1), date(2015, 12, 31)).rows["unsure"]
    assert unsure.is_monotonic_increasing and 0 < unsure.sum() < len(unsure)


def test_the_file_has_the_rows_of_the_days_in_the_order_of_time():
    choice = Choice(date(2015, 12, 31), since_day=date(2015, 1, 1))
    table = downloads.table("happened", curated.atlas(), choice)
    rows = between(ROWS, date(2015, 1, 1), date(2015, 12, 31))
    assert table.frame["id"].tolist() == rows["id"].tolist()
    assert downloads.file_name(table, "csv") == "kiz-atlas-happened-2015-01-01-2015-12-31.csv"
    assert not table.frame["source"].eq("").any()


def test_the_file_is_cited_with_its_days_and_without_a_definition():
    choice = Choice(date(2015, 12, 31), since_day=date(2015, 1, 1))
    table = downloads.table("happened", curated.atlas(), choice, site="https://e.org")
    cited = about.citation(table, Wording("de"))
    assert "Was geschah vom 01.01.2015 bis 31.12.2015" in cited and "genehmigt" not in cited
    assert "seit=2015-01-01" in cited and "tag=2015-12-31" in cited
