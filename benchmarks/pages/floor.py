"""The floor: a page of Streamlit with nothing but a slider over the months and a text."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))

from benchmarks.pages.slider import month

month()
