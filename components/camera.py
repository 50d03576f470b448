"""Plotly's camera button: its picture gets title, source and licence like all others."""

from pathlib import Path

from components import cache
from components.browser_code import component
from components.wording import Wording

#: Shown while the pointer is over a chart, or its bar has the focus; nothing but the camera.
CONFIG = {"displayModeBar": "hover", "modeBarButtons": [["toImage"]], "displaylogo": False}
_camera = component("camera", Path(__file__).parent / "camera_assets")


def camera(words: Wording) -> None:
    """Watch over the camera buttons of the page; nothing of it is seen."""
    source = words("stamp.source", version=cache.version())
    boundaries = words("stamp.boundaries", line=cache.attribution())
    told = {"label": words("camera.label"), "file": "kiz-atlas"}
    _camera(data={**told, "source": f"{source} · {boundaries}"}, key="camera")
