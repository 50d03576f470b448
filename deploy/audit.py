"""Asks the database of known weak points about every package of the lock file (`make audit`).

Exit code 0: all were looked up and none is known to be weak. 1: some are; they are listed.
3: not all could be looked up, so nothing is said to be sound.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).with_name("requirements.lock")
SOUND, WEAK, UNCHECKED = 0, 1, 3
ASK = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")


def verdict(output: str, errors: str) -> tuple[int, str]:
    """The exit code and what to say, from what pip-audit wrote (its JSON, and its errors)."""
    try:
        packages = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        *_, last = errors.strip().splitlines() or ["it does not say why"]
        return UNCHECKED, f"Nothing was checked: the database could not be asked ({last})."
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    weak = [one for one in packages if one.get("vulns")]
    lines = [_told(one) for one in weak]
    if skipped or not packages:
        count = f"{len(skipped)} of {len(packages)} packages" if packages else "the whole lock file"
        start = "Nothing was checked" if len(skipped) == len(packages) else "Not all was checked"
        lines.append(f"{start}: the database did not answer for {count}.")
    if weak:
        return WEAK, "\n".join(lines)
    if lines:
        return UNCHECKED, "\n".join(lines)
    return SOUND, f"None of {len(packages)} packages has a known weak point."


def _told(package: dict) -> str:
    points = [
        f"{one['id']} (mended in {', '.join(one['fix_versions']) or 'no version yet'})"
        for one in package["vulns"]
    ]
    return f"{package['name']} {package['version']}: {'; '.join(points)}"


def main() -> int:
    """Ask, say what came of it, and return the exit code."""
    asked = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), *ASK]
    run = subprocess.run(asked, capture_output=True, text=True, check=False)
    code, said = verdict(run.stdout, run.stderr)
    print(said, file=sys.stdout if code == SOUND else sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
