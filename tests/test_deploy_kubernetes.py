"""The manifests for several machines are sound, agree with each other, and let nobody out."""

import tomllib
from copy import deepcopy
from dataclasses import fields
from pathlib import Path

import kubernetes_validate
import pytest
from deployed import DEPLOY, PINNED, documents
from streamlit.web.server.starlette.starlette_routes import create_health_routes

from components.base.settings import PREFIX, Settings
from server import routes

FOLDER = DEPLOY / "kubernetes"
#: The oldest that the manifests are for, and the newest that there is a schema of.
VERSIONS = ("1.30", kubernetes_validate.latest_version())
#: Parts of kustomize, whose resources and patches are looked at instead.
KUSTOMIZE = ("Kustomization", "Component")


def read():
    """All manifests by kind and name; a patch is a part of one, and is left out."""
    found = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        for one in documents(path):
            if one["kind"] not in KUSTOMIZE and path.name != "folder.yaml":
                found[one["kind"], one["metadata"]["name"]] = one
    return found


@pytest.fixture
def manifests():
    """All manifests, for one test to spoil."""
    return deepcopy(read())


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("named", read(), ids="-".join)
def test_each_manifest_keeps_to_the_schema_of_its_kind(named, version):
    kubernetes_validate.validate(read()[named], version, strict=True)


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("Deployment", lambda one: one["spec"].update(replica=2)),
        ("Ingress", lambda one: one["metadata"]["annotations"].update(limit=5)),
        ("HorizontalPodAutoscaler", lambda one: one["spec"].pop("maxReplicas")),
    ],
)
def test_a_manifest_that_does_not_keep_to_it_would_be_found(manifests, kind, spoil):
    spoil(manifests[kind, "kiz-atlas"])
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(manifests[kind, "kiz-atlas"], VERSIONS[0], strict=True)


