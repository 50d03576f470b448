"""The animation: month by month up to the day, held at the end, small, the same bytes."""

from datetime import date
from functools import cache
from io import BytesIO

import pytest
from curated import atlas
from PIL import Image

from components.base.choice import FIRST_DAY, Choice
from components.base.wording import Wording
from components.printed import film, pictures
from components.printed.order import Order

DE = Wording("de")
DAY = date(2012, 4, 15)


@cache
def made(kind):
    return pictures.film(Order("film", Choice(DAY)), atlas(), kind)


def frames(day, definition="approved"):
    paper = Order("film", Choice(day, definition)).paper(atlas())
    return film.frames(atlas().changes, atlas().tables.districts, paper)


@pytest.mark.parametrize("kind", pictures.FILMS)
def test_a_film_has_the_size_of_a_post_and_a_frame_per_month(kind):
    opened = Image.open(BytesIO(made(kind)))
    assert opened.format.lower() == kind and opened.size == (1200, 675)
    assert opened.n_frames == len(frames(DAY)) == 3
    assert opened.info["loop"] == 0


def test_a_film_has_one_form_whatever_was_chosen_for_pictures():
    order = Order("film", Choice(DAY), "1:1", titled=False)
    assert pictures.film(order, atlas(), "gif") == made("gif")


def test_the_last_frame_is_held():
    opened = Image.open(BytesIO(made("gif")))
    lasting = []
    for number in range(opened.n_frames):
        opened.seek(number)
        lasting.append(opened.info["duration"])
    assert lasting == [film.FIRST_MS, film.MONTH_MS, film.LAST_MS]


def test_the_paper_is_white():
    first = Image.open(BytesIO(made("gif"))).convert("RGB")
    assert first.getpixel((1190, 670)) == (255, 255, 255)


def test_the_same_input_gives_the_same_bytes():
    assert pictures.film(Order("film", Choice(DAY)), atlas(), "gif") == made("gif")


@pytest.mark.parametrize("day", [FIRST_DAY, date(2013, 6, 12), date(2026, 11, 21)])
def test_the_frames_end_on_the_day_and_leave_out_only_what_stands_still(day):
    shown = frames(day)
    assert shown[-1].day == day and shown[-1].label == DE.day(day)
    assert [one.day for one in shown] == sorted({one.day for one in shown})
    standings = atlas().standings(day, "approved")
    assert shown[-1].standings["group"].tolist() == standings["group"].tolist()
    if day > date(2019, 1, 1):
        assert len(shown) < 90
        assert shown[-2].standings["status"].tolist() == standings["status"].tolist()


def test_a_film_says_what_kiz_means_and_of_which_state_it_tells():
    drawn = film._still(frames(DAY), Order("film", Choice(DAY)).paper(atlas()))
    told = " ".join(text.get_text() for text in drawn.figure.texts)
    assert "Kommunale Integrationszentren (KIZ)" in told and "Nordrhein-Westfalen" in told
