"""How far it is from the top of a page to a goal by the key Tab alone."""

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

#: No reader goes further than this.
MOST = 120
#: Skip links stand before all else.
SKIP_LINKS_WITHIN = 8
#: The next Tab begins at the top. What has the focus there stays: where it vanishes, the page
#: leads the focus to a heading.
AT_THE_TOP = """() => {
  const top = document.getElementById("top-of-all") ?? document.createElement("span");
  Object.assign(top, { id: "top-of-all", tabIndex: -1 });
  document.body.prepend(top);
  top.focus({ preventScroll: true });
}"""
#: What has the focus, also within a shadow tree.
FOCUS = """() => {
  let part = document.activeElement;
  while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  return part;
}"""
#: The goals are found once; to ask for their names at each stop takes minutes.
NOTED = "goals => { window.goals = goals }"
REACHED = f"() => window.goals.includes(({FOCUS})())"
SKIPS = f'() => ({FOCUS})()?.matches(\'a[href^="#"], a[href*="/#"], [class*=skip]\') ?? false'


def tab_stops(page: Page, goal: Locator) -> int | None:
    """Key presses from the top of the page until the goal, or one of several, has the focus.

    A skip link may be followed, which costs its stop and an Enter; the shortest way counts.
    None if the goal is not reached within MOST.
    """
    goal.evaluate_all(NOTED)
    ways = [_presses(page, skip) for skip in (None, *_skip_links(page))]
    return min((way for way in ways if way is not None), default=None)


def _skip_links(page: Page) -> list[int]:
    """At which stops the skip links are."""
    found = []
    for stop in _stops(page):
        if page.evaluate(SKIPS):
            found.append(stop)
        if stop == SKIP_LINKS_WITHIN:
            return found
    return found


def _presses(page: Page, skip: int | None) -> int | None:
    """The key presses to the goal, by way of the skip link at the stop `skip`."""
    followed = 0
    for stop in _stops(page):
        if page.evaluate(REACHED):
            return stop + followed
        if stop == skip:
            page.keyboard.press("Enter")
            followed = 1
            if page.evaluate(REACHED):
                return stop + followed
    return None


def _stops(page: Page) -> Iterator[int]:
    """Press Tab from the top on; the number of the stop."""
    page.evaluate(AT_THE_TOP)
    for stop in range(1, MOST + 1):
        page.keyboard.press("Tab")
        yield stop
