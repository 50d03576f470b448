"""The configuration of nginx: what it fills in, and what a running nginx makes of requests."""

import gzip
import json
import re
import socket
import subprocess
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from components.base.wording import LANGUAGES, Wording
from deploy.nginx import render, sorry
from deploy.trial import front, programs
from deploy.trial.asking import ask

KEY = "k" * 32
EXAMPLE = render.values(render.EXAMPLE.read_text("utf-8"))
FILLED = EXAMPLE | {"KIZ_ATLAS_PROXY_KEY": KEY}
with_nginx = pytest.mark.skipif(programs.find("nginx") is None, reason="nginx is not installed")
LARGE = b"var long;\n" * 2000
FOR_EVER = "public, immutable, max-age=31536000"
#: What a process answers at a path: type, Cache-Control, content.
ANSWERS = {
    "/": ("text/html; charset=utf-8", "no-cache", b"<h1>page</h1>" * 100),
    "/embed": ("text/html; charset=utf-8", "no-cache", b"<h1>map</h1>" * 100),
    "/static/js/index.abc.js": ("application/javascript", FOR_EVER, LARGE),
    "/static/js/index.kept.js": ("application/javascript", FOR_EVER, LARGE),
    "/app/static/generated/map.abc.json": ("application/json", "public, max-age=99", LARGE),
    "/bild/karte.png": ("image/png", "public, max-age=99", LARGE),
    "/api/v1/status": ("text/csv; charset=utf-8", "no-cache", LARGE),
    "/api/v1/geometry": ("application/geo+json", "no-cache", LARGE),
    "/busy": ("application/json", "no-store", b"{}"),
}


