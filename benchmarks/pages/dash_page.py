"""The same map and slider in Dash: `python -m benchmarks.pages.dash_page PORT` serves them."""

import sys
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from benchmarks.pages.plain_map import month_map
from benchmarks.pages.slider import FIRST, MONTHS
from data import tables


def page() -> Dash:
    """The page: a slider over the months, the month as a text, and the map."""
    app = Dash(assets_folder=str(Path(__file__).parent / "static"))
    known = tables.load()
    app.layout = html.Div(
        [
            dcc.Slider(0, len(MONTHS) - 1, 1, value=MONTHS.index(FIRST), marks=None, id="month"),
            html.P(id="line"),
            dcc.Graph(id="map", config={"topojsonURL": "/assets/"}),
        ]
    )

    @app.callback(Output("line", "children"), Output("map", "figure"), Input("month", "value"))
    def moved(number: int) -> tuple[str, go.Figure]:
        return f"{MONTHS[number]:%m/%Y}", month_map(known, MONTHS[number])

    return app


if __name__ == "__main__":
    page().run(host="127.0.0.1", port=int(sys.argv[1]))
