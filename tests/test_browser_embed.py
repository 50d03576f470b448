"""The map on another page: as wide as its frame, and its frame as high as it says."""

import re
from pathlib import Path

import pytest
from accessibility import faults
from browser import IDLE, NARROW, WIDE, query, settled, wider_than_the_screen
from playwright.sync_api import expect

EMBEDDED = "?tag=2013-06-12&embed=true"
WIDTHS = (320, 390, 800, 1200)
HIGH = 900
DOCUMENT = Path(__file__).parents[1] / "docs" / "embed.md"
#: What the page around the map does besides what the document tells it to: it takes notes.
NOTE = """<style>body { margin: 0 } iframe { display: block }</style>
<script>
  window.told = [];
  addEventListener("message", ({ data }) => {
    if (data.type === "kiz-atlas:height") told.push(data.height);
  });
</script>"""
#: The last height that was told is that of what is in the frame, and of the frame.
FITS = """() => {
  const frame = document.querySelector("iframe");
  const block = frame.contentDocument.querySelector('[data-testid="stMainBlockContainer"]');
  const height = block && Math.ceil(block.getBoundingClientRect().height);
  return told.at(-1) === height && frame.clientHeight === height;
}"""
#: How far what is in the frame could be scrolled.
HIDDEN = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .map(part => part.scrollHeight - part.clientHeight)"""
#: Draws ten times and says how many heights were told.
LATER = f"""async () => {{
  for (let time = 0; time < 10; time += 1) await ({IDLE})();
  return told.length;
}}"""
#: How many heights are told, and the last, once the frame has been as high as this.
TRIED = f"""async height => {{
  document.querySelector("iframe").style.height = `${{height}}px`;
  await ({IDLE})();
  await document.querySelector("iframe").contentWindow.eval("({IDLE})()");
  return [told.length, told.at(-1)];
}}"""
RESOURCES = "() => performance.getEntriesByType('resource').map(entry => entry.name)"


@pytest.fixture
def around(open_page, server):
    """Opens a page so wide around the map, written as the document says."""

    def run(width):
        page = open_page("_stcore/health", (width, HIGH))
        (lines,) = re.findall(r"```html\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
        address = EMBEDDED.replace("&", "&amp;")
        own = re.sub(r'src="[^"]*"', f'src="{server}/{address}"', lines)
        page.set_content(NOTE + own)
        fits(page)
        return page

    return run


def inner(page):
    """The frame with the map, all of it drawn."""
    return settled(page.query_selector("iframe").content_frame())


def fits(page):
    """Waits until the frame is as high as the map."""
    inner(page)
    page.wait_for_function(FITS)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_fits_its_frame_and_the_frame_the_map(around, width):
    page = around(width)
    frame = inner(page)
    assert page.evaluate("() => document.querySelector('iframe').clientWidth") == width
    assert not wider_than_the_screen(frame)
    assert frame.evaluate(HIDDEN) == [0, 0]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_height_is_told_once_and_not_again_for_what_it_brings_about(around, width):
    page = around(width)
    told = page.evaluate("() => told")
    assert len(told) <= 5
    assert page.evaluate(LATER) == len(told)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_height_of_the_frame_changes_nothing_in_it(around, width):
    page = around(width)
    before = page.evaluate("() => [told.length, told.at(-1)]")
    assert page.evaluate(TRIED, 300) == page.evaluate(TRIED, 2500) == before


def test_the_height_follows_the_width_and_what_is_opened(around):
    page = around(800)
    heights = []
    for width in (390, 800, 320):
        page.set_viewport_size({"width": width, "height": HIGH})
        page.wait_for_function("wide => document.querySelector('iframe').clientWidth === wide",
                               arg=width)  # fmt: skip
        fits(page)
        assert inner(page).evaluate(HIDDEN) == [0, 0]
        heights.append(page.evaluate("() => told.at(-1)"))
    assert len(set(heights)) == 3
    inner(page).locator('[data-ags="05154"]').click()
    inner(page).locator(".card h2", has_text="Kreis Kleve").wait_for()
    fits(page)
    assert page.evaluate("() => told.at(-1)") > heights[-1]


def test_map_control_legend_source_and_licence_are_in_it_but_no_navigation(around):
    frame = inner(around(390))
    assert "12.06.2013" in frame.locator("h1").inner_text()
    assert frame.get_by_role("group", name="Tag der Karte").locator("button.play").is_visible()
    assert frame.locator(".key:visible button").count() > 3
    foot = frame.locator(".foot").inner_text()
    assert "GeoBasis-DE" in foot and "CC BY 4.0" in foot and "Datenstand" in foot
    assert frame.get_by_role("navigation").count() == 0
    assert frame.locator(".st-key-top, .st-key-tools, table").count() == 0


def test_nothing_of_plotly_is_fetched_for_it(around):
    fetched = inner(around(800)).evaluate(RESOURCES)
    assert any("/map-" in name for name in fetched)
    assert [name for name in fetched if "plotly" in name.lower()] == []


def test_another_day_asks_the_server_for_nothing_and_is_no_entry_of_the_history(around):
    page = around(800)
    frame = inner(page)
    before = page.evaluate("() => history.length"), frame.url, len(page.ws_bytes)
    frame.locator(".clock .later").click()
    expect(frame.locator("h1")).to_contain_text("01.07.2013")
    expect(frame.locator(".spoken")).to_contain_text("01.07.2013")  # the reader has come to rest
    inner(page)
    assert (page.evaluate("() => history.length"), frame.url, len(page.ws_bytes)) == before
    assert "tag=2013-07-01" in frame.locator(".foot .atlas").get_attribute("href")


def test_its_links_leave_the_frame_for_a_window_of_their_own(open_page):
    page = settled(open_page(f"{EMBEDDED}&kreis=05154"))
    with page.context.expect_page() as opened:
        page.locator(".foot").get_by_role("link", name="Im Atlas öffnen").click()
    assert query(opened.value)["tag"] == "2013-06-12" and "embed" not in opened.value.url
    with page.context.expect_page() as opened:
        page.locator(".card").get_by_role("link", name="Mehr: ").click()
    expect(opened.value.locator("h1")).to_contain_text("Kreis Kleve")
    assert query(opened.value)["kreis"] == "05154" and "embed=true" in page.url


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_everybody_can_read_and_use_it(look_at, size):
    page = look_at(f"{EMBEDDED}&kreis=05154", size)
    assert faults(page) == []
    assert not wider_than_the_screen(page)
