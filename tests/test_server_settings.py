"""A setting is read in one place; one that cannot be meant is told in a line before the start."""

import os
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from components.base import settings, stamp
from components.base.operator import Operator
from components.base.settings import USUAL, SettingError, Settings
from server import settings as set_up

ROOT = Path(__file__).parents[1]
ADDRESS, FRAMES = settings.variable("address"), settings.variable("frame_ancestors")
KEY = "0123456789abcdef"
#: A value of each setting as the file says it, as the environment says it, and what it means.
EACH = {
    "address": (
        '"https://A.example.org/x/"',
        "https://A.example.org/x/",
        "https://a.example.org/x",
    ),
    "contact": ('"a@example.org"', "a@example.org", "a@example.org"),
    "frame_ancestors": (
        '["https:", "*.example.org"]',
        "https: *.example.org",
        ("https:", "*.example.org"),
    ),
    "folder": ('"/"', "/", "/"),
    "proxy_key": (f'"{KEY}"', KEY, KEY),
    "log": ('"json"', "json", "json"),
    "metrics": ("true", "true", True),
    "visitors": ("7", "7", 7),
}
#: What cannot be meant, in the file and in the environment, and what is told of it.
WRONG = [
    ("address", '"atlas.example.org"', "atlas.example.org", "is no address; write https://"),
    ("contact", "3", None, 'is not a text; write "…"'),
    ("frame_ancestors", '["x;"]', "x;", "is no source; write https://"),
    ("frame_ancestors", "[]", None, "is empty; write \"'none'\" for nobody"),
    ("frame_ancestors", "[1]", None, "is not a list of texts; write "),
    ("folder", '"data"', "data", "is no absolute path; write /"),
    ("folder", '"/nowhere/at/all"', "/nowhere/at/all", "is no folder; make it, or"),
    ("proxy_key", '"short"', "short", "is not 16 to 200 letters and digits; take"),
    ("proxy_key", f'"{KEY} {KEY}"', f"{KEY} {KEY}", "is not 16 to 200 letters and digits; take"),
    ("log", '"xml"', "xml", "is none; write one of: text, json"),
    ("metrics", "1", "yes", "is none; write true or false"),
    ("visitors", "0", "0", "is no number from 1 to 100000; write one"),
    ("visitors", "true", "many", "is no number from 1 to 100000; write one"),
]


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    for name in [name for name in os.environ if name.startswith(settings.PREFIX)]:
        monkeypatch.delenv(name)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes the file of settings and names it to the server; returns the path."""

    def write(text):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text, "utf-8")
        monkeypatch.setenv(settings.FILE, f"{file}")
        return file

    return write


def refusal():
    with pytest.raises(SettingError) as told:
        set_up.check()
    assert "\n" not in str(told.value)
    return str(told.value)


def example():
    """The example as it is, and with its marks of a comment taken off the keys."""
    text = (ROOT / settings.EXAMPLE).read_text("utf-8")
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    return text, "\n".join(lines)


def test_without_a_file_and_variables_all_is_as_usual():
    assert settings.current() == USUAL == Settings()


@pytest.mark.parametrize("name", EACH)
def test_each_setting_is_said_by_the_file_and_by_the_environment(name, written, monkeypatch):
    in_file, in_environment, meant = EACH[name]
    written(f"{name} = {in_file}")
    assert getattr(settings.current(), name) == meant != getattr(USUAL, name)
    monkeypatch.delenv(settings.FILE)
    monkeypatch.setenv(settings.variable(name), f" {in_environment} ")
    assert getattr(settings.current(), name) == meant
    set_up.check()


def test_these_are_all_settings():
    assert [*EACH, "operator"] == [one.name for one in fields(Settings)]


def test_the_environment_wins_and_what_is_empty_there_says_nothing(written, monkeypatch):
    written('visitors = 7\nlog = "json"\naddress = ""')
    monkeypatch.setenv(settings.variable("visitors"), "8")
    monkeypatch.setenv(settings.variable("log"), " ")
    now = settings.current()
    assert (now.visitors, now.log, now.address) == (8, "json", "")


def test_the_example_has_every_key_and_says_nothing_until_it_is_filled_in(written):
    as_it_is, filled = example()
    written(as_it_is)
    assert settings.current() == USUAL
    said = tomllib.loads(filled)
    assert [*said] == [one.name for one in fields(Settings)]
    assert [*said["operator"]] == [one.name for one in fields(Operator)]
    assert {name: said[name] for name in ("log", "metrics", "visitors")} == {
        name: getattr(USUAL, name) for name in ("log", "metrics", "visitors")
    }
    written(filled.replace(f'"{said["folder"]}"', '"/"'))
    assert settings.current().operator.missing == []
    assert settings.current().operator.address == ("Musterstraße 1", "12345 Musterstadt")


@pytest.mark.parametrize(("name", "in_file", "in_environment", "told"), WRONG)
def test_what_cannot_be_meant_is_told_with_place_and_repair(
    name, in_file, in_environment, told, written, monkeypatch
):
    file = written(f"{name} = {in_file}")
    said = refusal()
    assert said.startswith(f"{settings.FILE}: {file}: {name}: ") and told in said
    monkeypatch.delenv(settings.FILE)
    if in_environment:
        monkeypatch.setenv(settings.variable(name), in_environment)
        said = refusal()
        assert said.startswith(f"{settings.variable(name)}: ") and told in said


def test_a_key_of_the_proxy_is_neither_told_nor_shown(monkeypatch):
    monkeypatch.setenv(settings.variable("proxy_key"), "secret!")
    assert "secret" not in refusal()
    monkeypatch.setenv(settings.variable("proxy_key"), KEY)
    assert KEY not in repr(settings.current())
    assert settings.current().named == ["proxy_key"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("log = x", "is not TOML: .*line 1.*; write it like settings.example.toml"),
        ("visitor = 1", '"visitor" is no key; write one of: visitors$'),
        ('shoe_size = "x"', '"shoe_size" is no key; write one of: address, contact, folder'),
        ('name = "x"', '"name" is no key; write one of: address'),
        ('"a\\nb\\u202e" = 1', r'"a\\u000ab\\u202e" is no key; '),
        ('operator = "x"', r"operator: is no table; write \[operator\]"),
    ],
)
def test_a_wrong_file_is_told_in_a_line(text, finding, written):
    file = written(text)
    with pytest.raises(SettingError, match=f"^{settings.FILE}: {file}: {finding}"):
        set_up.check()


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("KIZ_ATLAS_ADRESS", "KIZ_ATLAS_ADDRESS"),
        ("KIZ_ATLAS_OPERATOR", "KIZ_ATLAS_ADDRESS, KIZ_ATLAS_CONTACT, KIZ_ATLAS_FOLDER"),
    ],
)
def test_an_unknown_variable_of_ours_is_told_with_the_nearest(name, repair, monkeypatch):
    monkeypatch.setenv(name, "x")
    assert refusal().startswith(f"{name}: is no setting; write one of: {repair}")


def test_a_file_that_is_none_or_no_text_is_told(monkeypatch, tmp_path):
    (tmp_path / "a").write_bytes(b"\xff\xfe")
    for name, finding in (("a", "is not TOML"), ("b", "No such file"), ("", "Is a directory")):
        monkeypatch.setenv(settings.FILE, f"{tmp_path / name}")
        assert refusal().startswith(f"{settings.FILE}: {tmp_path / name}: {finding}")


@pytest.mark.parametrize(
    "said",
    [
        "*",
        "'none'",
        "'self' https://www.example.org",
        "https://*.example.org:8443 http://127.0.0.1:*",
        "example.org",
        "https:",
    ],
)
def test_sources_of_frames_are_taken_as_they_are_written(monkeypatch, said):
    monkeypatch.setenv(FRAMES, said)
    assert " ".join(settings.current().frame_ancestors) == said


@pytest.mark.parametrize(
    "said",
    [
        "https://a.example; script-src *",
        "https://a.example, https://b.example",
        "'none' https://a.example",
        "'unsafe-inline'",
        "https://a.example/path",
        "java script:",
        "ftp://a.example",
    ],
)
def test_what_is_no_source_is_told_in_a_line_with_a_repair(monkeypatch, said):
    monkeypatch.setenv(FRAMES, said)
    assert refusal().startswith(f"{FRAMES}: ") and "is no source; write https://" in refusal()


@pytest.mark.parametrize(
    "said",
    [
        "atlas.example.org",
        "javascript:alert(1)",
        "https://a b.example",
        "https://a.org/?x=1",
        "https://a.org/#x",
        'https://a.org/"<',
        "https://" + "a" * 300,
    ],
)
def test_an_address_of_the_site_that_is_none_is_told_in_a_line_with_a_repair(monkeypatch, said):
    monkeypatch.setenv(ADDRESS, said)
    assert refusal().startswith(f"{ADDRESS}: ") and "is no address; write https://" in refusal()


def test_an_address_of_the_site_may_have_a_path(monkeypatch):
    monkeypatch.setenv(ADDRESS, "https://www.example.org/atlas/")
    set_up.check()


def test_an_address_of_the_site_has_its_base_path(monkeypatch):
    monkeypatch.setattr(set_up.address, "base", lambda: "/atlas")
    monkeypatch.setenv(ADDRESS, "https://www.example.org")
    assert "does not end in /atlas, the server.baseUrlPath; write both" in refusal()
    monkeypatch.setenv(ADDRESS, "HTTPS://WWW.example.org/atlas/")
    set_up.check()
    assert stamp.site() == "https://www.example.org/atlas"


def ended(*command, **environment):
    """Exit code, standard output and standard error of a program that ends by itself."""
    whole = os.environ | environment
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=whole, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


def test_the_server_does_not_start_with_a_wrong_setting_and_says_no_more_than_that():
    start = ("-m", "streamlit", "run", "app.py", "--server.port=0")
    code, out, told = ended(*start, KIZ_ATLAS_LOG="xml")
    assert (code, out) == (2, "")
    assert told == "KIZ_ATLAS_LOG: 'xml' is none; write one of: text, json\n"


def test_a_command_does_not_begin_with_one_either():
    code, out, told = ended("export.py", "status", KIZ_ATLAS_ADDRESS="nowhere")
    assert (code, out) == (2, "")
    expected = "KIZ_ATLAS_ADDRESS: 'nowhere' is no address; write https://atlas.example.org"
    assert told == f"export.py: {expected}\n"
