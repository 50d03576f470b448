"""What was tried and what came of it: a row of the table that the trial prints."""

from typing import NamedTuple

NOTHING = "nothing"


class Fault(NamedTuple):
    """A fault or a use, what happened, what visitors lost by it, and whether it had to be so."""

    fault: str
    happened: str
    lost: str = NOTHING
    fine: bool = True


def table(faults: list[Fault]) -> str:
    """The table in Markdown; what is not as it must be says so."""
    rows = [
        f"| {one.fault} | {one.happened}{'' if one.fine else ' **(must not be)**'} | {one.lost} |"
        for one in faults
    ]
    return "\n".join(["| fault | what happened | lost |", "|---|---|---|", *rows])
