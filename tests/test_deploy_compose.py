"""The compose file: sound, every process shut in, nginx told all that it asks for."""

import json
import re
from copy import deepcopy
from importlib import resources
from ipaddress import ip_address, ip_network

import jsonschema
import pytest
from deployed import DEPLOY, PINNED, ROOT, blanks, documents

from components.base import settings

COMPOSE = DEPLOY / "compose.yaml"


def schema():
    """The schema of the Compose Specification, as check-jsonschema has it."""
    file = resources.files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    return json.loads(file.read_text("utf-8"))


@pytest.fixture
def compose():
    """The compose file, its anchors followed, for one test to spoil."""
    (said,) = documents(COMPOSE)
    return deepcopy(said)


def apps(said):
    return {name: one for name, one in said["services"].items() if name.startswith("app-")}


def test_it_keeps_to_the_schema(compose):
    jsonschema.validate(compose, schema())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one["services"]["app-1"].update(read_onli=True),
        lambda one: one["services"]["app-1"].update(cap_drop="ALL"),
        lambda one: one["networks"]["inside"].update(internal=3),
    ],
)
def test_what_does_not_keep_to_it_would_be_found(compose, spoil):
    spoil(compose)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(compose, schema())


def faults(said):
    """What breaks our own rules, a line each."""
    for name, one in said["services"].items():
        if not PINNED.fullmatch(blanks(one["image"])):
            yield f"{name}: {one['image']} is not pinned"
        if one.get("cap_drop") != ["ALL"] or one.get("cap_add"):
            yield f"{name}: may more than it has to"
        if not one.get("read_only") or "no-new-privileges:true" not in one.get("security_opt", ()):
            yield f"{name}: may write, or gain rights"
        if not {"mem_limit", "pids_limit", "restart"} <= one.keys():
            yield f"{name}: has no limits, or is not started again"
    for name, one in apps(said).items():
        if [*one["networks"]] != ["inside"] or "ports" in one:
            yield f"{name}: can be asked, or can ask, past nginx"
    if not said["networks"]["inside"].get("internal"):
        yield "networks: inside leads out"


def test_it_keeps_to_our_rules(compose):
    assert len(apps(compose)) >= 2
    assert [*faults(compose)] == []


@pytest.mark.parametrize(
    ("spoil", "finding"),
    [
        (lambda one: one["services"]["nginx"].update(image="nginx:latest"), "is not pinned"),
        (lambda one: one["services"]["app-2"].update(cap_add=["NET_ADMIN"]), "may more"),
        (lambda one: one["services"]["app-1"].update(read_only=False), "may write"),
        (lambda one: one["services"]["app-1"].pop("mem_limit"), "has no limits"),
        (lambda one: one["services"]["app-1"].update(ports=["8501:8501"]), "past nginx"),
        (lambda one: one["services"]["app-1"]["networks"].update(outside=None), "past nginx"),
        (lambda one: one["networks"]["inside"].pop("internal"), "leads out"),
    ],
)
def test_what_breaks_one_would_be_found(compose, spoil, finding):
    spoil(compose)
    assert any(finding in fault for fault in faults(compose))


def test_nginx_knows_each_process_by_an_address_of_its_own(compose):
    (inside,) = compose["networks"]["inside"]["ipam"]["config"]
    addresses = [one["networks"]["inside"]["ipv4_address"] for one in apps(compose).values()]
    assert all(ip_address(one) in ip_network(inside["subnet"]) for one in addresses)
    nginx = compose["services"]["nginx"]
    servers = re.findall(r"server ([\d.]+):8501 [^;]+;", nginx["environment"]["ATLAS_SERVERS"])
    assert servers == addresses and len({*addresses}) == len(addresses)
    assert {*nginx["depends_on"]} == {*apps(compose)}


def test_nginx_is_told_every_variable_of_its_templates_and_no_other(compose):
    templates = [*(DEPLOY / "nginx" / "templates").rglob("*.template")]
    asked = {name for file in templates for name in re.findall(r"\$\{(\w+)\}", file.read_text())}
    assert templates and {*compose["services"]["nginx"]["environment"]} == asked


def test_the_app_is_told_settings_that_there_are(compose):
    names = apps(compose)["app-1"]["environment"]
    settings.check_environment(names)
    assert settings.variable("proxy_key") in names and settings.variable("folder") in names


def test_what_is_mounted_of_ours_is_there(compose):
    sources = {
        volume.partition(":")[0]
        for one in compose["services"].values()
        for volume in one["volumes"]
        if volume.startswith("./")
    }
    made = {"./settings.toml"}
    assert [one for one in sources - made if not (DEPLOY / one).exists()] == []


def test_the_example_of_the_environment_has_every_blank_of_it_and_no_secret(compose):
    example = dict(
        line.split("=", 1)
        for line in (DEPLOY / ".env.example").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert {*example} == {*re.findall(r"\$\{(\w+)", COMPOSE.read_text("utf-8"))}
    assert example["KIZ_ATLAS_PROXY_KEY"] == ""
    assert "deploy/.env" in (ROOT / ".gitignore").read_text("utf-8").split()
