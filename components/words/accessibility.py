"""What the accessibility statement says of the site: when it was tested, what is known to lack."""

from datetime import date

#: The day of the tests that the statement rests on, that of docs/accessibility.md.
TESTED = date(2026, 11, 29)
#: The known gaps, in the order in which they are told.
GAPS = (
    *("people", "pdf", "pictures", "sign", "easy", "sources", "names", "choices", "failures"),
    "scripts",
)
