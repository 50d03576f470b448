"""The guard around every browser test works: what it should catch, it catches."""

from browser import UNFINISHED, complaints, emptied, settled

FETCH = "address => fetch(address).then(() => 'answered', () => 'stopped')"


def test_the_policy_of_the_site_lets_no_page_ask_another_host(open_page):
    page = open_page("_stcore/health")
    assert page.evaluate(FETCH, "https://example.org/map.json") == "stopped"
    assert "Content Security Policy" in page.console_errors[0]
    page.console_errors.clear()


def test_a_request_to_another_host_is_stopped_and_listed(open_page):
    page = open_page("_stcore/health")
    page.goto("about:blank")  # where no policy stands before the guard
    assert page.evaluate(FETCH, "https://example.org/map.json") == "stopped"
    assert page.foreign_requests == ["https://example.org/map.json"]
    assert "request to another host: https://example.org/map.json" in complaints(page)
    page.foreign_requests.clear()
    page.console_errors.clear()


def test_a_request_to_the_dashboard_itself_passes(open_page):
    page = open_page("_stcore/health")
    assert page.evaluate(FETCH, "/_stcore/health") == "answered"
    assert complaints(page) == []


def test_an_uncaught_error_in_the_page_is_listed(open_page):
    page = open_page("_stcore/health")
    with page.expect_event("pageerror"):
        page.evaluate("() => { setTimeout(() => { throw new Error('lost') }) }")
    assert complaints(page) == ["console error: lost"]
    page.console_errors.clear()


def test_a_tab_that_is_used_again_remembers_nothing(open_page):
    page = open_page()
    page.locator("h1").wait_for()
    page.emulate_media(media="print", reduced_motion="reduce")
    page.console_errors.append("of before")
    emptied(page)
    asked = ("print", "(prefers-reduced-motion: reduce)")
    matches = [page.evaluate("query => matchMedia(query).matches", one) for one in asked]
    assert matches == [False, False]
    assert (page.url, page.ws_bytes, complaints(page)) == ("about:blank", [], [])


def test_a_page_is_not_settled_while_a_component_waits_for_its_script(open_page):
    page = settled(open_page())
    button = page.get_by_role("button", name="Link kopieren")
    button.evaluate("button => { button.textContent = '' }")
    assert page.evaluate(UNFINISHED, 54) == ["a button, a link or a field has no name"]