def faults(found):
    """What breaks our own rules, a line each."""
    said = []
    deployment, service = found["Deployment", "kiz-atlas"], found["Service", "kiz-atlas"]
    pod = deployment["spec"]["template"]
    for container in pod["spec"]["containers"]:
        said += [f"{container['name']}: {one}" for one in _of_container(container, pod["spec"])]
    labels = pod["metadata"]["labels"].items()
    for place, selector in _selectors(found):
        if not selector.items() <= labels:
            said.append(f"{place}: selects no pod")
    (rule,) = found["Ingress", "kiz-atlas"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    backend = path["backend"]["service"]
    if backend["name"] != service["metadata"]["name"]:
        said.append("Ingress: leads to no Service")
    names = {port["name"]: port["targetPort"] for port in service["spec"]["ports"]}
    ports = {port["name"] for one in pod["spec"]["containers"] for port in one["ports"]}
    if backend["port"]["name"] not in names or not {*names.values()} <= ports:
        said.append("Ingress, Service and Deployment do not agree on a port")
    if [rule["host"]] != found["Ingress", "kiz-atlas"]["spec"]["tls"][0]["hosts"]:
        said.append("Ingress: its host has no TLS")
    said += _of_network(found)
    return said


def _of_container(container, pod):
    if not PINNED.fullmatch(container["image"]):
        yield f"{container['image']} is not pinned"
    rights, whole = container["securityContext"], pod["securityContext"]
    if not (whole["runAsNonRoot"] and whole["runAsUser"] > 0):
        yield "may be root"
    if rights["allowPrivilegeEscalation"] or rights["capabilities"] != {"drop": ["ALL"]}:
        yield "may more than it has to"
    if not rights["readOnlyRootFilesystem"]:
        yield "may write its own program"
    if whole["seccompProfile"] != {"type": "RuntimeDefault"}:
        yield "may use every system call"
    if {*container["resources"].get("limits", ())} != {"cpu", "memory"}:
        yield "has no limits"
    yield from _of_probes(container)
    mounted = {one["name"] for one in container["volumeMounts"]}
    if mounted != {one["name"] for one in pod["volumes"]}:
        yield "volumes and mounts differ"


def _of_probes(container):
    for kind in ("startupProbe", "readinessProbe", "livenessProbe"):
        asked = container[kind]["httpGet"]
        if asked["path"] not in answered():
            yield f"{kind}: nobody answers {asked['path']}"
        if asked["port"] not in [port["name"] for port in container["ports"]]:
            yield f"{kind}: nobody listens at {asked['port']}"


def answered():
    """Where the site answers whether it is well: our routes and Streamlit's."""
    return {path for path, _ in routes.TABLE} | {
        route.path for route in create_health_routes(None, None)
    }


def _selectors(found):
    for kind, place in (
        ("Deployment", "spec.selector.matchLabels"),
        ("Service", "spec.selector"),
        ("PodDisruptionBudget", "spec.selector.matchLabels"),
        ("NetworkPolicy", "spec.podSelector.matchLabels"),
    ):
        selector = found[kind, "kiz-atlas"]
        for part in place.split("."):
            selector = selector[part]
        yield kind, selector
    (spread,) = found["Deployment", "kiz-atlas"]["spec"]["template"]["spec"][
        "topologySpreadConstraints"
    ]
    yield "topologySpreadConstraints", spread["labelSelector"]["matchLabels"]


def _of_network(found):
    policies = {name: one["spec"] for (kind, name), one in found.items() if kind == "NetworkPolicy"}
    if not any(one["podSelector"] == {} for one in policies.values()):
        yield "NetworkPolicy: none is for all pods"
    for name, policy in policies.items():
        if "Egress" not in policy["policyTypes"] or policy.get("egress"):
            yield f"NetworkPolicy {name}: somebody may get out"
        for rule in policy.get("ingress", ()):
            if not rule.get("from") or not rule.get("ports"):
                yield f"NetworkPolicy {name}: everybody may come in"


def test_the_manifests_keep_to_our_rules(manifests):
    assert faults(manifests) == []


def container(found):
    return found["Deployment", "kiz-atlas"]["spec"]["template"]["spec"]["containers"][0]


def pod(found):
    return found["Deployment", "kiz-atlas"]["spec"]["template"]["spec"]


@pytest.mark.parametrize(
    ("spoil", "finding"),
    [
        (lambda all: container(all).update(image="kiz-atlas:latest"), "is not pinned"),
        (lambda all: container(all).update(image="kiz-atlas"), "is not pinned"),
        (lambda all: pod(all)["securityContext"].update(runAsUser=0), "may be root"),
        (lambda all: container(all)["securityContext"].update(capabilities={}), "may more"),
        (lambda all: container(all)["resources"].pop("limits"), "has no limits"),
        (
            lambda all: container(all)["readinessProbe"]["httpGet"].update(path="/health"),
            "nobody answers /health",
        ),
        (lambda all: container(all)["ports"][0].update(name="web"), "do not agree on a port"),
        (lambda all: pod(all)["volumes"].pop(), "volumes and mounts differ"),
        (
            lambda all: all["Service", "kiz-atlas"]["spec"]["selector"].update(app="x"),
            "Service: selects no pod",
        ),
        (
            lambda all: all["Ingress", "kiz-atlas"]["spec"]["tls"][0].update(hosts=[]),
            "its host has no TLS",
        ),
        (
            lambda all: all["NetworkPolicy", "nobody"]["spec"].update(egress=[{}]),
            "somebody may get out",
        ),
        (
            lambda all: all["NetworkPolicy", "kiz-atlas"]["spec"]["ingress"][0].pop("from"),
            "everybody may come in",
        ),
    ],
)
def test_a_manifest_that_breaks_one_would_be_found(manifests, spoil, finding):
    spoil(manifests)
    assert any(finding in fault for fault in faults(manifests))


def test_a_visitor_stays_on_one_pod_and_an_update_takes_none_away(manifests):
    notes = manifests["Ingress", "kiz-atlas"]["metadata"]["annotations"]
    said = {name.rpartition("/")[2]: value for name, value in notes.items()}
    assert (said["affinity"], said["affinity-mode"]) == ("cookie", "persistent")
    assert int(said["proxy-read-timeout"]) > 60
    rolling = manifests["Deployment", "kiz-atlas"]["spec"]["strategy"]["rollingUpdate"]
    assert rolling["maxUnavailable"] == 0
    scaler = manifests["HorizontalPodAutoscaler", "kiz-atlas"]["spec"]
    kept = manifests["PodDisruptionBudget", "kiz-atlas"]["spec"]["minAvailable"]
    assert kept < scaler["minReplicas"] < scaler["maxReplicas"]
    assert scaler["scaleTargetRef"] == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "name": "kiz-atlas",
    }


def test_the_pods_are_told_settings_that_there_are(manifests):
    said = tomllib.loads(manifests["ConfigMap", "kiz-atlas"]["data"]["settings.toml"])
    names = {one.name for one in fields(Settings)}
    assert {*said} <= names
    variables = {one["name"].removeprefix(PREFIX) for one in container(manifests)["env"]}
    assert variables - {"SETTINGS"} <= {name.upper() for name in names}


def test_kustomize_is_told_every_file_that_there_is():
    for file in FOLDER.rglob("kustomization.yaml"):
        (said,) = documents(file)
        named = {*said["resources"], *(patch["path"] for patch in said.get("patches", ()))}
        there = {path.name for path in file.parent.glob("*.yaml")}
        assert named == there - {file.name, "secret.example.yaml"}


def test_the_folder_for_all_pods_takes_the_place_of_one_for_each(manifests):
    (patch,) = documents(FOLDER / "shared-folder" / "folder.yaml")
    (volume,) = patch["spec"]["template"]["spec"]["volumes"]
    names = [one["name"] for one in pod(manifests)["volumes"] if "emptyDir" in one]
    assert volume["name"] in names and volume["emptyDir"] is None
    claim = manifests["PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"]]
    assert claim["spec"]["accessModes"] == ["ReadWriteMany"]


def test_the_example_of_a_secret_has_none():
    (secret,) = documents(Path(FOLDER / "secret.example.yaml"))
    assert {*secret["stringData"].values()} == {""}
