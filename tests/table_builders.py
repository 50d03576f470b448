"""A small invented package of tables without a problem, and ways to spoil it."""

import csv
from pathlib import Path
from typing import Any

from data import schema

AGS = [f"05{number:03}" for number in range(1, 54)] + ["05334002"]
BINDING = {"definition": "approved", "binds": "yes"}
PLAIN = {"source_id": "press", "summary_de": "Ein Satz.", "summary_en": "One sentence."}


def event(ags: str = "05001", kind: str = "approval", number: int = 1, **cells: str) -> dict:
    """One row of events.csv."""
    row = {"id": f"{ags}-{kind}-{number}", "ags": ags, "event": kind, "date": "2013-05-05"}
    row |= {"body": "ministry", "basis": "direct", "confidence": "high"}
    return row | PLAIN | cells


def day(date: str) -> dict:
    """One row of days.csv."""
    told = dict.fromkeys(("label_de", "label_en", "reason_de", "reason_en"), "A day.")
    return {"date": date, **told, "source_id": "press"}


def rows() -> dict[str, list[dict[str, Any]]]:
    """All tables: every district approved on 2013-05-05 by one press release.

    The totals count something else, so they bind nothing; BINDING makes one of them bind.
    """
    days = ("2015-12-31", "2019-12-31", "2022-12-31")
    return {
        "districts": [
            {
                "ags": ags,
                "name": f"District {ags}",
                "short_name": ags,
                "with_article": f"der District {ags}" if number < 31 else f"District {ags}",
                "kind": "Kreis" if number < 31 else "kreisfreie Stadt",
                "regierungsbezirk": "Köln",
                "official_ags": ags[:5],
                "ars": ags if len(ags) == 5 else "053340002002",
                "nuts3": "DEA2D",
                "researched_on": "2026-01-01",
            }
            for number, ags in enumerate(AGS)
        ],
        "events": [event(ags) for ags in AGS],
        "sources": [
            {"id": id, "title": "All of them", "publisher": "Ministry"}
            for id in ("law", "paper", "press")
        ],
        "totals": [
            {"id": f"total-{number}", "date": "2013-05-05", "count": 54, "of": 54}
            | {"definition": "", "binds": "no", "counted_by": "ministry"}
            | {"what_de": "Alle.", "what_en": "All.", **PLAIN}
            for number in range(4)
        ],
        "population": [
            {"ags": ags, "metric": "population", "area": "district", "date": day, "value": 100}
            | PLAIN
            for ags in AGS
            for day in days
        ],
        "municipalities": [
            {"municipality": f"{ags}{number:03}"[:8], "name": f"Place {number}", "ags": ags}
            | {"designation": "Gemeinde"}
            for ags in AGS
            # Every kreisfreie Stadt is one, the 373 others lie in the 31 Kreise.
            for number in range(1 if ags in AGS[31:] else 13 if ags == AGS[0] else 12)
        ],
        "milestones": [
            {"id": "law", "date": "2012-02-08", "further_source_ids": "law paper", **PLAIN}
        ],
        "confirmations": [
            {
                "id": "05001-confirmation-1",
                "ags": "05001",
                "date": "2025",
                "shows": "works",
                **PLAIN,
            }
        ],
        "centres": [{"ags": "05001", "name": "KIZ", **PLAIN}],
        "status_lists": [
            {"date": "2012", "ags": "05002", "listed": "out", "basis": "direct", **PLAIN},
            {"date": "2014", "ags": "05001", "listed": "in", "basis": "direct", **PLAIN},
        ],
        "plates": [{"plate": "AB", "ags": ags, "source_id": "press"} for ags in AGS],
        "days": [day(date) for date in ("2013-05-05", *(f"2014-0{n}-01" for n in range(1, 10)))],
    }


def write(folder: Path, tables: dict[str, list[dict[str, Any]]] | None = None) -> Path:
    """The tables as canonical files in `folder`/data, which comes back."""
    folder = folder / "data"
    folder.mkdir(exist_ok=True)
    for name, content in (tables or rows()).items():
        table = schema.tables()[name]
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, table.columns, restval="", extrasaction="ignore", lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(content)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file, byte for byte; it must be there."""
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))
