"""The container file: a pinned base, hashed packages, no root, nothing but what runs."""

import importlib.util
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import yaml
from deployed import DEPLOY, PINNED, ROOT, instructions

CONTAINERFILE = DEPLOY / "Containerfile"


def said(name):
    """What follows an instruction, each time."""
    return [rest for instruction, rest in instructions(CONTAINERFILE) if instruction == name]


def faults(lines):
    """What a container file must not have, a line each."""
    users = [rest for name, rest in lines if name == "USER"]
    if not users or not re.fullmatch(r"[1-9]\d*:[1-9]\d*", users[-1]):
        yield "USER is no number, or root"
    for name, rest in lines:
        if name == "ADD" or (name == "COPY" and "://" in rest):
            yield f"{name} {rest}: takes something from the net"
        if name in ("CMD", "ENTRYPOINT") and not rest.startswith("["):
            yield f"{name} {rest}: starts a shell"
        if name == "RUN" and "pip" in rest and "install" in rest and "--require-hash" not in rest:
            yield f"{name} {rest}: installs without hashes"
        if name == "RUN" and re.search(r"\b(curl|wget|apt-get|apk)\b", rest):
            yield f"{name} {rest}: takes something from the net"


def test_the_container_file_has_no_fault():
    assert [*faults(instructions(CONTAINERFILE))] == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (("USER", "root"), "USER"),
        (("USER", "0:0"), "USER"),
        (("ADD", "https://example.org/x /x"), "ADD"),
        (("CMD", "python app.py"), "CMD"),
        (("RUN", "pip install streamlit"), "RUN"),
        (("RUN", "apt-get install curl"), "RUN"),
    ],
)
def test_a_fault_of_a_container_file_would_be_found(line, fault):
    assert any(one.startswith(fault) for one in faults([*instructions(CONTAINERFILE), line]))


def test_the_base_is_pinned_and_both_stages_stand_on_it():
    (base,) = [rest for rest in said("ARG") if rest.startswith("BASE=")]
    assert PINNED.fullmatch(base.removeprefix("BASE="))
    assert "python:3.11." in base  # what the lock file was made with
    assert said("FROM") == ["${BASE} AS packages", "${BASE} AS site"]


def test_it_is_asked_from_outside_and_its_health_from_within():
    (command,) = said("CMD")
    words = yaml.safe_load(command)
    assert words[words.index("--server.address") + 1] == "0.0.0.0"
    assert said("EXPOSE") == [words[words.index("--server.port") + 1]] == [str(healthy().PORT)]
    (check,) = said("HEALTHCHECK")
    assert yaml.safe_load(check.partition("CMD ")[2]) == ["python", "deploy/healthy.py"]


def test_its_version_is_that_of_the_program():
    version = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"]
    assert f"VERSION={version}" in said("ARG")
    (labels,) = said("LABEL")
    assert 'org.opencontainers.image.version="${VERSION}"' in labels
    assert f"kiz-atlas:{version}" in (DEPLOY / "compose.yaml").read_text("utf-8")
    assert f'newTag: "{version}"' in (DEPLOY / "kubernetes/kustomization.yaml").read_text("utf-8")


def let_in():
    """What .dockerignore lets into the container, and what of it it leaves out."""
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    return [one[1:] for one in rules if one[0] == "!"], [one for one in rules[1:] if one[0] != "!"]


def test_what_runs_gets_in_and_nothing_else():
    inside, outside = let_in()
    assert [path for path in inside if not (ROOT / path).exists()] == []
    folders = {path for path in inside if (ROOT / path).is_dir()}
    with_code = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert with_code - {"benchmarks", "deploy", "docs", "tests"} <= folders
    assert not {"tests", "docs", "benchmarks", "deploy", ".", "static"} & {*inside}
    assert {"geo/source", "**/__pycache__"} == {*outside}
    assert {*said("COPY")} == {
        "deploy/requirements.lock .",
        "--from=packages /opt/venv /opt/venv",
        ". .",
    }


def test_what_gets_in_is_enough_and_stays_as_it_is(tmp_path):
    for path in let_in()[0]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        copied = ["cp", "-r", str(ROOT / path), str(tmp_path / path)]
        subprocess.run(copied, check=True)
    shutil.rmtree(tmp_path / "geo" / "source")
    before = everything(tmp_path)
    code = "import app, edition.assets, export; from data import package; package.files()"
    run = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    assert everything(tmp_path) == before


def everything(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def healthy():
    """The module deploy/healthy.py, which runs by itself."""
    spec = importlib.util.spec_from_file_location("healthy", DEPLOY / "healthy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def process():
    """A process that answers /atlas/healthz well and /healthz red; yields its port."""

    class Told(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/atlas/healthz" else 503)
            self.end_headers()
            self.wfile.write("events.csv:17 fällt durch".encode())

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Told) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_the_health_check_is_green_where_the_site_says_so_and_tells_why_where_not(process):
    assert healthy().finding(process, "/atlas") == ""
    assert healthy().finding(process) == "/healthz answers 503: events.csv:17 fällt durch"


def test_the_health_check_is_red_where_nobody_answers(process):
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as taken:
        nobody = taken.server_port
    assert "does not answer" in healthy().finding(nobody)
