"""How much of the state is covered, as a table."""

from collections.abc import Iterable

import htpy as h

from components.base.wording import Wording
from components.html.german import spoken


def coverage(title: str, rows: Iterable[tuple[str, str]], words: Wording) -> h.Fragment:
    """The lines as a table under a heading; the name of a Regierungsbezirk is German."""
    region = words("region", name="")
    return h.fragment[
        h.h2[title],
        h.table(".coverage")[
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row", lang=spoken(words) if name.startswith(region) else None)[
                            name
                        ],
                        h.td[value],
                    ]
                    for name, value in rows
                ]
            ]
        ],
    ]
