"""How much of the state is covered, as a table."""

from collections.abc import Iterable

import htpy as h


def coverage(title: str, rows: Iterable[tuple[str, str]]) -> h.Fragment:
    """The lines as a table under a heading."""
    return h.fragment[
        h.h2[title],
        h.table(".coverage")[
            h.tbody[[h.tr[h.th(scope="row")[name], h.td[value]] for name, value in rows]]
        ],
    ]
