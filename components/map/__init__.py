"""The one map: 54 areas as SVG, with time, legend and script; for page, embed and edition."""
