"""What is installed where it runs is pinned to its bytes, listed, and asked about."""

import json
import re

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from deployed import DEPLOY, LOCK, ROOT, locked
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from deploy import audit

SBOM = DEPLOY / "sbom.cdx.json"


def wanted():
    """What requirements.txt asks for."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]


def unlocked(requirements, packages):
    """The names of what the lock file has not, or in a version that was not asked for."""
    return [
        one.name
        for one in requirements
        if canonicalize_name(one.name) not in packages
        or not one.specifier.contains(packages[canonicalize_name(one.name)].version)
    ]


def test_the_lock_file_has_all_that_is_needed_in_a_version_that_was_tested():
    assert len(wanted()) > 15
    assert unlocked(wanted(), locked(LOCK.read_text("utf-8"))) == []


@pytest.mark.parametrize("line", ["streamlit>=99", "never-heard-of>=1"])
def test_what_the_lock_file_lacks_would_be_found(line):
    assert unlocked([Requirement(line)], locked(LOCK.read_text("utf-8"))) != []


def test_each_package_of_the_lock_file_has_a_hash_and_none_a_place_of_its_own():
    text = LOCK.read_text("utf-8")
    packages = locked(text)
    assert len(packages) == len(re.findall(r"^[^\s#]", text, re.MULTILINE))
    assert [name for name, one in packages.items() if not one.hashes] == []
    assert re.findall(r"://|^-|@", text, re.MULTILINE) == []


def test_the_list_of_parts_is_sound_and_names_what_the_lock_file_names():
    text = SBOM.read_text("utf-8")
    said = json.loads(text)
    version = SchemaVersion.from_version(said["specVersion"])
    assert JsonStrictValidator(version).validate_str(text) is None
    parts = {
        part["name"]: (
            part["version"],
            {one["content"] for way in part["externalReferences"] for one in way["hashes"]},
        )
        for part in said["components"]
    }
    assert parts == locked(LOCK.read_text("utf-8")), "run make sbom"


def test_each_address_in_the_list_of_parts_is_one():
    said = json.loads(SBOM.read_text("utf-8"))
    ways = [way["url"] for part in said["components"] for way in part["externalReferences"]]
    assert len(ways) >= len(said["components"]) > 15
    assert [url for url in ways if not re.fullmatch(r"https://[a-z0-9.-]+/[\w/.~%-]*", url)] == []


def test_the_list_of_parts_is_the_same_each_time():
    said = json.loads(SBOM.read_text("utf-8"))
    assert "serialNumber" not in said and "timestamp" not in said["metadata"]


def asked(*packages):
    return json.dumps({"dependencies": packages})


SOUND = {"name": "a", "version": "1", "vulns": []}
SKIPPED = {"name": "b", "skip_reason": "not found"}
WEAK = {"name": "c", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"]}]}


@pytest.mark.parametrize(
    ("output", "errors", "code", "sentence"),
    [
        (asked(SOUND), "", 0, "None of 1 packages has a known weak point."),
        (asked(SOUND, WEAK), "", 1, "c 2: CVE-1 (mended in 2.1)"),
        (
            asked(WEAK, SKIPPED),
            "",
            1,
            "Not all was checked: the database did not answer for 1 of 2",
        ),
        (asked(SOUND, SKIPPED), "", 3, "Not all was checked: the database did not answer for 1"),
        (asked(SKIPPED), "", 3, "Nothing was checked: the database did not answer for 1 of 1"),
        (asked(), "", 3, "the database did not answer for the whole lock file"),
        ("", "x\nConnectionError: no way\n", 3, "could not be asked (ConnectionError: no way)"),
        ("null", "", 3, "could not be asked (it does not say why)"),
    ],
)
def test_an_audit_that_could_not_ask_is_never_green(output, errors, code, sentence):
    found, said = audit.verdict(output, errors)
    assert found == code and sentence in said
