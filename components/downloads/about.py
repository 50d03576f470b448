"""What every file says of itself: title, day, definition, reading, version, licence, citation."""

from components.base.wording import Wording
from components.downloads.tables import Table
from components.words.vocabulary import label, meaning
from data import schema

_REPEATED = ("from", "day", "definition", "reading", "version", "citation", "licence")


def title(table: Table, words: Wording) -> str:
    """The name of the table, with what it needs of the choice to be told from another."""
    choice = table.stamp.choice
    values = {
        "first": words.day(choice.since_day) if choice.since_day else "",
        "day": words.day(choice.day),
        "definition": words(f"definition.{choice.definition}"),
    }
    return words(f"file.title.{table.name}", **values)


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


def repeated(table: Table, words: Wording) -> dict[str, str]:
    """What of `facts` a CSV repeats in columns at the end; the rest names the table itself."""
    told = facts(table, words)
    return {name: told[name] for name in _REPEATED if name in told}


def lines(table: Table, words: Wording) -> list[tuple[str, str]]:
    """The same for readers: label and text of each line, the last with how to read the cells."""
    choice = table.stamp.choice
    scoped = {
        "from": words.day(choice.since_day) if choice.since_day else "",
        "day": words.day(choice.day),
        "definition": _explained("definition", choice.definition, words),
        "reading": _explained("reading", table.reading, words),
    }
    entries = [("title", title(table, words))]
    entries += [(name, scoped[name]) for name in table.scope]
    entries += [
        ("version", table.stamp.version),
        ("licence", licence(table, words)),
        ("citation", citation(table, words)),
        ("link", link(table)),
        ("dates", words("file.dates")),
        ("empty", words("file.empty")),
    ]
    return [(words(f"file.about.{name}"), text) for name, text in entries if text]


def licence(table: Table, words: Wording, drawn: bool = False) -> str:
    """Under what the file may be used; `drawn` with the licence of the boundaries in it."""
    (of_tables,) = schema.descriptor()["licenses"]
    parts = [words("file.licence", name=of_tables["name"], address=of_tables["path"])]
    if any(column.name == "population" for column in table.columns):
        parts.append(words("licence.population"))
    if drawn:
        parts.append(words("licence.boundaries", attribution=table.stamp.attribution))
    return " · ".join(parts)


def citation(table: Table, words: Wording) -> str:
    """How to cite the table: with day and definition where it depends on both.

    What depends on one of them, or on two days, names that in its title.
    """
    name, version = title(table, words), table.stamp.version
    if {"day", "definition"} <= set(table.scope):
        return table.stamp.citation(f"{name}.", words)
    parts = {"title": name, "year": version[:4], "version": version, "link": link(table)}
    return words("file.citation", **parts).strip()


def link(table: Table) -> str:
    """The address that shows the same again, of a table without a day that of its page; empty
    without a site.

    The address of the page names the definition where the table depends on it, and no day: it
    stays the same.
    """
    if "day" in table.scope or not table.stamp.site:
        return table.stamp.link
    page = f"{table.stamp.site.rstrip('/')}/{table.stamp.page}"
    counted = table.stamp.choice.definition
    return f"{page}?definition={counted}" if "definition" in table.scope else page


def _explained(vocabulary: str, code: str, words: Wording) -> str:
    """A definition or a reading with the sentence that explains it."""
    name, sentence = label(vocabulary, code, words), meaning(vocabulary, code, words)
    return words("file.told", name=name, told=sentence)
