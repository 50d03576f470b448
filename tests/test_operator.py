"""Who runs a site is read from the table [operator] of the settings: nothing in it is made up."""

import asyncio
from dataclasses import fields

import pytest

from components.base import settings
from components.base.operator import NEEDED, Operator
from components.base.settings import SettingError
from server import lifespan
from server import settings as set_up

#: One whole imprint, as the example has it.
WHOLE = {one.name: "x" if isinstance(one.default, str) else ["x"] for one in fields(Operator)}


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    for name in (settings.FILE, settings.variable("contact"), settings.variable("address")):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes the table [operator] and names the file to the server; returns the path."""

    def write(text):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(f"[operator]\n{text}", "utf-8")
        monkeypatch.setenv(settings.FILE, f"{file}")
        return file

    return write


def current():
    return settings.current().operator


def test_without_a_file_every_field_is_missing():
    assert current() == Operator()
    assert current().missing == list(NEEDED)


def test_a_telephone_may_be_missing_and_an_empty_text_is_none(written):
    written('name = "  "\naddress = ["", " "]\nphone = ""\nemail = "a@example.org"')
    missing = current().missing
    assert "name" in missing and "address" in missing and "phone" not in missing


def test_barriers_are_reported_where_it_is_said_else_where_corrections_go(written, monkeypatch):
    written('email = "a@example.org"')
    assert settings.current().contact == "a@example.org"
    assert current().lines("feedback") == ("a@example.org",)
    monkeypatch.setenv(settings.variable("contact"), "b@example.org")
    assert settings.current().contact == "b@example.org"
    assert current().lines("feedback") == ("b@example.org",)
    written('feedback = "c@example.org"')
    assert current().lines("feedback") == ("c@example.org",)
    assert settings.current().contact == "b@example.org"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ('nane = "x"', r'"nane" is no key; write one of: name$'),
        ('shoe_size = "x"', r'"shoe_size" is no key; write one of: name, address, email'),
        ("name = 3", r'name is not a text; write name = "…"$'),
        ('address = "Weg 1"', r'address is not a list of texts; write address = \["…", "…"\]'),
        ("address = [1]", r"address is not a list of texts; "),
        ("[operator.name]\nx = 1", r"name is not a text; "),
    ],
)
def test_a_wrong_field_is_told_in_a_line_with_place_and_repair(written, text, finding):
    file = written(text)
    with pytest.raises(SettingError, match=f"^{settings.FILE}: {file}: operator: {finding}"):
        set_up.check()


def started(monkeypatch, caplog):
    """What the log warns of at a start, the making of pages left out."""

    async def unrehearsed():
        pass

    monkeypatch.setattr(lifespan, "rehearse", unrehearsed)
    for task in ("_import_parts", "look", "set_apart", "make_the_rest"):
        monkeypatch.setattr(lifespan, task, lambda: None)
    caplog.clear()

    async def run():
        async with lifespan.serving(None):
            pass

    asyncio.run(run())
    return [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


def test_a_public_site_with_an_open_imprint_is_warned_of_once(monkeypatch, caplog, written):
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    written('name = "Kreis"\naddress = ["Weg 1"]\nphone = "1"\nemail = "a@example.org"')
    (told,) = started(monkeypatch, caplog)
    missing = "responsible, privacy_officer, hosting, log_retention, enforcement"
    assert told.startswith(f"imprint, privacy and accessibility lack {missing}; fill in ")
    assert settings.FILE in told


def test_neither_a_private_site_nor_a_whole_imprint_is_warned_of(monkeypatch, caplog, written):
    assert started(monkeypatch, caplog) == []
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    written("\n".join(f"{name} = {value!r}" for name, value in WHOLE.items()))
    assert started(monkeypatch, caplog) == []
