"""Who finds a weak point of a site learns where to report it: /.well-known/security.txt."""

from datetime import date

import pytest
from whole_site import ask, ours

from components.base import settings
from server import security_txt
from server.address import config


@pytest.fixture
def said(monkeypatch):
    """Sets settings by their names, on the last day of the year."""
    monkeypatch.setattr(security_txt, "today", lambda: date(2026, 12, 31))

    def say(**values):
        for name, value in values.items():
            monkeypatch.setenv(settings.variable(name), value)

    return say


def test_the_contact_of_the_site_is_told_as_rfc_9116_has_it(said):
    said(contact="atlas@example.org", address="https://atlas.example.org")
    answer = ask("/.well-known/security.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:atlas@example.org",
        "Expires: 2027-06-29T00:00:00Z",
        "Preferred-Languages: de, en",
        "Canonical: https://atlas.example.org/.well-known/security.txt",
    ]


def test_without_its_own_address_the_site_vouches_for_none(said):
    said(contact="https://kiz.example.org/melden")
    text = ask("/.well-known/security.txt", host="evil.example").text
    assert "Contact: https://kiz.example.org/melden\n" in text
    assert "Canonical" not in text and "evil" not in text


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "Telefon 000",
        "http://kiz.example.org",
        "javascript:alert(1)",
        "a@example.org\nContact: mailto:b@example.org",
        "https://kiz.example.org/\nCanonical: https://evil.example",
        "a@example.org?bcc=b@example.org",
    ],
)
def test_without_a_contact_that_a_program_can_follow_there_is_nothing(said, contact):
    said(contact=contact)
    assert ask("/.well-known/security.txt").status == 404


def test_below_a_path_it_is_below_that_path(said, monkeypatch):
    monkeypatch.setattr(config, "get_option", lambda name: "atlas")
    said(contact="atlas@example.org", address="https://atlas.example.org/atlas")
    answer = ask("/atlas/.well-known/security.txt", app=ours("atlas"))
    assert "Canonical: https://atlas.example.org/atlas/.well-known/security.txt\n" in answer.text
