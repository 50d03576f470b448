"""A run of the benchmarks: as JSON, and where the repository keeps the last whole one."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.rows import Row

RESULTS = Path(__file__).with_name("results.json")


class ResultsError(ValueError):
    """A file of results that cannot be used; place, finding and repair in one line."""


@dataclass(frozen=True)
class Run:
    """One run: its day, machine, versions and rows, and by its name what could not be measured."""

    date: str
    machine: Mapping[str, str | int | float]
    versions: Mapping[str, str]
    rows: tuple[Row, ...]
    missing: Mapping[str, str]

    def text(self) -> str:
        """The run as JSON, with the ratio of every row; `parsed` reads it."""
        rows = [asdict(row) | {"ratio": row.ratio} for row in self.rows]
        return json.dumps(asdict(self) | {"rows": rows}, indent=1, ensure_ascii=False) + "\n"

    def renewed(self, again: "Run") -> "Run":
        """The run with the parts that were measured again as they were then."""
        parts = {row.part for row in again.rows} | set(again.missing)
        rows = (*(row for row in self.rows if row.part not in parts), *again.rows)
        missing = {part: why for part, why in self.missing.items() if part not in parts}
        return replace(self, rows=rows, missing=missing | dict(again.missing))


def parsed(text: str, place: str = RESULTS.name) -> Run:
    """The run that `Run.text` wrote; raises ResultsError when it is none."""
    try:
        said = json.loads(text)
        rows = [{name: row[name] for name in row if name != "ratio"} for row in said["rows"]]
        return Run(**said | {"rows": tuple(Row(**row) for row in rows)})
    except (ValueError, TypeError, KeyError) as error:
        raise ResultsError(f"{place}: is no run ({error!r}); make bench writes it anew") from None


def committed(file: Path = RESULTS) -> Run:
    """The run that is kept in the repository; raises ResultsError without one."""
    try:
        return parsed(file.read_text("utf-8"), file.name)
    except OSError as error:
        raise ResultsError(f"{file.name}: {error.strerror}; make bench writes it") from None
