"""What the accessibility statement says of the site: when it was tested, what is known to lack."""

from datetime import date

#: The day of the tests that the statement rests on.
TESTED = date(2026, 11, 29)
#: The known gaps, in the order in which they are told, each with the rules of axe that it breaks.
#: What the tests excuse (tests/accessibility.py) is a gap here, and nothing else has rules.
GAPS: dict[str, tuple[str, ...]] = {
    "people": (),
    "pdf": (),
    "pictures": (),
    "sign": (),
    "easy": (),
    "sources": (),
    "scripts": (),
}
