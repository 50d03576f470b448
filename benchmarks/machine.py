"""On what a run was measured: the machine, without its name, and the versions that count."""

import os
import platform
import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("streamlit", "plotly", "pandas", "dash")


def machine() -> dict[str, str | int | float]:
    """Cores, the model of the processor and the memory in GB."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "memory_gb": round(memory / 1e9, 1),
    }


def versions(chromium: str | None) -> dict[str, str]:
    """The versions by name; `chromium` is its path. What is not there is left out."""
    found = {"atlas": _said(["git", "describe", "--always", "--dirty", "--exclude", "*"])}
    found["Python"] = platform.python_version()
    found |= {name: _installed(name) for name in PACKAGES}
    found["Chromium"] = _number([chromium, "--version"]) if chromium else ""
    found["nginx"] = _number(["nginx", "-v"])
    return {name: text for name, text in found.items() if text}


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor()
    named = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return named[1].strip() if named else platform.machine()


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _number(command: list[str]) -> str:
    found = re.search(r"\d+(?:\.\d+)+", _said(command))
    return found[0] if found else ""


def _said(command: list[str]) -> str:
    """What a program says of itself; nothing where there is none."""
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (run.stdout or run.stderr).strip() if run.returncode == 0 else ""
