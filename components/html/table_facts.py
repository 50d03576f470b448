"""What the file of a table's visible rows says of itself: its name, and columns behind its own.

The same that the atlas's other CSV files say (components/downloads/delimited.py).
"""

from components.base.choice import Choice
from components.base.wording import Wording
from data import schema

#: What of the choice a table depends on: of all it can be.
SCOPE = ("day", "definition")


def file(
    key: str, choice: Choice, version: str, scope: tuple[str, ...], words: Wording
) -> dict[str, object]:
    """`name` of the file without its ending, with the day (else the version of the data), and
    `facts`: the columns that say the same in every row, by their headings.

    `scope` may have "from", "day" and "definition".
    """
    said = {"from": choice.since_day, "day": choice.day, "definition": choice.definition}
    named = [f"{said[one]}" for one in scope if one != "definition"] or [version]
    facts = {f"atlas_{one}": f"{said[one]}" for one in scope}
    return {
        "name": "-".join(["kiz-atlas", key.replace("_", "-"), *named]),
        "facts": facts | general(version, words),
    }


def general(version: str, words: Wording) -> dict[str, str]:
    """What holds for every table: version of the data and licence."""
    (licence,) = schema.descriptor()["licenses"]
    told = words("file.licence", name=licence["name"], address=licence["path"])
    return {"atlas_version": version, "atlas_licence": told}
