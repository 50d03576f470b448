"""The rule on how a district is called in a German sentence."""

import re

import pandas as pd

from data.findings import Finding, Findings, Row, by_line, rule

#: "Oberbergischer Kreis" behind an article: "der Oberbergische Kreis".
_ADJECTIVE = re.compile(r"^(\S+)er (?=Kreis$)")


@rule("districts")
def names_stand_with_their_article(districts: pd.DataFrame) -> Findings:
    """A Kreis has an article before its name, and an adjective in it the ending that goes with
    one; a city has its name alone, or "die Stadt" before it.
    """
    told = ~districts["name"].duplicated(keep=False) & districts["with_article"].ne("")
    for line, row in by_line(districts[told]):
        if row["name"] and row["with_article"] not in (allowed := _allowed(row)):
            text = f'with_article "{row["with_article"]}" does not go with name and kind'
            yield Finding("districts", line, f'{text}; write "{allowed[0]}"')


def _allowed(row: Row) -> tuple[str, str]:
    """What may stand there, first what is meant."""
    if row["kind"] != "Kreis":
        return row["name"], f"die Stadt {row['name']}"
    declined = _ADJECTIVE.sub(r"\1e ", row["name"])
    forms = f"der {declined}", f"die {declined}"
    return forms if "kreis" in declined.casefold() else forms[::-1]
