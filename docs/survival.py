"""The share without a KIZ over time, from the table `history` and as sure as its days are.

    python export.py table --table history -o history.csv
    python docs/survival.py history.csv

Needs pandas and lifelines, and nothing of this project. docs/survival.md explains it.
"""

import sys

import numpy as np
import pandas as pd
from lifelines import KaplanMeierFitter

#: The ends of these years are printed.
YEARS = range(2012, 2019)


def read(path: str, definition: str = "approved") -> pd.DataFrame:
    """One row per district under a definition.

    Keys are texts, days are dates. A bound that is empty is infinite: the district has not
    certainly reached it.
    """
    days = ["origin", "first_possible_day", "first_certain_day"]
    rows = pd.read_csv(path, dtype={"ags": str}, parse_dates=days)
    rows["days_upper"] = rows["days_upper"].fillna(np.inf)
    return rows[rows["definition"] == definition]


def envelope(rows: pd.DataFrame) -> pd.DataFrame:
    """The share without a KIZ at the end of every day, were each first day as early, or as late,
    as it can be: columns `earliest` and `latest`, by the day counted from the origin.
    """
    days = _days(rows)
    bounds = {"earliest": rows["days_lower"], "latest": rows["days_upper"]}
    shares = {
        name: [(bound.to_numpy() > day).mean() for day in days] for name, bound in bounds.items()
    }
    return pd.DataFrame(shares, index=days)


def turnbull(rows: pd.DataFrame) -> pd.DataFrame:
    """Turnbull's estimate of the same share: columns `lower` and `upper`.

    The two differ where the intervals leave the estimate undetermined. lifelines reads both
    bounds as included, as the table has them, and gives the share of those whose day is this
    one *or later*; who has none at the end of a day is one whose day is later, so its value for
    the next day is taken.
    """
    days = _days(rows)
    fit = KaplanMeierFitter(label="share").fit_interval_censoring(
        rows["days_lower"].to_numpy(float),
        rows["days_upper"].to_numpy(float),
        timeline=np.append(days, days[-1] + 1),
    )
    shares = fit.survival_function_.shift(-1).loc[days]
    return shares.rename(columns={"share_lower": "lower", "share_upper": "upper"})


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """What is known at the end of each year, in per cent: envelope and estimate."""
    both = envelope(rows).join(turnbull(rows))
    origin = rows["origin"].iloc[0]
    ends = {year: (pd.Timestamp(year, 12, 31) - origin).days + 1 for year in YEARS}
    shares = both[["earliest", "lower", "upper", "latest"]].reindex(ends.values(), method="ffill")
    return (shares.set_axis(pd.Index(ends, name="end of")) * 100).round(1).abs()


def _days(rows: pd.DataFrame) -> np.ndarray:
    """Every day from the one before the origin, which is day 0, to the last bound."""
    bounds = np.concatenate([rows["days_lower"], rows["days_upper"]])
    return np.arange(int(bounds[np.isfinite(bounds)].max()) + 1)


def main(path: str) -> None:
    """Print the shares of both kinds of district at the end of each year."""
    for kind, rows in read(path).groupby("kind"):
        print(f"{kind} ({len(rows)}), per cent without a KIZ\n{table(rows)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
