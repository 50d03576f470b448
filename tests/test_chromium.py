"""The browser for the tests is found in a fixed order, and its absence is said plainly."""

import chromium
import pytest


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A machine without any browser; gives a function that puts a program on its PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))

    def put(name, code=0):
        path = folder / name
        path.write_text(f"#!/bin/sh\nexit {code}\n")
        path.chmod(0o755)
        return str(path)

    return put


def test_a_named_browser_goes_before_one_on_the_path(program, monkeypatch):
    program("chromium")
    monkeypatch.setenv("CHROMIUM", program("my-own"))
    assert chromium.find().endswith("my-own")


def test_a_named_browser_that_does_not_start_is_an_error(program, monkeypatch):
    program("chromium")
    monkeypatch.setenv("CHROMIUM", program("broken", code=1))
    with pytest.raises(chromium.BrowserError, match="broken does not start; correct or unset it"):
        chromium.find()


def test_a_stub_on_the_path_is_passed_over(program):
    program("chromium-browser", code=1)
    chrome = program("google-chrome")
    assert chromium.find() == chrome


def test_the_first_installer_that_helps_is_the_last_one_run(program, monkeypatch):
    commands = []
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0)
    program("apt-get")

    def install(command):
        commands.append(command)
        if command[-1] == "chromium" and command[0] == "apt-get":
            program("chromium")

    monkeypatch.setattr(chromium, "attempt", install)
    assert chromium.ensure().endswith("/chromium")
    assert commands == [chromium.DOWNLOAD, *chromium.PACKAGES[:2]]


def test_without_root_no_package_is_installed(program, monkeypatch):
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 1000)
    program("apt-get")
    assert list(chromium.installers()) == [chromium.DOWNLOAD]


def test_without_any_browser_the_message_says_how_to_get_one(program, monkeypatch):
    monkeypatch.setattr(chromium, "attempt", lambda command: None)
    with pytest.raises(chromium.BrowserError, match="sudo apt-get install chromium"):
        chromium.ensure()
