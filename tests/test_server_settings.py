"""A setting is read in one place; one that cannot be meant is told in a line before the start."""

import runpy
from pathlib import Path

import pytest

from components.base import stamp
from components.base.stamp import ADDRESS_SETTING
from server import settings
from server.settings import FRAME_ANCESTORS, SettingError


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
    monkeypatch.setenv(FRAME_ANCESTORS, said)
    assert settings.frame_ancestors() == said


@pytest.mark.parametrize("said", ["", "  "])
def test_an_empty_setting_is_none(monkeypatch, said):
    monkeypatch.setenv(FRAME_ANCESTORS, said)
    assert settings.frame_ancestors() == "*"


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
    monkeypatch.setenv(FRAME_ANCESTORS, said)
    with pytest.raises(SettingError, match=rf"^{FRAME_ANCESTORS}: .* is no source; write https://"):
        settings.check()


def test_the_server_does_not_start_with_one_and_says_no_more_than_that(monkeypatch):
    monkeypatch.setenv(FRAME_ANCESTORS, "nobody;")
    with pytest.raises(SystemExit, match=rf"^{FRAME_ANCESTORS}: 'nobody;' is no source; write "):
        runpy.run_path(str(Path(__file__).parents[1] / "app.py"))


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
    monkeypatch.setenv(ADDRESS_SETTING, said)
    with pytest.raises(
        SettingError, match=rf"^{ADDRESS_SETTING}: .* is no address; write https://"
    ):
        settings.check()


def test_an_address_of_the_site_may_have_a_path(monkeypatch):
    monkeypatch.setenv(ADDRESS_SETTING, "https://www.example.org/atlas/")
    settings.check()


def test_an_address_of_the_site_has_its_base_path(monkeypatch):
    monkeypatch.setattr(settings.address, "base", lambda: "/atlas")
    monkeypatch.setenv(ADDRESS_SETTING, "https://www.example.org")
    with pytest.raises(SettingError, match=r"does not end in /atlas, the server\.baseUrlPath"):
        settings.check()
    monkeypatch.setenv(ADDRESS_SETTING, "HTTPS://WWW.example.org/atlas/")
    settings.check()
    assert stamp.site() == "https://www.example.org/atlas"
