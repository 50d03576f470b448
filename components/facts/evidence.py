"""How well the atlas knows what it says: citations, what is known of each district, questions.

Every rule here reads the tables and nothing else; no number is kept by hand.
"""

from collections.abc import Mapping

import pandas as pd

from adoption.dates import precision
from adoption.vocabulary import APPROVALS, DECISIONS
from components.base.atlas import Atlas
from components.base.collation import rows_by_name
from components.base.memory import kept

#: The tables whose rows name a source, in the order in which they are shown.
CITING = (
    *("events", "confirmations", "totals", "milestones"),
    *("status_lists", "days", "centres", "plates", "population"),
)
#: How exactly an approval is dated, best first; `derived` and `low` are no source's own date.
PRECISIONS = ("day", "month", "year", "interval", "derived", "low", "missing")
#: What a district's own bodies and the ministry must have done for a KIZ to work.
STEPS = {"decision": DECISIONS, "approval": APPROVALS, "opening": ("opening",)}
#: Groups of open questions, in the order in which they are shown.
QUESTIONS = (
    "low",
    "conflict",
    "totals",
    "unnamed",
    "derived_approval",
    "derived_grant",
    "derived_opening",
    "inferred",
    "centre",
    "offline",
)


@kept(2)
def questions(atlas: Atlas) -> pd.DataFrame:
    """What `open_questions` finds in the tables of the atlas."""
    return open_questions(vars(atlas.tables), atlas.verdicts)


@kept(2)
def known_of(atlas: Atlas) -> pd.DataFrame:
    """What `knowledge` finds in the tables of the atlas."""
    tables = atlas.tables
    return knowledge(tables.districts, tables.events, tables.confirmations, questions(atlas))


def counts(atlas: Atlas) -> dict[str, int]:
    """How much of everything the page of the sources tells."""
    events = atlas.tables.events
    direct = int(events["basis"].eq("direct").sum())
    return {
        "sources": len(atlas.tables.sources),
        "events": len(events),
        "direct": direct,
        "derived": len(events) - direct,
        "questions": len(questions(atlas)),
    }


def citations(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Which row of which table rests on which source, further sources included.

    Returns `source_id`, `table` (one of CITING) and `row` (its place in the table), in the
    order of tables and rows; a row that names a source twice stands once.
    """
    parts = []
    for name in CITING:
        table = tables[name]
        named = table["source_id"]
        if "further_source_ids" in table:
            named = named + " " + table["further_source_ids"]
        one = named.str.split().explode().rename("source_id").rename_axis("row").reset_index()
        parts.append(one.assign(table=name))
    rows = pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)
    return rows[["source_id", "table", "row"]]


def knowledge(
    districts: pd.DataFrame,
    events: pd.DataFrame,
    confirmations: pd.DataFrame,
    questions: pd.DataFrame,
) -> pd.DataFrame:
    """How well each district is known.

    Returns one row per district in their order: `ags`, `name`, `sources` (number of
    distinct sources that name the district itself, in events or confirmations), `approval`
    (one of PRECISIONS: the best date of an approval or grant), `gaps` (a tuple of pairs: a
    step of STEPS, and what it lacks: `missing`, `derived` or `low`) and `questions` (number
    of open ones).
    """
    asked = questions["ags"].value_counts()
    rows = []
    for district in districts.itertuples(index=False):
        own = events[events["ags"] == district.ags]
        later = confirmations[confirmations["ags"] == district.ags]
        named = _source_ids(own[own["basis"] == "direct"]) + _source_ids(later)
        cited = {id for ids in named for id in ids}
        proofs = {step: _best(own[own["event"].isin(kinds)]) for step, kinds in STEPS.items()}
        gaps = tuple((step, best) for step, best in proofs.items() if best in PRECISIONS[4:])
        open_ones = int(asked.get(district.ags, 0))
        rows.append((district.ags, district.name, len(cited), proofs["approval"], gaps, open_ones))
    columns = ["ags", "name", "sources", "approval", "gaps", "questions"]
    return pd.DataFrame(rows, columns=columns)


def open_questions(tables: Mapping[str, pd.DataFrame], verdicts: pd.DataFrame) -> pd.DataFrame:
    """Everything in the tables that a better source could settle.

    An event stands in one group only: `low` (of low confidence), `derived_…` (an approval,
    a grant or an opening that follows from a number or a group), `conflict` (of medium
    confidence, several sources, and a note that weighs them) or `inferred` (the same with
    one source). Besides: `totals` (contradict our counts or each other), `unnamed`
    (districts that no source names itself), `centre` (districts whose KIZ has no known seat
    or no known site) and `offline` (sources without an address).

    Parameters
    ----------
    tables
        Of them `districts`, `events`, `totals`, `centres` and `sources` are asked.
    verdicts
        What `adoption.reconcile.reconcile` says of the totals: id, verdict.

    Returns `group` (one of QUESTIONS, in that order), `ags` (empty where no district is
    meant) and `id` (of the event, total, district or source).
    """
    events, districts = tables["events"], rows_by_name(tables["districts"], "name")["ags"]
    contradicting = verdicts.loc[verdicts["verdict"] == "contradicts", "id"]
    totals, sources = tables["totals"]["id"], tables["sources"]
    unnamed = districts[~districts.isin(events.loc[events["basis"] == "direct", "ags"])]
    unplaced = districts[~districts.isin(_placed(tables["centres"]))]
    parts = [
        pd.DataFrame({"group": _group(events), "ags": events["ags"], "id": events["id"]}),
        _asked("totals", totals[totals.isin(contradicting)]),
        _asked("unnamed", unnamed, unnamed),
        _asked("centre", unplaced, unplaced),
        _asked("offline", sources.loc[sources["url"] == "", "id"]),
    ]
    asked = pd.concat(parts, ignore_index=True)
    asked["group"] = pd.Categorical(asked["group"], QUESTIONS)
    known = asked[asked["group"].notna()].sort_values("group", kind="stable", ignore_index=True)
    return known.astype({"group": "string"})


def _placed(centres: pd.DataFrame) -> pd.Series:
    """The AGS of the districts whose KIZ has both a seat and a site."""
    return centres.loc[centres["seat"].ne("") & centres["website"].ne(""), "ags"]


def _group(events: pd.DataFrame) -> pd.Series:
    """The one group of questions that each event belongs to; missing where nothing is open."""
    low = events["confidence"] == "low"
    derived = ~low & events["basis"].eq("derived") & events["event"].isin([*APPROVALS, "opening"])
    weighed = ~low & ~derived & events["confidence"].eq("medium") & events["note_de"].ne("")
    several = events["further_source_ids"].ne("")
    groups = pd.Series(pd.NA, index=events.index, dtype="string")
    groups[low] = "low"
    groups[derived] = "derived_" + events["event"]
    groups[weighed & several] = "conflict"
    groups[weighed & ~several] = "inferred"
    return groups


def _asked(group: str, ids: pd.Series, ags: pd.Series | str = "") -> pd.DataFrame:
    return pd.DataFrame({"id": ids}).assign(group=group, ags=ags)


def _best(events: pd.DataFrame) -> str:
    """The best date among these: a source's own, else what is derived, unsure or missing."""
    firm = events[events["confidence"] != "low"]
    own = firm.loc[firm["basis"] == "direct", "date"]
    if not own.empty:
        return min(own.map(precision), key=PRECISIONS.index)
    if not firm.empty:
        return "derived"
    return "missing" if events.empty else "low"


def _source_ids(events: pd.DataFrame) -> list[list[str]]:
    return (events["source_id"] + " " + events["further_source_ids"]).str.split().tolist()
