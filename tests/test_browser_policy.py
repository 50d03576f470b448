"""The policy holds in the browser: every page keeps to it, and what is foreign does not run."""

import pytest
from browser import settled

from components.page.nav import PAGES

VIOLATIONS = """() => { window.broken = [];
  addEventListener("securitypolicyviolation", event => broken.push(event.violatedDirective)); }"""
#: What a page would do if somebody's text came to run in it.
FOREIGN = """() => new Promise(done => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  const picture = new Image();
  picture.onload = picture.onerror = () => done();
  picture.src = "https://example.org/pixel.png";
})"""


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_under_the_policy_and_keeps_to_it(open_page, page):
    path = "" if page == "karte" else page
    shown = settled(open_page(f"{path}?tag=2015-09-24&kreis=05154"), areas=0)
    assert shown.console_errors == []
    shown.evaluate(VIOLATIONS)
    shown.evaluate(FOREIGN)
    assert sorted(shown.evaluate("broken")) == ["img-src", "script-src-elem"]
    assert not shown.evaluate("Boolean(window.ran)")
    shown.console_errors.clear()
    shown.foreign_requests.clear()
