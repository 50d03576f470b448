"""The page "Für Programme" in a real browser: reached, read, copied from."""

import pytest
from accessibility import faults
from browser import NARROW, WIDE, query, settled, wider_than_the_screen
from playwright.sync_api import expect

DAY = "tag=2015-09-24&definition=approved"


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_page_is_accessible_and_no_wider_than_the_screen(look_at, size, lang):
    page = look_at(f"programme?{DAY}&lang={lang}", size, areas=0)
    expect(page.locator("table.machines")).to_have_count(2)
    assert faults(page) == []
    assert not wider_than_the_screen(page)


def test_the_way_there_keeps_the_day(open_page):
    page = settled(open_page(f"mitnehmen?{DAY}"), areas=0)
    page.locator(".st-key-programs").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Adresse für Programme")
    assert query(page)["tag"] == "2015-09-24"
    page.go_back()
    expect(page.locator(".st-key-pages a[aria-current=page]")).to_have_text("Mitnehmen")


def test_the_examples_name_the_address_at_which_the_page_was_opened(look_at, server):
    page = look_at(f"programme?{DAY}", areas=0)
    field = page.get_by_role("textbox", name="curl")
    expect(field).to_have_value(
        f"curl -o status.csv '{server}/api/v1/status?day=2015-09-24&format=csv'"
    )
