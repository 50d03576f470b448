"""A file is written whole or stays as it was, and nothing else is ever in its place."""

import os
import signal
import socket
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import writing
from data.writing import WriteError, check, print_out, write, write_together

ROOT = Path(__file__).parents[1]
NAME = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(
    lambda name: name not in (".", "..") and len(name.encode()) <= 255
)
#: More than a pipe holds, every byte in it.
BYTES = bytes(range(256)) * 400
#: A program that writes its letter again and again, after it has said that it began.
WRITER = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what starts the tests may ignore it
from pathlib import Path
from data.writing import write
path, letter, times = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
write(path, letter * 200_000)
print("begun", flush=True)
for _ in range(times):
    write(path, letter * 200_000)
"""


def writer(path, letter, times):
    """The program as a process of its own, which has written once already."""
    command = [sys.executable, "-c", WRITER, str(path), letter, str(times)]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout.readline() == b"begun\n"
    return run


def permissions(path):
    return stat.S_IMODE(path.lstat().st_mode)


def refusal(path):
    """The one line with which a path is refused."""
    with pytest.raises(WriteError) as error:
        write(path, b"new")
    line = str(error.value)
    assert line.startswith(f"{path}: ") and "; name a file" in line and "\n" not in line
    return line


@settings(max_examples=50, deadline=None)
@given(NAME, st.binary(max_size=2000), st.none() | st.binary(max_size=2000))
def test_what_was_written_is_there_under_any_name_and_nothing_else(
    tmp_path_factory, name, new, old
):
    folder = tmp_path_factory.mktemp("any")
    path = folder / name
    if old is not None:
        path.write_bytes(old)
    write(path, new)
    assert path.read_bytes() == new and list(folder.iterdir()) == [path]


def test_a_new_file_has_the_permissions_of_every_new_file(tmp_path):
    (tmp_path / "plain").touch()
    write(tmp_path / "new", b"")
    assert permissions(tmp_path / "new") == permissions(tmp_path / "plain")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_a_file_that_was_there_keeps_its_permissions(tmp_path, mode):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path, b"new")
    assert (permissions(path), path.read_bytes()) == (mode, b"new")


def test_what_only_its_owner_may_read_is_never_open_to_others(tmp_path, monkeypatch):
    path, seen = tmp_path / "a", []
    path.touch(0o600)
    monkeypatch.setattr(os, "fsync", lambda number: seen.append(os.fstat(number).st_mode & 0o777))
    write(path, b"secret")
    assert seen == [0o600]


@pytest.mark.parametrize("old", [b"old", None], ids=["a file", "nothing yet"])
def test_a_link_stays_and_the_file_that_it_leads_to_is_written(tmp_path, old):
    folder, second, first = tmp_path / "elsewhere", tmp_path / "second", tmp_path / "first"
    folder.mkdir()
    if old:
        (folder / "file").write_bytes(old)
    second.symlink_to("elsewhere/file")
    first.symlink_to(second)
    write(first, b"new")
    assert first.is_symlink() and second.is_symlink()
    assert (folder / "file").read_bytes() == b"new" and not (folder / "file").is_symlink()
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        *("elsewhere", "file", "first", "second")
    ]


def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    path = tmp_path / "a"
    path.symlink_to(path)
    assert "cannot be written" in refusal(path) and path.is_symlink()


def read_by_another(path):
    """A process that reads a pipe to its end."""
    return subprocess.Popen(["cat", path], stdout=subprocess.PIPE)


@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_pipe_gets_the_content_and_stays_one(tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    reader = read_by_another(tmp_path / "pipe")
    write(tmp_path / name, BYTES)
    assert reader.communicate()[0] == BYTES
    assert (tmp_path / "pipe").is_fifo() and (tmp_path / "link").is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "link"}


def test_a_device_gets_the_content_and_stays_one():
    ours, theirs = os.openpty()
    path = Path(os.ttyname(theirs))
    write(path, b"new\n")
    assert os.read(ours, 100) == b"new\r\n" and path.is_char_device()
    for end in (ours, theirs):
        os.close(end)


@pytest.mark.parametrize("content", [b"new", BYTES], ids=["little", "much"])
def test_a_device_that_is_full_is_told_in_one_line(content):
    with pytest.raises(WriteError, match=r"/dev/full: cannot be written \(No space left"):
        write(Path("/dev/full"), content)
    assert Path("/dev/full").is_char_device()


def test_several_files_are_never_written_through_a_pipe(tmp_path):
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    with pytest.raises(WriteError, match="pipe: is a pipe, not a file that can be replaced"):
        write_together({file: b"new", pipe: b"new"})
    assert pipe.is_fifo() and not file.exists()


def test_a_socket_is_refused_and_stays_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket has a short name
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
        assert "is a socket, not a file" in refusal(tmp_path / "socket")
    assert (tmp_path / "socket").is_socket()


def test_a_folder_is_refused_and_keeps_what_is_in_it(tmp_path):
    (tmp_path / "mine").touch()
    assert "is a folder, not a file" in refusal(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("place", ["missing/a", "file/a"])
def test_a_place_without_a_folder_is_refused(tmp_path, place):
    (tmp_path / "file").write_bytes(b"old")
    assert "cannot be written" in refusal(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("into", ["a file", "a pipe"])
def test_what_a_program_prints_into_is_written_on_and_never_replaced(tmp_path, number, into):
    path = tmp_path / "link"  # as /dev/stdout is one
    path.symlink_to(f"/dev/fd/{number}")
    code = f"from data.writing import *\nwrite(Path('{path}'), b'new')\nprint('after')"
    printed = tmp_path / "printed"
    printed.write_bytes(b"before\n")
    with printed.open("ab") as file:
        to = file if into == "a file" else subprocess.PIPE
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, stdout=to, stderr=subprocess.STDOUT
        )
    said = done.stdout or printed.read_bytes().removeprefix(b"before\n")
    assert (done.returncode, said) == (0, b"newafter\n")
    assert printed.read_bytes().startswith(b"before\n")
    assert sorted(tmp_path.iterdir()) == [path, printed] and path.is_symlink()


def test_what_is_printed_out_is_there_at_once_and_byte_by_byte(capfdbinary):
    print_out(BYTES)
    print_out(b"\r\n")
    assert capfdbinary.readouterr() == (BYTES + b"\r\n", b"")


def test_an_output_that_takes_nothing_is_told_in_one_line(monkeypatch):
    with Path("/dev/full").open("wb") as full:
        monkeypatch.setattr(writing, "_OUTPUT", full.fileno())
        with pytest.raises(WriteError) as error:
            print_out(b"new")
    finding = "standard output: cannot be written (No space left on device)"
    assert str(error.value) == f"{finding}; name a file with -o"


def test_what_cannot_be_written_is_known_before_there_is_any_content(tmp_path):
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "file", tmp_path / "new", tmp_path / "pipe", Path("/dev/null")):
        assert check(path) is None
    for path in (tmp_path, tmp_path / "missing/a", tmp_path / "file/a"):
        with pytest.raises(WriteError) as error:
            check(path)
        assert str(error.value) == refusal(path)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "pipe"}


def full(*given):
    raise OSError(28, "No space left on device")


def interrupted(*given):
    raise KeyboardInterrupt


@pytest.mark.parametrize("old", [b"old", None], ids=["a file", "nothing"])
@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(("fault", "error"), [(full, WriteError), (interrupted, KeyboardInterrupt)])
def test_a_fault_at_any_step_leaves_what_was_there_and_no_rest(
    tmp_path, monkeypatch, old, step, fault, error
):
    path = tmp_path / "a"
    if old:
        path.write_bytes(old)
    monkeypatch.setattr(os, step, fault)
    with pytest.raises(error) as raised:
        write(path, b"new")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([old] if old else [])
    if error is WriteError:
        assert f"{path}: cannot be written (No space left on device); " in str(raised.value)


def test_the_name_changes_its_content_in_one_step(tmp_path, monkeypatch):
    path, seen, replace = tmp_path / "a", [], os.replace
    path.write_bytes(b"old")

    def watched(draft, place):
        seen.append((draft.parent, draft.read_bytes(), path.read_bytes()))
        replace(draft, place)

    monkeypatch.setattr(os, "replace", watched)
    write(path, b"new")
    assert seen == [(tmp_path, b"new", b"old")] and path.read_bytes() == b"new"


def test_several_files_move_only_once_all_are_complete(tmp_path):
    good, bad = tmp_path / "good", tmp_path / "missing" / "bad"
    good.write_bytes(b"old")
    with pytest.raises(WriteError, match=f"{bad}: cannot be written"):
        write_together({good: b"new", bad: b"new"})
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_several_files_are_written_together(tmp_path):
    files = {tmp_path / name: name.encode() for name in "abc"}
    write_together(files)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_threads_that_write_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "a"
    contents = [bytes([65 + number]) * 200_000 for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        writes = [pool.submit(write, path, content) for content in contents * 5]
        assert [done.result() for done in writes] == [None] * 20
    assert path.read_bytes() in contents and list(tmp_path.iterdir()) == [path]


def test_a_reader_sees_a_whole_file_while_two_processes_write_it(tmp_path):
    path = tmp_path / "a"
    writers = [writer(path, letter, 50) for letter in "xy"]
    seen = set()
    while any(run.poll() is None for run in writers):
        seen.add(path.read_bytes())
    assert [run.communicate()[1] for run in writers] == [b"", b""]
    assert seen <= {b"x" * 200_000, b"y" * 200_000} and list(tmp_path.iterdir()) == [path]


def test_an_interrupted_process_leaves_a_whole_file_and_no_rest(tmp_path):
    path = tmp_path / "a"
    for letter in "xyz":
        run = writer(path, letter, 20_000)
        run.send_signal(signal.SIGINT)
        assert b"KeyboardInterrupt" in run.communicate()[1]
        assert path.read_bytes() == letter.encode() * 200_000 and list(tmp_path.iterdir()) == [path]


def test_a_name_for_a_draft_is_in_the_same_folder_hidden_and_taken_by_nobody_else(tmp_path):
    drafts = {writing.beside(tmp_path / "map.svg") for _ in range(100)}
    assert len(drafts) == 100 and {draft.parent for draft in drafts} == {tmp_path}
    assert all(draft.name.startswith(".map.svg.") for draft in drafts)
