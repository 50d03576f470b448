"""The site as it runs for the public, tried on this machine: `python -m deploy.trial`."""

import sys
from pathlib import Path

# With the helpers of the tests that drive Chromium.
sys.path.append(str(Path(__file__).parents[2] / "tests"))
