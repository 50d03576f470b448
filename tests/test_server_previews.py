"""The picture beside a link: of page and day, made once, few at a time, and bounded."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from threading import BoundedSemaphore

import pytest
from PIL import Image
from whole_site import ask

from components.base import sound
from components.base.choice import Choice
from components.base.published import Store
from components.base.sound import Held
from server import previews

KLEVE = "tag=2015-09-24&kreis=05154"


@pytest.fixture
def nothing_made(monkeypatch):
    """No picture made yet, and a list of those that are."""
    made = []

    def note(order, atlas):
        made.append(order)
        return b"picture"

    monkeypatch.setattr(previews, "MADE", Store(3, 20))
    monkeypatch.setattr(previews, "_png", note)
    return made


@pytest.mark.parametrize("name", ["karte", "verlauf", "zeitleiste", "vergleich"])
def test_a_preview_has_the_size_that_its_page_says(name):
    answer = ask(f"/bild/{name}.png?{KLEVE}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cache-control"] == "public, max-age=300"
    image = Image.open(BytesIO(answer.content))
    assert image.size == previews.SIZE
    assert len(image.getcolors(1_000_000)) > 10


def test_the_same_picture_is_made_once(nothing_made):
    for spelling in (
        "tag=2015-09-24",
        "lang=de&tag=2015-09-24&form=A4",
        "tag=2015-09-24&mass=share",
    ):
        assert ask(f"/bild/karte.png?{spelling}").content == b"picture"
    assert len(nothing_made) == 1


def test_of_other_boundaries_it_is_made_anew_though_the_version_is_the_same(
    nothing_made, monkeypatch
):
    ask("/bild/karte.png?tag=2015-09-24")
    before = sound.held()
    other = replace(before.atlas, areas=before.atlas.areas.copy())
    monkeypatch.setattr(sound.KEEPER, "_held", Held(other, before.package, before.number + 1))
    ask("/bild/karte.png?tag=2015-09-24")
    assert len(nothing_made) == 2 and other.version == before.atlas.version


def test_those_asked_for_last_are_kept_within_their_bound(nothing_made):
    for day in range(1, 29):
        ask(f"/bild/karte.png?tag=2015-09-{day:02}")
    assert len(nothing_made) == 28
    assert previews.MADE.size <= 20


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "karte.png?tag=2015-02-30",
            'tag: "2015-02-30" is not possible; write a day from 2012-02-08 to ',
        ),
        ("karte.png?definition=x", 'definition: "x" is not possible; use one of decided, '),
        ("karte.png?day=2015-09-24", 'day: "2015-09-24" is not possible; write tag= instead'),
        ("karte.png?kreis=5154", 'kreis: "5154" is not possible; write keys, as 05154'),
        ("zeitleiste.png?tag=2015-09-24", "a timeline is of one district"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(path, told, nothing_made):
    answer = ask(f"/bild/{path}")
    assert (answer.status, answer.media_type) == (400, "application/problem+json")
    assert answer.told["detail"].startswith(told)
    assert nothing_made == []


@pytest.mark.parametrize("name", ["film", "nix", "map"])
def test_a_picture_that_is_none_is_not_found(name):
    assert ask(f"/bild/{name}.png").status == 404


def test_while_too_many_wait_others_are_asked_to_come_again(nothing_made, monkeypatch):
    places = BoundedSemaphore(1)
    monkeypatch.setattr(previews, "_PLACES", places)
    with places:
        answer = ask("/bild/karte.png?tag=2015-09-02")
    assert (answer.status, answer.headers["retry-after"]) == (503, f"{previews.LATER_S}")
    assert nothing_made == []
    assert ask("/bild/karte.png?tag=2015-09-02").status == 200


def test_what_is_kept_is_given_while_too_many_wait(nothing_made, monkeypatch):
    ask("/bild/karte.png?tag=2015-09-02")
    places = BoundedSemaphore(1)
    monkeypatch.setattr(previews, "_PLACES", places)
    with places:
        assert ask("/bild/karte.png?tag=2015-09-02").status == 200


def test_one_picture_is_drawn_at_a_time(monkeypatch):
    drawing = []
    monkeypatch.setattr(previews, "MADE", Store(3, 20))
    monkeypatch.setattr(
        previews, "_png", lambda *_: drawing.append(previews._DRAWING.locked()) or b"picture"
    )
    ask("/bild/karte.png?tag=2015-09-02")
    assert drawing == [True]
    assert not previews._DRAWING.locked()


def test_the_link_in_a_picture_is_never_that_of_a_visitor(nothing_made):
    ask("/bild/karte.png?tag=2015-09-24", host="evil.example")
    assert [order.site for order in nothing_made] == [""]


def test_a_place_is_free_again_after_a_picture_that_failed(monkeypatch):
    def broken(order, atlas):
        raise RuntimeError

    monkeypatch.setattr(previews, "_png", broken)
    order = previews.ordered("map", Choice(date(2015, 9, 3)))
    for _ in range(previews.WAITING + 1):
        with pytest.raises(RuntimeError):
            previews.drawn(order, sound.held())
