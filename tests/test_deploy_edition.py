"""How long a CDN and browsers keep the files of a static edition."""

import re
import shutil
import subprocess

import pytest
from deployed import DEPLOY

CONF = DEPLOY / "edition" / "nginx.conf"


def kept(path):
    """The header Cache-Control of a file of an edition, as nginx chooses it."""
    text = CONF.read_text("utf-8")
    (default,) = re.findall(r'^  default "(.*)";$', text, re.MULTILINE)
    rules = re.findall(r'^  ~(\S+) "(.*)";$', text, re.MULTILINE)
    return next((value for pattern, value in rules if re.search(pattern, path)), default)


@pytest.mark.parametrize("path", ["/", "/en/index.html", "/kreise/05154.html", "/assets/map.js"])
def test_a_correction_is_seen_after_minutes(path):
    ages = [int(age) for age in re.findall(r"(?:max-age|s-maxage)=(\d+)", kept(path))]
    assert len(ages) == 2 and max(ages) <= 300
    assert "immutable" not in kept(path)


def test_only_what_never_changes_is_kept_for_ever():
    assert "immutable" in kept("/assets/fonts/SourceSans3-Regular.woff")
    assert "max-age=3600" in kept("/tables/de/kiz-atlas-panel-2026-11-29.csv")


def test_nginx_takes_the_example(tmp_path):
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
    if nginx:
        whole = tmp_path / "whole.conf"
        whole.write_text(f"pid {tmp_path}/pid; events {{}}\nhttp {{ include {CONF}; }}\n")
        said = subprocess.run(
            [nginx, "-t", "-e", "stderr", "-p", str(tmp_path), "-c", str(whole)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert said.returncode == 0 and "[warn]" not in said.stderr, said.stderr
