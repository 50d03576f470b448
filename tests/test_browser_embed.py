"""The map in a page of another site: as wide as its frame, and its frame as high as it says."""

import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from accessibility import faults
from browser import IDLE, NARROW, WIDE, query, settled, until, wider_than_the_screen
from playwright.sync_api import expect

from components.map import framed

EMBEDDED = "embed?tag=2013-06-12"
WIDTHS = (320, 390, 800)
HIGH = 900
DOCUMENT = Path(__file__).parents[1] / "docs" / "embed.md"
#: What the page around the map does besides what the document tells it to: it takes notes.
NOTE = """<!doctype html><style>body { margin: 0 } iframe { display: block }</style>
<script>
  window.told = [];
  addEventListener("message", ({ data }) => {
    if (data.type === "kiz-atlas:height") told.push(data.height);
  });
</script>"""
#: In the frame: it is as high as what is in it.
FITS = "() => innerHeight === Math.ceil(document.body.getBoundingClientRect().height)"
#: How far what is in the frame could be scrolled, down and to the right.
HIDDEN = """() => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
  return [scrollHeight - clientHeight, scrollWidth - clientWidth];
}"""
#: Draws ten times and says how many heights were told.
LATER = f"""async () => {{
  for (let time = 0; time < 10; time += 1) await ({IDLE})();
  return told.length;
}}"""
RESOURCES = "() => performance.getEntriesByType('resource').map(entry => entry.name)"


@contextmanager
def site(markup):
    """The address of a site with this one page: another port is another origin."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            content = markup.encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args):
            """Keeps the output of the tests clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()


@pytest.fixture(scope="module")
def host(server):
    """The address of a page around the map, written as the document says."""
    (lines,) = re.findall(r"```html\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    own, count = re.subn(r'src="[^"]*"', f'src="{server}/{EMBEDDED}"', lines)
    assert count == 1
    with site(NOTE + own) as address:
        yield address


@pytest.fixture
def around(open_page, host):
    """Opens that page so wide, the map in its frame drawn."""

    def run(width):
        page = open_page("_stcore/health", (width, HIGH))
        page.goto(host)
        fits(page)
        return page

    return run


def inner(page):
    """The frame with the map, all of it drawn."""
    return settled(page.query_selector("iframe").content_frame())


def fits(page):
    """Waits until the frame is as high as the map."""
    until(inner(page), FITS)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_fits_its_frame_and_no_height_is_told_for_what_one_brings_about(around, width):
    page = around(width)
    assert page.evaluate("() => document.querySelector('iframe').clientWidth") == width
    assert inner(page).evaluate(HIDDEN) == [0, 0]
    count = page.evaluate("() => told.length")
    assert 1 <= count <= 5
    assert page.evaluate(LATER) == count


def test_the_height_of_the_frame_changes_nothing_in_it(around):
    page = around(390)
    before = page.evaluate("() => told.at(-1)")
    for height in (300, 2500):
        page.evaluate(
            "height => { document.querySelector('iframe').style.height = `${height}px` }", height
        )
        until(inner(page), "height => innerHeight === height", height)
        assert page.evaluate(LATER) and page.evaluate("() => told.at(-1)") == before


def test_the_height_follows_the_width_and_what_is_opened(around):
    page = around(800)
    heights = []
    for width in (390, 800, 320):
        page.set_viewport_size({"width": width, "height": HIGH})
        until(inner(page), "wide => innerWidth === wide", width)
        fits(page)
        assert inner(page).evaluate(HIDDEN) == [0, 0]
        heights.append(page.evaluate("() => told.at(-1)"))
    assert len(set(heights)) == 3
    inner(page).locator('[data-ags="05154"]').click()
    expect(inner(page).locator(".card h2")).to_have_text("Kreis Kleve")
    fits(page)
    assert page.evaluate("() => told.at(-1)") > heights[-1]


def test_a_frame_that_hears_no_height_is_high_enough_in_any_column(open_page):
    page = settled(open_page("embed?lang=en"))
    for width in (320, 390, 500, framed.COLUMN, 800, 1000, 1200, 1440, 1920):
        page.set_viewport_size({"width": width, "height": HIGH})
        high = page.evaluate("() => document.body.getBoundingClientRect().height")
        assert framed.height(width) - 300 < high <= framed.height(width), width


def test_a_move_asks_nobody_for_anything_and_is_no_entry_of_the_history(around):
    page = around(800)
    frame, asked = inner(page), []
    before = page.evaluate("() => history.length"), frame.url
    page.on("request", lambda request: asked.append(request.url))
    frame.locator(".clock .later").click()
    expect(frame.locator("h1")).to_contain_text("01.07.2013")
    expect(frame.locator("#kiz-live")).to_contain_text("01.07.2013")  # the reader has come to rest
    frame.locator('[data-ags="05154"]').click()
    expect(frame.locator(".card .answer")).to_be_visible()
    inner(page)
    assert (page.evaluate("() => history.length"), frame.url) == before
    assert asked == []
    address = frame.locator(".foot .atlas").get_attribute("href")
    assert "tag=2013-07-01" in address and "kreis=05154" in address


def test_it_is_small_and_has_nothing_of_streamlit(look_at):
    names = look_at(EMBEDDED).evaluate(RESOURCES)
    assert len(names) == 5 and all("/app/static/" in name for name in names)


def test_it_is_moved_by_the_keyboard_alone(open_page):
    page = settled(open_page(EMBEDDED))
    page.locator(".axis input").focus()
    page.keyboard.press("End")
    expect(page.locator("#kiz-live")).to_contain_text("alle 54")
    page.locator(".map .areas path[tabindex='0']").focus()
    page.keyboard.type("kleve")
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_have_text("Kreis Kleve")


def test_its_links_leave_the_frame_for_a_window_of_their_own(open_page):
    page = settled(open_page(f"{EMBEDDED}&kreis=05154"))
    with page.context.expect_page() as opened:
        page.locator(".foot").get_by_role("link", name="Im Atlas öffnen").click()
    assert query(opened.value)["tag"] == "2013-06-12" and "embed" not in opened.value.url
    with page.context.expect_page() as opened:
        page.locator(".card").get_by_role("link", name="Mehr: ").click()
    expect(opened.value.locator("h1")).to_contain_text("Kreis Kleve")
    assert query(opened.value)["kreis"] == "05154" and "/embed?" in page.url


def test_a_frame_of_old_shows_it_too(open_page):
    page = settled(open_page("?tag=2013-06-12&embed=true&lang=en"))
    assert page.url.endswith("/embed?tag=2013-06-12&lang=en")
    assert "12 June 2013" in page.locator("h1").inner_text()


def test_without_scripts_headline_map_and_legend_are_read_and_nothing_is_there_in_vain(
    browser, server
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{EMBEDDED}")
    assert "12.06.2013" in page.locator("h1").inner_text()
    assert page.locator(".map .areas path").count() == 54
    assert page.locator(".key:visible .count").count() > 3
    assert page.locator("button:visible:not(.key button)").count() == 0
    assert page.locator(".axis input").is_hidden()
    context.close()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_everybody_can_read_and_use_it(look_at, size):
    page = look_at(f"{EMBEDDED}&kreis=05154", size)
    assert faults(page) == []
    assert not wider_than_the_screen(page)
