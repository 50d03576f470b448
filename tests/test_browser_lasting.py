"""The page tells how long a KIZ is known to have lasted, and draws where the evidence ends."""

from datetime import date, timedelta

import curated
import pytest
from browser import NARROW, WIDE, press, settled
from playwright.sync_api import expect

from components.base.choice import today
from components.base.wording import Wording
from components.map.axis import Axis
from components.map.clock import Face, Stop
from components.map.days import day_file
from components.words import lasting as sentences

ATLAS, GERMAN = curated.atlas(), Wording("de")
TABLET = (768, 1024)
#: What stands in the axis, by the edges of its letters; and the width of the page.
BOXES = """() => [...document.querySelectorAll(".axis .evidence span, .marker b, .years li")]
  .filter(part => part.checkVisibility()).map(part => {
    const text = document.createRange();
    text.selectNodeContents(part);
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return { name: part.textContent, left, right, top, bottom };
  })"""


def met(boxes):
    """Pairs of names whose letters lie on each other."""
    return [
        (one["name"], other["name"])
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if min(one["right"], other["right"]) > max(one["left"], other["left"])
        and min(one["bottom"], other["bottom"]) > max(one["top"], other["top"])
    ]


@pytest.mark.parametrize("view", ["?", "embed?"], ids=["page", "embed"])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [WIDE, TABLET, NARROW], ids=["wide", "tablet", "narrow"])
def test_the_mark_of_the_last_evidence_lies_on_nothing_else(open_page, view, size, language):
    page = settled(open_page(f"{view}lang={language}", size))
    boxes = page.evaluate(BOXES)
    told = Wording(language)("clock.evidence", date=Wording(language).date(ATLAS.evidence.date))
    assert told in [box["name"] for box in boxes]
    assert met(boxes) == []
    assert all(box["left"] >= 0 and box["right"] <= size[0] for box in boxes)


@pytest.mark.parametrize("days", [-400, 0, 10])
def test_browser_and_server_draw_a_day_behind_the_axis_at_the_same_place(open_page, days):
    day = ATLAS.evidence.day + timedelta(days)
    file = day_file(ATLAS, "approved", "de")
    stop = Stop(today(), "")
    face = Face(Axis(**file["axis"]), day, stop, ATLAS.tables.days, ATLAS.evidence.date)
    page = settled(open_page(f"?tag={day}"))
    left = float(page.locator(".marker").evaluate("node => node.style.left").rstrip("%"))
    assert left == pytest.approx(100 * face.at / face.whole, abs=0.01)


def test_from_the_last_change_on_it_is_told_how_long_it_lasts_and_today_is_not_claimed(open_page):
    page = settled(open_page("?tag=2018-01-01"))
    lasting, headline = page.locator("header .lasting"), page.locator("h1")
    expect(lasting).to_be_hidden()
    press(page, "heute")
    expect(lasting).to_contain_text("Eine Schließung ist nicht bekannt. Zuletzt für alle bestätigt")
    assert "haben alle 54" in headline.inner_text()
    assert GERMAN.day(today()) not in headline.inner_text()
    expect(lasting.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    page.locator(".axis input").fill("40")
    expect(lasting).to_be_hidden()
    assert GERMAN.day(date(2015, 5, 31)) in headline.inner_text()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("path", "areas"), [("", 54), ("verlauf", 0)])
def test_what_is_told_below_the_headline_is_not_cut_off_on_a_phone(
    open_page, path, areas, language
):
    page = settled(open_page(f"{path}?lang={language}", NARROW), areas)
    ends = page.locator(".detail a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().right)"
    )
    assert len(ends) == 2 and max(ends) <= NARROW[0]


def test_card_and_table_say_when_a_kiz_was_shown_last_where_there_is_one_on_the_day(open_page):
    last = ATLAS.confirmed.set_index("ags").loc["05154"]
    told = sentences.confirmed(last, today(), GERMAN)
    page = settled(open_page("?kreis=05154"))
    line = page.locator(".card .lasts")
    expect(line).to_have_text(told)
    assert line.locator("a").get_attribute("href").startswith("http")
    row = page.locator('tr[data-ags="05154"] td').last
    age = sentences.age(last["date"], today(), GERMAN)
    expect(row).to_have_text(f"{GERMAN.date(last['date'])}{age}")
    press(page, "25.04.2014")
    expect(line).to_have_count(0)
    expect(row).to_have_text("")
