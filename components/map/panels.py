"""Maps beside each other, or one of a few districts: the markup once, and what is painted on it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import htpy as h
import pandas as pd

from components.looks.look import Look
from components.looks.theme import Fill
from components.map import svg


class Panel(NamedTuple):
    """One map: its title, the districts on it, how each looks and what is said of it, by AGS.

    `name` is that of its colouring, whose fills are `fills`; `standings` has ags, name, group,
    status, since, a row per area, in their order.
    """

    title: str
    name: str
    fills: Sequence[Fill]
    looks: Mapping[str, Look]
    spoken: Mapping[str, str]
    standings: pd.DataFrame

    def paint(self, ags: str) -> str:
        """The attribute `fill` of an area."""
        code = self.looks[ags].fill
        return svg.paint(self.name, code, self.fills[code])


def painted(panel: Panel) -> dict[str, Any]:
    """What the script paints: the distinct `looks` (fill, group, status), and for each area
    its place in them, its label, its words and the date of its proof.
    """
    looks: dict[tuple[str, ...], int] = {}
    codes, labels, spoken = [], [], []
    for row in panel.standings.itertuples(index=False):
        look = panel.looks[row.ags]
        seen = (panel.paint(row.ags), row.group, row.status)
        codes.append(looks.setdefault(seen, len(looks)))
        labels.append(" ".join(look.lines))
        spoken.append(panel.spoken[row.ags])
    return {"title": panel.title, "looks": list(looks), "codes": codes, "labels": labels,
            "told": spoken, "since": list(panel.standings["since"])}  # fmt: skip


def maps_html(
    shapes: svg.Shapes, panels: Sequence[Panel], links: Mapping[str, str], chosen: str
) -> h.Element:
    """The maps as they are first seen, one figure each, the district `chosen` outlined.

    `links` has by AGS where an area leads; an area without is there to be chosen.
    """
    patterns = svg.patterns({panel.name: panel.fills for panel in panels})
    figures = []
    for place, panel in enumerate(panels):
        areas, defined = _areas(panel, links), None if place else patterns
        drawn = svg.map_svg(shapes, areas, panel.title, defined, chosen)
        figures.append(h.figure[len(panels) > 1 and h.h2[panel.title], drawn])
    return h.div(".stage.maps")[figures, h.div(".tip", hidden=True)]


def _areas(panel: Panel, links: Mapping[str, str]) -> list[svg.Area]:
    return [
        svg.Area(
            row.ags,
            panel.paint(row.ags),
            row.group,
            row.status,
            row.since,
            spoken=f"{row.name}: {panel.spoken[row.ags]}",
            lines=panel.looks[row.ags].lines,
            href=links.get(row.ags, ""),
        )
        for row in panel.standings.itertuples(index=False)
    ]
