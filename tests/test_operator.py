"""Who runs a site is read from a file of settings: nothing in it is made up or passed over."""

import asyncio
import runpy
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from components.base import operator
from components.base.operator import CONTACT, NEEDED, SETTING, Operator, OperatorError
from components.base.stamp import ADDRESS_SETTING
from server import lifespan, settings
from server.settings import SettingError

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.delenv(CONTACT, raising=False)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes the settings and names them to the server; returns the path."""

    def write(text):
        file = tmp_path / "operator.toml"
        file.write_text(text, "utf-8")
        monkeypatch.setenv(SETTING, f"{file}")
        return file

    return write


def example():
    """The example with its marks of a comment taken off the fields."""
    lines = (ROOT / operator.EXAMPLE).read_text("utf-8").splitlines()
    return "\n".join(line.removeprefix("# ") if " = " in line else line for line in lines)


def test_without_a_file_every_field_is_missing():
    assert operator.current() == Operator()
    assert operator.current().missing == list(NEEDED)


def test_the_example_names_every_field_and_says_nothing_until_it_is_filled_in(written):
    written((ROOT / operator.EXAMPLE).read_text("utf-8"))
    assert operator.current() == Operator()
    assert list(tomllib.loads(example())) == [one.name for one in fields(Operator)]
    written(f"{example()}\n")
    assert operator.read.cache_clear() is None and operator.current().missing == []
    assert operator.current().address == ("Musterstraße 1", "12345 Musterstadt")


def test_a_telephone_may_be_missing_and_an_empty_text_is_none(written):
    written('name = "  "\naddress = ["", " "]\nphone = ""\nemail = "a@example.org"')
    missing = operator.current().missing
    assert "name" in missing and "address" in missing and "phone" not in missing


def test_barriers_are_reported_where_it_is_said_else_where_corrections_go(written, monkeypatch):
    written('email = "a@example.org"')
    assert operator.current().lines("feedback") == ("a@example.org",)
    monkeypatch.setenv(CONTACT, "b@example.org")
    assert operator.current().contact == operator.current().reached == "b@example.org"
    assert Operator(feedback="c@example.org").reached == "c@example.org"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("name = x", r"is not TOML: .*line 1.*; write it like operator\.example\.toml"),
        ('nane = "x"', r'"nane" is no key; write one of: name$'),
        ('shoe_size = "x"', r'"shoe_size" is no key; write one of: name, address, email'),
        ("name = 3", r'name is not a text; write name = "…"$'),
        ('address = "Weg 1"', r'address is not a list of texts; write address = \["…", "…"\]'),
        ("address = [1]", r"address is not a list of texts; "),
        ("[name]\nx = 1", r"name is not a text; "),
    ],
)
def test_a_wrong_file_is_told_in_a_line_with_place_and_repair(written, text, finding):
    file = written(text)
    with pytest.raises(SettingError, match=f"^{SETTING}: {file}: {finding}") as told:
        settings.check()
    assert "\n" not in str(told.value)


def test_a_file_that_is_none_or_no_text_keeps_the_server_from_starting(monkeypatch, tmp_path):
    (tmp_path / "a").write_bytes(b"\xff\xfe")
    for name, finding in (("a", "is not TOML"), ("b", "No such file"), ("", "Is a directory")):
        monkeypatch.setenv(SETTING, f"{tmp_path / name}")
        with pytest.raises(SystemExit, match=rf"^{SETTING}: .*: {finding}.*; "):
            runpy.run_path(str(ROOT / "app.py"))


def test_an_error_is_one_of_a_value():
    assert issubclass(OperatorError, ValueError)


def started(monkeypatch, caplog):
    """What the log says of a start, the making of pages left out."""
    for task in ("_import_parts", "look", "make_the_rest"):
        monkeypatch.setattr(lifespan, task, lambda: None)
    caplog.clear()

    async def run():
        async with lifespan.serving(None):
            pass

    asyncio.run(run())
    return [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


def test_a_public_site_with_an_open_imprint_is_warned_of_once(monkeypatch, caplog, written):
    monkeypatch.setenv(ADDRESS_SETTING, "https://atlas.example.org")
    written('name = "Kreis"\naddress = ["Weg 1"]\nphone = "1"\nemail = "a@example.org"')
    (told,) = started(monkeypatch, caplog)
    missing = "responsible, privacy_officer, hosting, log_retention, enforcement"
    assert told.startswith(f"imprint, privacy and accessibility lack {missing}; fill in ")
    assert SETTING in told


def test_neither_a_private_site_nor_a_whole_imprint_is_warned_of(monkeypatch, caplog, written):
    monkeypatch.delenv(ADDRESS_SETTING, raising=False)
    assert started(monkeypatch, caplog) == []
    monkeypatch.setenv(ADDRESS_SETTING, "https://atlas.example.org")
    written(example())
    assert started(monkeypatch, caplog) == []
