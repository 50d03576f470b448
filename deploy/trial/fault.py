"""What was tried and what came of it: a row of the table that the trial prints."""

from typing import NamedTuple

NOTHING = "nothing"


class Fault(NamedTuple):
    """A fault or a use, what happened, what visitors lost by it, and whether it had to be so."""

    fault: str
    happened: str
    lost: str = NOTHING
    fine: bool = True


def row(one: Fault) -> str:
    """A row of the table; what is not as it must be says so."""
    wrong = "" if one.fine else " **(must not be)**"
    return f"| {one.fault} | {one.happened}{wrong} | {one.lost} |"


def table(faults: list[Fault]) -> str:
    """The table in Markdown."""
    return "\n".join(["| fault | what happened | lost |", "|---|---|---|", *map(row, faults)])
