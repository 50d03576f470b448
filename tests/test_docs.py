"""The documents name what there is, links lead somewhere, and no file belongs to a machine."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import export
from components.downloads import terminal
from docs import rooms

ROOT = Path(__file__).parents[1]
# A folder of somebody's machine; not the same word within an address on the net.
MACHINE_PATH = re.compile(r"(?<![\w.:%-])/(?:work|tmp|root|home/\w+|Users/\w+)/|\.\./shared\b")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")


def ours():
    """All files that are not ignored as a folder in .gitignore."""
    lines = (ROOT / ".gitignore").read_text("utf-8").split()
    ignored = {line.rstrip("/") for line in lines if line.endswith("/")} | {".git"}
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not ignored & set(path.relative_to(ROOT).parts):
            yield path


def documents():
    return [path for path in ours() if path.suffix == ".md"]


def targets():
    return re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_documented(target):
    text = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert f"make {target}" in text


def test_every_make_target_has_its_line_of_help():
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony.split() == targets()


def commands_of(text):
    """The commands in the README's table of them: the first word of each piece of code."""
    (table,) = re.findall(r"^\| command \| writes \|\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    cells = [re.split(r"(?<!\\)\|", row)[1] for row in table.splitlines()]
    return [code.split()[0] for cell in cells for code in re.findall(r"`([^`]+)`", cell)]


def named(module):
    return module.__name__.rpartition(".")[2]


def test_the_readme_has_every_command_once_and_no_other():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert sorted(commands_of(readme)) == sorted(named(command) for command in export.COMMANDS)


@pytest.mark.parametrize("change", ["| `zoom -o FILE` | a |\n", "| `map` | again |\n"])
def test_a_command_too_many_in_the_readme_would_be_found(change):
    row = "| `publish"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(commands_of(readme.replace(row, change + row))) == len(export.COMMANDS) + 1


def test_the_example_in_python_prints_what_the_readme_says():
    readme = (ROOT / "README.md").read_text("utf-8")
    ((code, output),) = re.findall(r"^```python\n(.*?)^```\n```\n(.*?)^```$", readme, re.M | re.S)
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stderr, run.stdout) == (0, "", output)


def test_the_readme_shows_the_heading_that_the_command_prints():
    assert f"\n{terminal.heading('status')}\n" in (ROOT / "README.md").read_text("utf-8")


def test_every_file_of_a_command_is_a_command_of_that_name():
    files = {path.stem: path.read_text("utf-8") for path in (ROOT / "commands").glob("*.py")}
    written = [name for name, text in files.items() if re.search(r"^def register\(", text, re.M)]
    assert sorted(written) == sorted(named(command) for command in export.COMMANDS)
    usage = export.parser().format_usage()
    (choices,) = re.findall(r"\{(.*)\}", usage)
    assert choices.split(",") == [named(command) for command in export.COMMANDS]


def test_every_table_is_described_in_the_codebook():
    descriptor = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    tables = [
        Path(resource["path"]).name
        for resource in descriptor["resources"]
        if resource["path"].endswith(".csv")
    ]
    codebook = (ROOT / "data" / "README.md").read_text("utf-8")
    assert [table for table in tables if table not in codebook] == []


def test_relative_links_lead_to_files():
    lost = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in documents()
        for link in LINK.findall(path.read_text("utf-8"))
        if "://" not in link
        and not link.startswith("mailto:")
        and not (path.parent / link).exists()
    ]
    assert lost == []


def test_no_file_names_a_path_of_a_machine():
    assert [line for path in ours() for line in machine_paths(path)] == []


def machine_paths(path):
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return []  # a picture, a font, the packed boundaries
    return [
        f"{path.name}:{number}: {found.group()}"
        for number, line in enumerate(text.splitlines(), 1)
        for found in MACHINE_PATH.finditer(line)
    ]


def test_a_path_of_a_machine_would_be_found(tmp_path):
    text = "see {0}work/main/data and {0}tmp/x but https://example.org{0}work/map".format("/")
    (tmp_path / "note.md").write_text(text)
    assert len(machine_paths(tmp_path / "note.md")) == 2


def test_the_template_of_an_event_has_every_field_in_order():
    descriptor = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    (events,) = [table for table in descriptor["resources"] if table["name"] == "events"]
    template = re.findall(r"^\| `(\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    assert template == [field["name"] for field in events["schema"]["fields"]]


def test_the_picture_of_the_rooms_is_drawn_from_the_table_as_it_stands():
    readme = (ROOT / "README.md").read_text("utf-8")
    found = rooms.rooms(readme)
    picture = rooms.PICTURE.read_text("utf-8")
    assert picture == rooms.drawn(found), "run python docs/rooms.py"
    assert all(place in picture for room in found for place in room.places)
