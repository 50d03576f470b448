"""What every file says of itself: title, day, definition, reading, version, licence, citation."""

from components.base.wording import Wording
from components.downloads.tables import Table
from data import schema


def title(table: Table, words: Wording) -> str:
    """The name of the table, with the days where it runs from one to another."""
    choice = table.stamp.choice
    first = words.day(choice.since_day) if choice.since_day else ""
    return words(f"file.title.{table.name}", first=first, day=words.day(choice.day))


def facts(table: Table, words: Wording) -> dict[str, str]:
    """What the file says, for machines: days as ISO, definition and reading as codes.

    Holds `name`, `title`, those of `table.scope`, `version`, `licence`, `citation` and
    `link`. What a table does not depend on it does not claim.
    """
    choice = table.stamp.choice
    scoped = {
        "from": f"{choice.since_day}",
        "day": f"{choice.day}",
        "definition": choice.definition,
        "reading": table.reading,
    }
    return {
        "name": table.name,
        "title": title(table, words),
        **{name: scoped[name] for name in table.scope},
        "version": table.stamp.version,
        "licence": licence(table, words),
        "citation": citation(table, words),
        "link": link(table),
    }


def lines(table: Table, words: Wording) -> list[tuple[str, str]]:
    """The same for readers: label and text of each line, the last with how to read the cells."""
    choice = table.stamp.choice
    scoped = {
        "from": words.day(choice.since_day) if choice.since_day else "",
        "day": words.day(choice.day),
        "definition": _told("definition", choice.definition, words),
        "reading": _told("reading", table.reading, words),
    }
    told = [("title", title(table, words))]
    told += [(name, scoped[name]) for name in table.scope]
    told += [
        ("version", table.stamp.version),
        ("licence", licence(table, words)),
        ("citation", citation(table, words)),
        ("link", link(table)),
        ("dates", words("file.dates")),
        ("empty", words("file.empty")),
    ]
    return [(words(f"file.about.{name}"), text) for name, text in told if text]


def licence(table: Table, words: Wording, drawn: bool = False) -> str:
    """Under what the file may be used; `drawn` with the licence of the boundaries in it."""
    (own,) = schema.descriptor()["licenses"]
    parts = [words("file.licence", name=own["name"], address=own["path"])]
    if any(column.name == "population" for column in table.columns):
        parts.append(words("licence.population"))
    if drawn:
        parts.append(words("licence.boundaries", attribution=table.stamp.attribution))
    return " · ".join(parts)


def citation(table: Table, words: Wording) -> str:
    """How to cite the table; one that is the same on every day is cited without a day."""
    named, version = title(table, words), table.stamp.version
    if table.scope:
        return table.stamp.citation(f"{named}.", words)
    told = {"title": named, "year": version[:4], "version": version, "link": link(table)}
    return words("file.citation", **told).strip()


def link(table: Table) -> str:
    """The address that shows the same again, of a table without a day that of its page."""
    if table.scope:
        return table.stamp.link
    site = table.stamp.site.rstrip("/")
    return f"{site}/{table.stamp.page}" if site else ""


def _told(kind: str, code: str, words: Wording) -> str:
    """A definition or a reading with the sentence that explains it."""
    told = words(f"definition.{code}.help" if kind == "definition" else f"codebook.reading.{code}")
    return words("file.told", name=words(f"{kind}.{code}"), told=told)