class Process(BaseHTTPRequestHandler):
    """What stands behind nginx here: it says which process it is, and what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.partition("?")[0]
        port = self.server.server_port
        self.server.asked.append(self.path)
        kind, keep, content = ANSWERS.get(path, ("application/json", "no-store", b""))
        if not content:
            content = json.dumps({"process": port, "headers": dict(self.headers)}).encode()
        absent = path == f"/media/not-on-{port}"
        self.send_response(404 if absent else 503 if path == "/busy" else 200)
        for name, value in {
            "Server": "uvicorn",
            "Content-Type": kind,
            "Cache-Control": keep,
            "Content-Length": str(len(content)),
            "X-Process": str(port),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET

    def log_message(self, *said):
        pass


class Queue(ThreadingHTTPServer):
    """Keeps a flood waiting while the machine is busy: to nginx, who refuses is down."""

    request_queue_size = 128


def process(port=0):
    """A process on its port, answering in a thread."""
    made = Queue(("127.0.0.1", port), Process)
    made.asked = []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    return made


def ended(made):
    made.shutdown()
    made.server_close()


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return probe.getsockname()[1]


@contextmanager
def fronted(folder, **said):
    """nginx before two processes."""
    processes, port = [process(), process()], free_port()
    ports = [one.server_port for one in processes]
    command = front.written(folder, port, ports, {"KIZ_ATLAS_PROXY_KEY": KEY} | said)

    def answers():
        with closing(socket.socket()) as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    try:
        with front.running(command, answers):
            yield SimpleNamespace(port=port, processes=processes, log=folder / "access.log")
    finally:
        for one in processes:
            ended(one)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with fronted(tmp_path_factory.mktemp("nginx")) as running:
        yield running


def told(answer):
    """What the process was asked with, by header in lower case."""
    return {name.lower(): value for name, value in json.loads(answer.body)["headers"].items()}


def way(number):
    return {"Cookie": f"kiz_atlas_way={number:02x}"}


# What is filled in


def test_a_variable_that_is_missing_is_named_in_one_line(tmp_path):
    file = tmp_path / "nginx.env"
    file.write_text("ATLAS_HOST=atlas.example.org\n", "utf-8")
    command = [sys.executable, render.__file__, file, tmp_path / "conf.d"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env={})
    assert said.returncode == 2
    assert said.stderr == "ATLAS_BEHIND is not set; write it as nginx.env.example does\n"
    assert not (tmp_path / "conf.d").exists()


@pytest.mark.parametrize("name", sorted(render.names() - render.OPTIONAL))
def test_each_variable_has_to_be_set(name):
    with pytest.raises(render.RenderError, match=f"^{name} is not set"):
        render.rendered(FILLED | {name: " "})


def test_a_line_that_is_no_variable_is_named_with_its_place():
    with pytest.raises(render.RenderError, match=r"^nginx.env:2: 'ATLAS_HSOT' is no variable; "):
        render.values("# Host\nATLAS_HSOT=x\n")


def test_the_example_has_every_variable_and_lacks_only_the_key():
    assert set(EXAMPLE) == render.names()
    empty = {name for name, value in EXAMPLE.items() if not value}
    assert empty == {"KIZ_ATLAS_PROXY_KEY"} | render.OPTIONAL


def test_the_image_of_nginx_fills_in_the_same():
    program = installed("envsubst")
    for path, text in render.rendered(FILLED).items():
        template = (render.TEMPLATES / f"{path}{render.ENDING}").read_text("utf-8")
        names = " ".join(f"${{{name}}}" for name in render.names())
        done = subprocess.run(
            [program, names], input=template, capture_output=True, text=True, check=True, env=FILLED
        )
        assert done.stdout == text


def test_what_is_written_is_for_nginx_alone(tmp_path):
    render.write(FILLED, tmp_path)
    assert (tmp_path / "atlas" / "site.conf").stat().st_mode & 0o077 == 0


def test_the_pages_of_nginx_say_what_the_catalogues_say():
    for name, text in sorry.pages().items():
        assert (sorry.PAGES / name).read_text("utf-8") == text
    for language in LANGUAGES:
        assert Wording(language)("later.told") in sorry.pages()["later.html"]


# What the app is asked


@with_nginx
def test_the_app_gets_the_key_of_nginx_and_the_host_and_nothing_of_the_visitor(site):
    asked = {"Host": "atlas.example.org", "X-Kiz-Atlas-Proxy": "mine", "Accept-Encoding": "gzip"}
    asked |= {"X-Forwarded-For": "10.1.1.1", "X-Real-IP": "10.1.1.1", "Forwarded": "for=10.1.1.1"}
    headers = told(ask(site.port, "/asked", asked))
    assert headers["x-kiz-atlas-proxy"] == KEY
    assert headers["host"] == "atlas.example.org"
    assert "10.1.1.1" not in str(headers)
    assert "accept-encoding" not in headers


@with_nginx
def test_only_a_websocket_is_an_upgrade(site):
    plain = told(ask(site.port, "/asked", {"Upgrade": "h2c", "Connection": "Upgrade"}))
    assert (plain.get("upgrade"), plain["connection"]) == (None, "close")
    socket = told(
        ask(site.port, "/_stcore/stream", {"Upgrade": "websocket", "Connection": "Upgrade"})
    )
    assert (socket["upgrade"], socket["connection"]) == ("websocket", "upgrade")


@with_nginx
@pytest.mark.parametrize(
    ("origin", "code"),
    [
        ("http://atlas.example.org", 200),
        ("https://ATLAS.example.org", 200),
        (None, 200),
        ("http://evil.example", 403),
        ("http://atlas.example.org.evil.example", 403),
        ("http://atlas-example.org", 403),
        ("null", 403),
    ],
)
def test_a_page_of_another_site_opens_no_websocket(site, origin, code):
    headers = {"Host": "atlas.example.org"} | ({"Origin": origin} if origin else {})
    assert ask(site.port, "/_stcore/stream", headers).code == code


@with_nginx
@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/metrics/", "//metrics"])
def test_figures_are_not_for_visitors(site, path):
    answer = ask(site.port, path)
    assert answer.code == 404 and b"headers" not in answer.body


# The way to a process


@with_nginx
def test_a_page_sets_the_way_for_as_long_as_the_browser_runs(site):
    (cookie,) = ask(site.port, "/").headers["set-cookie"]
    assert re.fullmatch(r"kiz_atlas_way=[0-9a-f]{2}; Path=/; SameSite=Lax; HttpOnly", cookie)


@with_nginx
def test_behind_an_end_of_tls_the_way_is_secure_and_https_is_asked_for(site):
    answer = ask(site.port, "/", {"X-Forwarded-Proto": "https"})
    assert answer.headers["set-cookie"][0].endswith("; HttpOnly; Secure")
    assert answer.headers["strict-transport-security"] == ["max-age=31536000"]
    assert "strict-transport-security" not in ask(site.port, "/").headers


@with_nginx
def test_who_has_a_way_keeps_it_and_what_is_none_is_replaced(site):
    assert not ask(site.port, "/", way(7)).way
    for wrong in ("zz", "abc", "A0", "", "a"):
        assert ask(site.port, "/", {"Cookie": f"kiz_atlas_way={wrong}"}).way


@with_nginx
@pytest.mark.parametrize("path", sorted(set(ANSWERS) - {"/"}))
def test_nothing_but_a_page_sets_it(site, path):
    assert "set-cookie" not in ask(site.port, path).headers


@with_nginx
def test_a_way_leads_to_one_process_and_the_ways_to_all(site):
    homes = {number: {_home(site, number) for _ in range(3)} for number in range(32)}
    assert all(len(found) == 1 for found in homes.values())
    spread = Counter(home for found in homes.values() for home in found)
    assert len(spread) == 2 and min(spread.values()) >= 6


def _home(site, number):
    return json.loads(ask(site.port, "/asked", way(number)).body)["process"]


@with_nginx
def test_the_ways_of_a_process_that_is_gone_lead_to_the_other_until_it_is_back(tmp_path):
    with fronted(tmp_path) as site:
        gone, stays = site.processes
        theirs = [number for number in range(40) if _home(site, number) == gone.server_port]
        ended(gone)
        answers = [ask(site.port, "/", way(number)) for number in theirs]
        assert {answer.code for answer in answers} == {200}
        assert {answer.header("x-process") for answer in answers} == {str(stays.server_port)}
        assert not any(answer.way for answer in answers)
        site.processes[0] = process(gone.server_port)
        front.wait(lambda: _home(site, theirs[0]) == gone.server_port, "it to be used", 10)


@with_nginx
def test_who_waits_for_a_process_that_is_being_started_is_served_by_another(tmp_path):
    with fronted(tmp_path) as site:
        gone, stays = site.processes
        number = next(number for number in range(40) if _home(site, number) == gone.server_port)
        ended(gone)
        with closing(socket.create_server(("127.0.0.1", gone.server_port))):
            first = ask(site.port, "/", way(number))
            second = ask(site.port, "/", way(number))
    assert (first.code, second.code) == (200, 200)
    assert first.header("x-process") == second.header("x-process") == str(stays.server_port)
    assert first.seconds < 12 and second.seconds < 1


@with_nginx
def test_a_process_that_says_503_keeps_its_visitors(site):
    home = _home(site, 1)
    assert ask(site.port, "/busy", way(1)).code == 503
    assert _home(site, 1) == home


@with_nginx
def test_a_file_of_a_session_is_looked_for_on_the_other_process_too(site):
    absent, other = (one.server_port for one in site.processes)
    number = next(number for number in range(40) if _home(site, number) == absent)
    answer = ask(site.port, f"/media/not-on-{absent}", way(number))
    assert (answer.code, answer.header("x-process")) == (200, str(other))
    assert _home(site, number) == absent


# Answers


@with_nginx
@pytest.mark.parametrize(
    "path",
    sorted(set(ANSWERS) - {"/bild/karte.png", "/busy"}),
)
def test_answers_are_compressed_for_who_takes_it(site, path):
    packed = ask(site.port, path, {"Accept-Encoding": "gzip"})
    plain = ask(site.port, path)
    assert packed.header("content-encoding") == "gzip" and plain.header("content-encoding") == ""
    assert gzip.decompress(packed.body) == plain.body
    assert "Accept-Encoding" in plain.header("vary")


@with_nginx
def test_the_server_says_no_more_than_nginx(site):
    assert {ask(site.port, path).header("server") for path in ("/", "/metrics")} == {"nginx"}


@with_nginx
def test_files_with_a_hash_are_asked_for_once_whatever_stands_behind_them(site):
    path = "/static/js/index.kept.js"
    for number in range(6):
        assert ask(site.port, f"{path}?{number}", way(number)).code == 200
    asked = [one for made in site.processes for one in made.asked if one.startswith(path)]
    assert len(asked) == 1


@with_nginx
def test_the_log_has_no_address_and_no_query(site):
    ask(site.port, "/gesehen?suche=geheim", {"X-Forwarded-For": "10.7.7.7"})
    (line,) = [line for line in site.log.read_text("utf-8").splitlines() if "/gesehen" in line]
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\S+ GET /gesehen 200 \d+ [\d.]+ 127\.0\.0\.1:\d+ 200", line
    )
    assert "10.7.7.7" not in site.log.read_text("utf-8")


# Limits


@with_nginx
def test_a_flood_is_told_to_wait_in_a_sentence_and_others_are_not(site):
    def asked(_):
        return ask(site.port, "/asked", {"X-Forwarded-For": "10.66.0.1"})

    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(asked, range(1000))]
    codes = Counter(answer.code for answer in answers)
    assert codes[429] > 0 and codes[200] >= 600 and sum(codes.values()) == 1000
    refused = next(answer for answer in answers if answer.code == 429)
    assert Wording("de")("busy.told") in refused.body.decode()
    assert refused.header("retry-after") == "10"
    assert ask(site.port, "/asked", {"X-Forwarded-For": "10.66.0.2"}).code == 200


@with_nginx
def test_more_than_a_megabyte_is_not_taken(site):
    assert ask(site.port, "/asked", method="POST", body=bytes(1_100_000)).code == 413


def test_who_is_slow_is_cut_off():
    said = render.rendered(FILLED)["atlas/site.conf"]
    for line in ("client_header_timeout 10s;", "client_body_timeout 10s;", "send_timeout 30s;"):
        assert f"\n{line}\n" in said


@with_nginx
def test_without_a_process_a_sentence_is_said(tmp_path):
    with fronted(tmp_path) as site:
        for one in site.processes:
            ended(one)
        answer = ask(site.port, "/kreis?kreis=05154")
    text = answer.body.decode()
    assert answer.code == 503 and answer.header("content-type") == "text/html; charset=utf-8"
    assert all(Wording(language)("later.told") in text for language in LANGUAGES)
    assert "nginx" not in text
    assert answer.header("content-security-policy").startswith("default-src 'none'")
    assert (answer.header("cache-control"), answer.header("retry-after")) == ("no-store", "10")


# TLS, and a path


@with_nginx
def test_with_tls_http_is_sent_on_and_the_rest_is_the_same(tmp_path):
    certify(tmp_path)
    http = free_port()
    tls = {
        "ATLAS_MODE": "tls",
        "ATLAS_TLS_FOLDER": f"{tmp_path}",
        "ATLAS_HOST": "atlas.example.org",
    }
    with fronted(tmp_path, ATLAS_LISTEN_HTTP=f"127.0.0.1:{http}", **tls) as site:
        sent = ask(http, "/kreis?kreis=05154", {"Host": "evil.example"})
        page = curl(site.port, "/", "--tlsv1.2")
        asked = curl(site.port, "/asked", "-H", "Host: atlas.example.org")
        old = curl(site.port, "/", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0")
    assert sent.code == 301
    assert sent.header("location") == "https://atlas.example.org/kreis?kreis=05154"
    assert page.startswith("HTTP/2 200")
    assert re.search(r"set-cookie: kiz_atlas_way=\w\w; .*; HttpOnly; Secure", page)
    assert "strict-transport-security: max-age=31536000" in page
    assert '"Host": "atlas.example.org"' in asked and '"X-Forwarded-Proto": "https"' in asked
    assert old == ""


def certify(folder):
    """A certificate of our own for nginx."""
    program = installed("openssl")
    subject = ["-subj", "/CN=atlas.example.org", "-days", "1", "-nodes", "-newkey", "rsa:2048"]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    command = [program, "req", "-x509", *subject, *files]
    subprocess.run(command, check=True, capture_output=True)


def curl(port, path, *options):
    """Head and content of an answer over TLS; empty where none is agreed on."""
    command = [installed("curl"), "-ski", *options, f"https://127.0.0.1:{port}{path}"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def installed(name):
    if (program := programs.find(name)) is None:
        pytest.skip(f"{name} is not installed")
    return program


@with_nginx
def test_a_site_below_a_path_has_all_of_it_there(tmp_path):
    path = "/atlas/static/js/index.abc.js"
    ANSWERS["/atlas/"], ANSWERS[path] = ANSWERS["/"], ANSWERS["/static/js/index.abc.js"]
    with fronted(tmp_path, ATLAS_PATH="/atlas") as site:
        assert "; Path=/atlas/; " in ask(site.port, "/atlas/").headers["set-cookie"][0]
        assert ask(site.port, "/atlas/metrics").code == 404
        assert ask(site.port, path, {"Accept-Encoding": "gzip"}).code == 200
        socket = ask(site.port, "/atlas/_stcore/stream", {"Origin": "http://evil.example"})
        assert socket.code == 403
