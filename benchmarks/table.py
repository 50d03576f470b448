"""The table of a run in Markdown, and its place in README.md."""

from collections.abc import Mapping, Sequence

from benchmarks.results import Run
from benchmarks.rows import SUBJECTS, Row
from benchmarks.targets import TARGETS

BEGIN, END = "<!-- results -->", "<!-- end of the results -->"
_HEAD = ("part", "measure", "", *SUBJECTS, "× floor")
#: From this on a number has no decimals, a tenth or a hundredth.
_WHOLE, _TENTH = 100, 10


def table(rows: Sequence[Row], missing: Mapping[str, str]) -> str:
    """Every row as a line of Markdown, then what could not be measured and why."""
    lines = [_HEAD, ("---", "---", "---", *["--:"] * (len(SUBJECTS) + 1))]
    lines += [_cells(row) for row in rows]
    lines += [(part, f"not measured: {why}", *[""] * 6) for part, why in missing.items()]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def goals(rows: Sequence[Row]) -> str:
    """Every target as a line of a list: reached, not reached, or not measured."""
    return "\n".join(f"- {target.verdict(rows)}" for target in TARGETS)


def report(run: Run) -> str:
    """What the README says of a run: where and when, the targets, the table."""
    where = "{cores} cores, {processor}, {memory_gb} GB".format(**run.machine)
    what = ", ".join(f"{name} {number}" for name, number in run.versions.items())
    head = f"{run.date}, {where}; {what}."
    return "\n\n".join([head, goals(run.rows), table(run.rows, run.missing)])


def between_markers(text: str, content: str) -> str:
    """The text with other content between its markers.

    Raises
    ------
    ValueError
        A marker is missing, or the text has one twice.
    """
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise ValueError(f"README.md: the place of the table is lost; write {BEGIN} and {END}")
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{content}\n{END}{rest.partition(END)[2]}"


def _cells(row: Row) -> tuple[str, ...]:
    values = [_number(getattr(row, subject)) for subject in SUBJECTS]
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return (row.part, row.name, row.unit, *values, ratio)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    places = 0 if abs(value) >= _WHOLE or value == int(value) else 1 if value >= _TENTH else 2
    return f"{value:,.{places}f}"
