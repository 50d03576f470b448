"""A link to a place within the page, also where that place is drawn after the page has loaded."""

from components.page import frame

_FOLLOW = """
(() => {
  const name = decodeURIComponent(location.hash.slice(1));
  const asked = name && document.getElementById(name);
  if (!asked) return;
  asked.classList.add("asked");
  for (let part = asked; part; part = part.parentElement) if ("open" in part) part.open = true;
  // What stands above it may still be drawn and push it away, until the reader moves.
  const follow = new ResizeObserver(() => asked.scrollIntoView());
  const end = () => follow.disconnect();
  follow.observe(asked.closest('[data-testid="stMainBlockContainer"]') ?? document.body);
  setTimeout(end, 5000);
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(act, end, { once: true, passive: true });
  }
})();
"""


def follow() -> None:
    """Go to the place that the address names; to be called once all of it is drawn.

    What is folded around it opens. The browser looks for it while the page is still empty. The
    script runs when it first comes into the page and not again, so that a later choice does not
    move the reader.
    """
    frame.run(_FOLLOW)
