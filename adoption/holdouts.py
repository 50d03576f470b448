"""The districts without a KIZ on a day: who acted last and how, and what their neighbours do."""

from datetime import date

import pandas as pd

from adoption.vocabulary import OWN_BODIES, REASONS


def last_acts(events: pd.DataFrame, day: date) -> pd.DataFrame:
    """The latest act of each district's own bodies that was certainly over on that day.

    What towns, churches and ministers said is not an act of the district, and low
    confidence proves none. Of two acts the later is the one that the status takes: by
    earliest day, then latest, then a rejection last (data/README.md, section Status).

    Returns one row per district that acted: `ags`, `event_id`, `event`, `body`, `date`
    (EDTF), and how many days ago, `days_least` and `days_most` (Int64).
    """
    past = _own_acts(events, day)
    past = past.assign(refused=past["event"].eq("rejection"))
    ordered = past.sort_values(["first_day", "last_day", "refused", "id"])
    latest = ordered.groupby("ags").tail(1)
    now = pd.Timestamp(day)
    table = latest[["ags", "id", "event", "body", "date"]].rename(columns={"id": "event_id"})
    table["days_least"] = (now - latest["last_day"]).dt.days.astype("Int64")
    table["days_most"] = (now - latest["first_day"]).dt.days.astype("Int64")
    return table.reset_index(drop=True)


def attempts(events: pd.DataFrame, day: date) -> pd.Series:
    """How many motions for a KIZ had been made on that day, by ags.

    By groups of the council, its committees, or towns inside the Kreis; a motion known
    only with low confidence does not count.
    """
    made = events[events["event"].eq("motion") & events["confidence"].ne("low")]
    return made[made["last_day"] <= pd.Timestamp(day)].groupby("ags").size()


def reason_events(events: pd.DataFrame, day: date) -> pd.DataFrame:
    """The acts by which the districts' own bodies had said by that day why they were against it.

    Returns rows of `events`, those that give a reason, the latest first.
    """
    past = _own_acts(events, day)
    given = past[past["reasons"].ne("")]
    return given.sort_values(["last_day", "first_day", "id"], ascending=False)


def reasons(events: pd.DataFrame, day: date) -> dict[str, tuple[str, ...]]:
    """What the district's own bodies had said against a KIZ by that day, by ags.

    Returns the codes of REASONS, in their order, for each district whose sources give one.
    """
    given = reason_events(events, day).groupby("ags")["reasons"].agg(" ".join)
    return {
        ags: tuple(code for code in REASONS if code in codes.split())
        for ags, codes in given.items()
    }


def neighbour_share(
    neighbours: pd.DataFrame, standings: pd.DataFrame, days: pd.DataFrame
) -> pd.DataFrame:
    """How many of each district's neighbours have a KIZ, and since when.

    Parameters
    ----------
    neighbours
        Columns ags, neighbour; one row per direction.
    standings
        What `status.holders_on` returns for the day: ags, group.
    days
        What `series.reached` returns for the same definition.

    Returns one row per district: `ags`, `neighbours`, `neighbours_with` (certain),
    `neighbours_undetermined` (possible, not certain), all in districts, and `neighbours_since`,
    the day from which the first of those with one is proved to have it (missing without).
    """
    groups = standings.set_index("ags")["group"]
    proved = days.set_index("ags")["latest"]
    beside = neighbours.assign(group=neighbours["neighbour"].map(groups))
    having, unsure = (beside["group"].eq(group) for group in ("with", "undetermined"))
    since = beside.loc[having].assign(since=beside["neighbour"].map(proved))
    table = pd.DataFrame(
        {
            "neighbours": beside.groupby("ags").size(),
            "neighbours_with": having.groupby(beside["ags"]).sum(),
            "neighbours_undetermined": unsure.groupby(beside["ags"]).sum(),
            "neighbours_since": since.groupby("ags")["since"].min(),
        }
    )
    return table.rename_axis("ags").reset_index()


def workbench(
    standings: pd.DataFrame,
    events: pd.DataFrame,
    neighbours: pd.DataFrame,
    days: pd.DataFrame,
    day: date,
) -> pd.DataFrame:
    """Every district on that day with what there is to know about it for who wants a KIZ there.

    Parameters
    ----------
    standings
        What `status.holders_on` returns for the day, with the district's own columns.
    neighbours, days
        As `neighbour_share` takes them.

    Returns the rows of `standings` with `last_acts` (prefix `act_`), `attempts`, `reasons`
    and `neighbour_share`.
    """
    acts = last_acts(events, day).add_prefix("act_").rename(columns={"act_ags": "ags"})
    shares = neighbour_share(neighbours, standings, days)
    table = standings.merge(acts, on="ags", how="left").merge(shares, on="ags", how="left")
    counted = ["neighbours", "neighbours_with", "neighbours_undetermined"]
    table[counted] = table[counted].fillna(0).astype(int)
    said = reasons(events, day)
    return table.assign(
        attempts=table["ags"].map(attempts(events, day)).fillna(0).astype(int),
        reasons=[said.get(ags, ()) for ags in table["ags"]],
    )


def holdouts(workbench: pd.DataFrame) -> pd.DataFrame:
    """The districts of a `workbench` that are without a KIZ, and after them the undetermined ones.

    Only the group `without` are holdouts; `undetermined` (possible, not certain) is to be listed
    apart. In both the longest silence stands first, and before it who never acted.
    """
    waiting = workbench[workbench["group"].ne("with")]
    return waiting.sort_values(
        ["group", "act_days_least"], ascending=[False, False], na_position="first", kind="stable"
    ).reset_index(drop=True)


def latecomers(workbench: pd.DataFrame, days: pd.DataFrame, after: date) -> pd.DataFrame:
    """The districts of a `workbench` that have a KIZ, but got it only after the day `after`.

    Who may have had one by then is not called late, though the proof came later.

    Parameters
    ----------
    days
        What `series.reached` returns for the same definition.

    Returns their rows with `earliest` and `latest`, between which each got its KIZ, in
    the order in which they came.
    """
    table = workbench.merge(days, on="ags", how="left")
    late = table["earliest"].map(lambda begun: pd.notna(begun) and begun > after)
    came = table[table["group"].eq("with") & late]
    return came.sort_values(["latest", "earliest"], kind="stable").reset_index(drop=True)


def _own_acts(events: pd.DataFrame, day: date) -> pd.DataFrame:
    """What the districts' own bodies certainly did up to that day; plans are no acts."""
    own = events["body"].isin(OWN_BODIES) & events["event"].ne("planned")
    past = events["last_day"] <= pd.Timestamp(day)
    return events[own & past & events["confidence"].ne("low")]
