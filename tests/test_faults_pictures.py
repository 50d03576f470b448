"""Eight pictures that are asked for at once have the same bytes as one after the other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from curated import atlas

from components.base.choice import Choice
from components.printed import pictures
from components.printed.order import Order

DAY = Choice(date(2015, 9, 24), ags="05154")
#: Several kinds, every format.
ASKED = [
    (Order("map", DAY), "svg"),
    (Order("map", DAY, "1:1"), "svg"),
    (Order("map", Choice(date(2014, 4, 25), "decided", language="en")), "svg"),
    (Order("curve", DAY), "svg"),
    (Order("curve", DAY), "pdf"),
    (Order("curve", DAY, "1:1"), "png"),
    (Order("timeline", DAY), "svg"),
    (Order("timeline", DAY), "pdf"),
]


def test_eight_pictures_at_once_are_those_that_are_made_one_after_the_other():
    known, together = atlas(), Barrier(len(ASKED))

    def at_once(order, kind):
        together.wait(60)
        return pictures.file(order, known, kind)

    with ThreadPoolExecutor(len(ASKED)) as threads:
        made = list(threads.map(at_once, *zip(*ASKED, strict=True)))
    assert len(set(made)) == len(ASKED)
    assert made == [pictures.file(order, known, kind) for order, kind in ASKED]
