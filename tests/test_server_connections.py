"""A process takes as many connections as its machine allows it, and no more than it can serve."""

import resource

import pytest

from server import connections


@pytest.mark.parametrize(
    ("limit", "most", "then"),
    [
        (1024, 20_000, (20_000, 20_000)),
        (1024, 2**30, (65_536, 2**30)),
        (1024, resource.RLIM_INFINITY, (65_536, resource.RLIM_INFINITY)),
        (4096, 4096, None),
        (2**20, 2**20, None),
    ],
)
def test_it_takes_what_it_is_allowed(monkeypatch, limit, most, then):
    said = []
    monkeypatch.setattr(resource, "getrlimit", lambda what: (limit, most))
    monkeypatch.setattr(resource, "setrlimit", lambda what, limits: said.append(limits))
    connections.widen()
    assert said == ([then] if then else [])


def test_what_the_machine_refuses_changes_nothing(monkeypatch):
    def refused(what, limits):
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda what: (1, 9))
    monkeypatch.setattr(resource, "setrlimit", refused)
    connections.widen()
