"""A page whose server was ended and started anew: what the reader moves is neither lost nor taken
back, whether before the connection is back, at once then, or later.
"""

import pytest
from browser import CLOCK, WIDE, query, settled, step, until, watched
from live_server import live
from playwright.sync_api import expect

DAY = "?tag=2015-08-31"
#: Whether Streamlit's page says that it has its WebSocket.
CONNECTION = """wanted => document.querySelector('[data-testid="stApp"]')
  .dataset.testConnectionState === "CONNECTED" === wanted"""
#: Whether the answer of another connection than this has been drawn.
ANSWERED = """before => {
  const { choice } = document.querySelector(".stage").stage;
  return choice && choice.connection !== before;
}"""
SHOWN = f"""() => document.querySelector("{CLOCK}").dataset.day"""


@pytest.fixture
def log(tmp_path):
    return tmp_path / "server.log"


@pytest.fixture
def tab(browser):
    """A tab of its own: that its server is away is no fault of the page."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    page = watched(context)
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    yield page
    context.close()


def opened(tab, server, moves):
    """The page, on which the reader has moved so often and the server has answered all of it."""
    tab.goto(f"{server.address}/{DAY}")
    settled(tab)
    for _ in range(moves):
        step(tab)
    return tab.evaluate("document.querySelector('.stage').stage.choice.connection")


def lost(tab, server):
    """End the server, and wait until the page knows."""
    server.process.kill()
    server.process.wait()
    until(tab, CONNECTION, False)


def move(tab):
    """To the next change, which the page shows at once; the day of it."""
    before = tab.evaluate(SHOWN)
    tab.locator(f"{CLOCK} .later").click()
    day = tab.evaluate(SHOWN)
    assert day > before
    return day


def follow(tab, day):
    """The address and, once all is drawn, the page have the day."""
    tab.wait_for_url(lambda url: f"tag={day}" in url)
    # On the way back the address is first.
    until(tab, f"day => ({SHOWN})() === day", day)
    settled(tab)
    assert (query(tab)["tag"], tab.evaluate(SHOWN)) == (day, day)


def test_the_first_move_after_the_connection_is_back_is_in_the_address(tab, log):
    with live(log) as first:
        connection = opened(tab, first, 1)
        lost(tab, first)
        with live(log, port=first.port):
            until(tab, CONNECTION, True)
            day = move(tab)
            until(tab, ANSWERED, connection)
            follow(tab, day)
            follow(tab, move(tab))
            # From here the server's word counts again.
            tab.go_back()
            follow(tab, day)


def test_what_is_chosen_while_the_connection_is_away_is_told_once_it_is_back(tab, log):
    with live(log) as first:
        opened(tab, first, 1)
        lost(tab, first)
        day = move(tab)
        tab.locator('.colourings input[value="status"]').check(force=True)
        expect(tab.locator(".stage")).to_have_attribute("data-colouring", "status")
        with live(log, port=first.port):
            follow(tab, day)
            tab.wait_for_url(lambda url: "farbe=status" in url)
            assert settled(tab).locator(".stage").get_attribute("data-colouring") == "status"


def test_the_way_back_after_a_lost_connection_leads_back(tab, log):
    with live(log) as first:
        opened(tab, first, 2)
        earlier = tab.evaluate("history.length")
        lost(tab, first)
        with live(log, port=first.port):
            until(tab, CONNECTION, True)
            shown = tab.evaluate(SHOWN)
            tab.go_back()
            tab.wait_for_url(lambda url: f"tag={shown}" not in url)
            follow(tab, query(tab)["tag"])
            assert tab.evaluate("history.length") == earlier
