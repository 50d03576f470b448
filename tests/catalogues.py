"""The catalogues as they are written: every entry, and the forms of every sentence."""

from babel.messages.pofile import read_po

from components.base.wording import LOCALE


def entries(language):
    """What stands in the catalogue, by key, in the order of the file."""
    with (LOCALE / f"{language}.po").open("rb") as text:
        read = [entry for entry in read_po(text, locale=language) if entry.id]
    return {entry.id[0] if entry.pluralizable else entry.id: entry for entry in read}


def forms(entry):
    """The sentence; where it has two forms that for one thing and that for many."""
    return list(entry.string) if entry.pluralizable else [entry.string]


def sentences(language):
    """The forms of every sentence, by key."""
    return {key: forms(entry) for key, entry in entries(language).items()}


GERMAN, ENGLISH = sentences("de"), sentences("en")
