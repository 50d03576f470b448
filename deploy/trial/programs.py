"""nginx and what its tests need beside it; `python -m deploy.trial.programs` installs what lacks.

That something could not be installed is said and is no fault: what needs it is skipped.
"""

import os
import shutil

from chromium import attempt

#: In which package of Debian and Ubuntu each program is.
PACKAGES = {
    "nginx": "nginx",
    "envsubst": "gettext-base",
    "openssl": "openssl",
    "curl": "curl",
}


def find(name: str) -> str | None:
    """Where a program is, also one for root alone; None where it is not installed."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin")


def missing() -> list[str]:
    """Which of the programs are not installed."""
    return [name for name in PACKAGES if find(name) is None]


def ensure() -> str:
    """What is there, in one line, once what is missing is installed: by root, where Debian's
    packages are.
    """
    if (lacking := missing()) and os.geteuid() == 0 and shutil.which("apt-get"):
        attempt(["apt-get", "update", "-qq"], lacking)
        packages = [PACKAGES[name] for name in lacking]
        attempt(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], lacking)
    if not (lacking := missing()):
        return f"nginx: {find('nginx')}"
    packages = " ".join(PACKAGES[name] for name in lacking)
    return (
        f"The tests of nginx need {', '.join(lacking)}: not found, and not installed. "
        f"They are SKIPPED until you install what lacks; on Debian: sudo apt-get install {packages}"
    )


if __name__ == "__main__":
    print(ensure(), flush=True)
