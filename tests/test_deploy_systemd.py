"""The units for a machine without containers: sound, and shut in."""

import configparser
import re
import shutil
import subprocess
import sys

import pytest
from deployed import DEPLOY, ROOT

from components.base import settings

FOLDER = DEPLOY / "systemd"
SERVICE, TARGET = FOLDER / "kiz-atlas@.service", FOLDER / "kiz-atlas.target"
#: What a process must not be able to do, and the value that says so.
SHUT = {
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "IPAddressDeny": "any",
    "IPAddressAllow": "localhost",
    "StateDirectory": "kiz-atlas",
    "User": "kiz-atlas",
    "RestartPreventExitStatus": "2",
}


def lines(section):
    """The lines NAME=value of a section of the service, in their order."""
    (text,) = re.findall(rf"^\[{section}\]\n(.*?)(?=^\[|\Z)", SERVICE.read_text(), re.M | re.S)
    return re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE)


def test_a_process_is_shut_in():
    said = dict(lines("Service"))
    assert SHUT.items() <= said.items()
    assert {"MemoryMax", "TasksMax", "LimitNOFILE"} <= said.keys()
    assert [value for name, value in lines("Service") if name == "SystemCallFilter"] == [
        "@system-service",
        "~@privileged @mount @swap @reboot @debug",
    ]


def test_its_instance_is_its_port_and_only_the_machine_itself_may_ask():
    command = dict(lines("Service"))["ExecStart"]
    assert command.endswith("--server.address 127.0.0.1 --server.port %i")


def test_all_processes_start_and_end_with_the_target():
    assert ("PartOf", "kiz-atlas.target") in lines("Unit")
    assert ("WantedBy", "kiz-atlas.target") in lines("Install")
    target = configparser.ConfigParser()
    target.read(TARGET)
    assert target["Install"]["WantedBy"] == "multi-user.target"


def test_the_example_of_the_environment_has_settings_that_there_are_and_no_secret():
    text = (FOLDER / "environment.example").read_text("utf-8")
    said = dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))
    settings.check_environment(said)
    assert said[settings.variable("proxy_key")] == ""
    assert said[settings.variable("folder")] == "/var/lib/kiz-atlas"


@pytest.fixture
def units(tmp_path):
    """The units with the program where it lies here; None of them is started."""
    for file in (SERVICE, TARGET):
        text = file.read_text("utf-8").replace("/opt/kiz-atlas/.venv/bin/python", sys.executable)
        text = text.replace("/opt/kiz-atlas", str(ROOT))
        (tmp_path / file.name.replace("@.", "@8501.")).write_text(text)
    return tmp_path


def verified(folder):
    """What systemd finds in the units; nothing where there is no systemd to ask."""
    asked = shutil.which("systemd-analyze")
    if not asked:
        return ""
    names = sorted(str(path) for path in folder.iterdir())
    command = [asked, "verify", "--man=no", "--recursive-errors=no", *names]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def test_systemd_finds_no_fault_in_the_units(units):
    assert verified(units) == ""


def test_systemd_would_find_one(units):
    if not shutil.which("systemd-analyze"):
        return
    file = units / "kiz-atlas@8501.service"
    file.write_text(file.read_text().replace("ProtectSystem=strict", "ProtectSystm=strict"))
    assert "ProtectSystm" in verified(units)
