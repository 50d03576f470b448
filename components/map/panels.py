"""Maps beside each other, or one of a few districts: the markup once, and what is painted on it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import htpy as h
import pandas as pd

from components.looks.look import Look
from components.looks.theme import Fill
from components.map import svg


class Panel(NamedTuple):
    """One map: its title, how each area looks and what is said of it, by AGS.

    `name` is that of its colouring, whose fills are `fills`.
    """

    title: str
    name: str
    fills: Sequence[Fill]
    looks: Mapping[str, Look]
    told: Mapping[str, str]


def painted(panel: Panel, standings: pd.DataFrame) -> dict[str, Any]:
    """What the script paints: the distinct `looks` (fill, ink, group, status), and for each area
    its place in them, its label, its words and the date of its proof.

    `standings` has ags, group, status, since; its rows are those of the map, in their order.
    """
    looks: dict[tuple[str, ...], int] = {}
    codes, labels, told = [], [], []
    for row in standings.itertuples(index=False):
        seen = panel.looks[row.ags]
        fill = panel.fills[seen.fill]
        paint = svg.paint(panel.name, seen.fill, fill)
        codes.append(looks.setdefault((paint, fill.ink, row.group, row.status), len(looks)))
        labels.append(" ".join(seen.lines))
        told.append(panel.told[row.ags])
    return {"title": panel.title, "looks": list(looks), "codes": codes, "labels": labels,
            "told": told, "since": list(standings["since"])}  # fmt: skip


def maps_html(
    shapes: svg.Shapes,
    names: Mapping[str, str],
    panels: Sequence[Panel],
    standings: Sequence[pd.DataFrame],
    links: Mapping[str, str],
    chosen: str,
) -> h.Element:
    """The maps as they are first seen, one figure each.

    Parameters
    ----------
    names
        By AGS, in full.
    standings
        For each map the rows of its areas: ags, group, status, since.
    links
        By AGS where an area leads; empty if it is to be chosen.
    """
    patterns = svg.patterns({panel.name: panel.fills for panel in panels})
    figures = []
    for place, (panel, rows) in enumerate(zip(panels, standings, strict=True)):
        areas = []
        for row in rows.itertuples(index=False):
            seen = panel.looks[row.ags]
            paint = svg.paint(panel.name, seen.fill, panel.fills[seen.fill])
            spoken = f"{names[row.ags]}: {panel.told[row.ags]}"
            link = links.get(row.ags, "")
            area = svg.Area(
                row.ags, paint, row.group, row.status, row.since, spoken, seen.lines, link
            )
            areas.append(area)
        drawn = svg.map_svg(shapes, areas, panel.title, None if place else patterns, chosen)
        figures.append(h.figure[len(panels) > 1 and h.h2[panel.title], drawn])
    return h.div(".stage.maps")[
        figures, h.div(".tip", hidden=True), h.p(".spoken.unseen", role="status")
    ]
