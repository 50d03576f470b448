"""What stands in the head of an answer, for every kind of address, whole and compressed."""

import re

from deploy.trial.asking import Answer, ask
from deploy.trial.fault import Fault
from deploy.trial.site import Site

#: What every answer of the app has, passed on once.
ALWAYS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
)
FOR_EVER = "immutable"


def kinds(site: Site) -> dict[str, tuple[str, int, str, bool]]:
    """For each kind of address one of them, its status, what Cache-Control says, if it is packed.

    The names of the hashed files are taken from the page and from the map for other pages.
    """
    page = ask(site.port, "/").body.decode()
    embed = ask(site.port, "/embed").body.decode()
    script = re.search(r'static/js/index[^"]+\.js', page)[0]
    ours = re.search(r'app/static/generated/[^"]+', embed)[0]
    return {
        "page": ("/?tag=2015-08-31", 200, "no-cache", True),
        "Streamlit's script": (f"/{script}", 200, FOR_EVER, True),
        "hashed file": (f"/{ours}", 200, FOR_EVER, True),
        "API": ("/api/v1/status?format=csv", 200, "no-cache", True),
        "map for other pages": ("/embed", 200, "no-cache", True),
        "feed": ("/feed.atom", 200, "max-age", True),
        "nobody's": ("/nichts", 404, "no-store", True),
    }


def faults(site: Site) -> list[Fault]:
    """Each kind of address has what the threat model relies on; prints what it has."""
    print(
        "\n| address | status | Cache-Control | packed | way | headers |\n|---|---|---|---|---|---|"
    )
    wrong = []
    for name, (path, code, keep, packed) in kinds(site).items():
        answer = ask(site.port, path, {"Accept-Encoding": "gzip"})
        found = _wrong(answer, code, keep, packed, name == "page")
        wrong += [f"{name}: {one}" for one in found]
        there = sum(bool(answer.header(header)) for header in ALWAYS)
        cells = (
            name,
            f"{answer.code}",
            answer.header("cache-control"),
            answer.header("content-encoding") or "no",
            "set" if answer.way else "no",
            f"{there} of {len(ALWAYS)}, {answer.header('server')}",
        )
        print(f"| {' | '.join(cells)} |")
    told = "; ".join(wrong) or "all headers, once each; compressed; kept as they say"
    closed = [ask(site.port, path).code for path in ("/metrics", "/_stcore/metrics")]
    return [
        Fault("answers of seven kinds", told, fine=not wrong),
        Fault("figures asked for from outside", f"{closed}", fine=closed == [404, 404]),
        _log(site),
    ]


def _wrong(answer: Answer, code: int, keep: str, packed: bool, way: bool) -> list[str]:
    once = all(len(answer.headers.get(header, [])) == 1 for header in ALWAYS)
    rules = {
        f"status {answer.code}": answer.code == code,
        "a header is missing or doubled": once,
        "Cache-Control": keep in answer.header("cache-control"),
        "not compressed": (answer.header("content-encoding") == "gzip") == packed,
        "the server names more than nginx": answer.header("server") == "nginx",
        "way": bool(answer.way) == way,
    }
    return [finding for finding, well in rules.items() if not well]


def _log(site: Site) -> Fault:
    """The log names no visitor and nothing of what they looked for."""
    ask(site.port, "/?kreis=05154&suche=geheim", {"X-Forwarded-For": "10.9.8.7"})
    logs = site.folder.glob("*.log")
    told = "".join(file.read_text("utf-8") for file in logs)
    found = [secret for secret in ("10.9.8.7", "geheim") if secret in told]
    happened = f"logged: {found}" if found else "no address, no query, on any log"
    return Fault("visitors in the logs of nginx and the app", happened, fine=not found)
