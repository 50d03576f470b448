"""nginx and what its tests need are installed where that can be done; else what lacks is said."""

import pytest

from deploy.trial import programs


@pytest.fixture
def machine(monkeypatch):
    """One of Debian with nothing but curl, whose packages can be had; what was run there."""
    there, commands = {"curl", "apt-get"}, []
    monkeypatch.setattr(
        programs.shutil, "which", lambda name, path=None: name if name in there else None
    )
    monkeypatch.setattr(programs.os, "geteuid", lambda: 0)

    def run(command, lacking):
        commands.append(command)
        in_package = {package: name for name, package in programs.PACKAGES.items()}
        there.update(in_package[word] for word in command if word in in_package)

    monkeypatch.setattr(programs, "attempt", run)
    return commands


def test_root_gets_what_is_missing_and_nothing_else(machine):
    assert programs.ensure() == "nginx: nginx"
    update, install = machine
    assert update[:2] == ["apt-get", "update"]
    assert install[-3:] == ["nginx", "gettext-base", "openssl"] and "curl" not in install
    programs.ensure()
    assert len(machine) == 2


def test_whoever_is_not_root_is_told_what_lacks_and_that_tests_are_skipped(machine, monkeypatch):
    monkeypatch.setattr(programs.os, "geteuid", lambda: 1000)
    said = programs.ensure()
    assert machine == []
    assert "need nginx, envsubst, openssl: not found" in said and "SKIPPED" in said
    assert said.endswith("sudo apt-get install nginx gettext-base openssl")


def test_what_the_packages_do_not_bring_is_told_too(machine, monkeypatch):
    monkeypatch.setattr(programs, "attempt", lambda command, lacking: machine.append(command))
    assert "need nginx, envsubst, openssl" in programs.ensure()
    assert len(machine) == 2
