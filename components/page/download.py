"""A button whose file is made when it is pressed."""

from collections.abc import Callable

import streamlit as st

#: What a browser is told a file is.
MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "gif": "image/gif",
    "webp": "image/webp",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}


def download(label: str, make: Callable[[], bytes], file: str, kind: str, key: str) -> None:
    """Draw the button; `kind` is the ending of the file, `key` tells it from the others."""
    st.download_button(
        label,
        make,
        file_name=file,
        mime=MIME[kind],
        key=f"download_{key}",
        on_click="ignore",
        width="stretch",
    )
