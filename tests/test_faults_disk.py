"""Faults of the disk and of processes that share a folder: nothing half, nothing lost."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from processes import LIMIT_S, ROOT, bound, copied, next_day, server, until

from components.base import folder, published
from components.base.folder import Folder
from components.base.published import ADDRESS
from data import clock

#: Publishes for ever, larger files than the system writes in one go, and says when it has begun.
PUBLISHING = """
import os
from components.base import published

published.publish("begun", 1)
print("begun", flush=True)
while True:
    published.publish_picture("large", os.urandom(3_000_000), "svg")
"""
#: Publishes what others publish too, and what they do not, and says where all of it is. As in a
#: container, its number is that of the others.
SHARING = """
import os, sys
os.getpid = lambda: 7
from components.base import published

for number in range(150):
    for own in ("", sys.argv[1]):
        print(published.publish_bytes("x", f"{own} {number} ".encode() * 3000, "css"))
"""

#: Publishes five files into a folder, and says of each whether it can be had.
FEW = """
import os, sys
os.environ["KIZ_ATLAS_FOLDER"] = sys.argv[1]
from components.base import published

for number in range(5):
    address = published.publish("few", number)
    print(published.file(address.rpartition("/")[2]) == str(number).encode())
"""


def publishing(program, place, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"KIZ_ATLAS_FOLDER": str(place)},
    )  # fmt: skip


def drafts(place):
    return [file for file in place.iterdir() if file.suffix == ".part"]


def all_are_whole(place):
    """Whether there is a file, and each that is no draft has the content that its name tells."""
    names = [file.name for file in place.iterdir() if file.suffix != ".part"]
    return names and all(Folder(place).get(name) for name in names)


def test_who_is_killed_while_publishing_leaves_whole_files_and_the_next_start_clears_the_rest(
    tmp_path,
):
    moments = random.Random(2026)
    for _ in range(4):
        running = publishing(PUBLISHING, tmp_path)
        assert running.stdout.readline() == "begun\n"
        try:
            running.wait(moments.uniform(0.01, 0.3))
        except subprocess.TimeoutExpired:
            running.kill()
        assert running.wait(LIMIT_S) == -signal.SIGKILL
        running.stdout.close()
        assert all_are_whole(tmp_path)
    (tmp_path / ".large.x.part").write_bytes(b"half")  # whatever the moments were
    long_ago = time.time() - folder.DRAFT_S - 1
    for draft in drafts(tmp_path):
        os.utime(draft, (long_ago, long_ago))
    Folder(tmp_path).tidy()
    assert drafts(tmp_path) == [] and all_are_whole(tmp_path)


def test_two_processes_publish_into_one_folder_the_same_and_different_files(tmp_path):
    both = [publishing(SHARING, tmp_path, name) for name in ("one", "other")]
    told = [set(running.communicate(timeout=LIMIT_S)[0].split()) for running in both]
    assert [running.returncode for running in both] == [0, 0]
    assert len(told[0] & told[1]) == 150 and len(told[0] | told[1]) == 450
    names = {address.rpartition("/")[2] for address in told[0] | told[1]}
    assert {file.name for file in tmp_path.iterdir()} == names and all_are_whole(tmp_path)


@pytest.fixture
def tree(tmp_path):
    """The program in a folder that nobody may write to who keeps to its permissions."""
    place = copied(tmp_path / "tree")
    for own in ("shared", "home"):
        (place / own).mkdir()
    parts = [place, *place.rglob("*")]
    for part in parts:
        part.chmod(0o555 if part.is_dir() else 0o444)
    yield place
    for part in parts:
        part.chmod(0o755)


def test_of_a_read_only_program_beside_a_full_disk_it_shows_pages_today_and_tomorrow(tree):
    """A disk that is full: no file may have a byte."""
    place, home = tree / "shared", tree / "home"
    for own in (place, home):
        own.chmod(0o755)
    # Matplotlib wants a folder that it might write to.
    said = {"KIZ_ATLAS_FOLDER": f"{place}", "MPLCONFIGDIR": f"{home}"}
    with server(tree, keeps=True, room="0", **said) as running:
        answers(running)
        next_day(running)
        until(lambda: tomorrow() in running.ask("/app/static/data/status.csv")[1], "the next day")
        answers(running)
        log = "".join(running.log)
    assert log.count("goes on from memory") == 1 and "Traceback" not in log, log
    assert f"{place}: File too large; goes on from memory" in log
    assert list(place.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_told_once_and_memory_goes_on(tmp_path):
    tmp_path.chmod(0o555)
    program = [*bound(), sys.executable, "-c", FEW, str(tmp_path)]
    told = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_S)
    assert told.stdout == "True\n" * 5
    assert told.stderr.startswith(f"{tmp_path}: Permission denied; goes on from memory; ")
    assert told.stderr.count("\n") == 1 and list(tmp_path.iterdir()) == []


def test_once_there_is_room_again_what_is_asked_for_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("KIZ_ATLAS_FOLDER", str(tmp_path))
    with monkeypatch.context() as full:
        full.setattr(os, "replace", no_space)
        address = published.publish_bytes("x", b"content", "css")
        assert list(tmp_path.iterdir()) == []
    name = address.rpartition("/")[2]
    assert published.file(name) == b"content"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def no_space(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def tomorrow():
    """As a table of that day has it."""
    return f"{clock.today() + timedelta(days=1)}".encode()


def answers(running):
    """Every kind of answer is there: pages, files of the day, what pages fetch."""
    for path in ("/", "/verlauf", "/embed", "/app/static/data/status.csv", "/feed.atom"):
        status, content = running.ask(path)
        assert status == 200 and content, path
    assert running.ask("/healthz")[0] == 200
    sheet = running.ask("/embed")[1].decode().partition(f"{ADDRESS}/")[2].partition('"')[0]
    assert running.ask(f"/{ADDRESS}/{sheet}")[0] == 200
