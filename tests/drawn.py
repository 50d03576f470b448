"""What of a page is drawn wrongly, a line per element: cut, small, faint, without a sign."""

from playwright.sync_api import Page

#: Visible elements in shadow trees too, what tells one from others, and colours as numbers.
_TOOLS = r"""
  const all = (root = document) => [...root.querySelectorAll("*")]
    .flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const box = one => one.getBoundingClientRect();
  const seen = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && box(one).width > 1 && box(one).height > 1 && !unseen(one);
  const above = one => one.parentElement ?? one.getRootNode().host;
  const unseen = one => one && (getComputedStyle(one).clipPath !== "none"
    || one.closest("svg, [inert]") || unseen(above(one)));
  const kind = one => [one.tagName.toLowerCase(),
    ...[...one.classList].filter(name => !/emotion|^e[a-z0-9]+$/.test(name))].join(".");
  const name = one => `${kind(above(one))} > ${kind(one)} `
    + JSON.stringify((one.ariaLabel ?? one.textContent).trim().slice(0, 30));
  const CONTROLS = "a[href], button, input, select, textarea, summary, [role=button], [role=radio]";
  const controls = () => all().filter(one => one.matches(CONTROLS) && !one.disabled);
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = colour => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = ([...rgb]) => rgb.slice(0, 3).map(v => v / 255)
    .map(v => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const ground = one => {
    if (!one) return [255, 255, 255, 255];
    const colour = rgba(getComputedStyle(one).backgroundColor);
    return colour[3] === 255 ? colour : ground(above(one));
  };
"""
#: Text that ends outside of what shows it.
_CUT = """
  const hides = style => ["hidden", "clip"].includes(style);
  const boxes = one => one.matches("button, [role=radio], .row a");
  return all().filter(one => seen(one) && [...one.childNodes]
    .some(node => node.nodeType === 3 && node.data.trim())).flatMap(one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const text = range.getBoundingClientRect();
      for (let holder = one; holder; holder = above(holder)) {
        const style = getComputedStyle(holder), edge = box(holder);
        if (edge.width < 2) return []; // a year that has no room is left out
        if (style.position === "fixed" || holder.matches("body, [data-testid=stMain]")) break;
        const across = (hides(style.overflowX) || boxes(holder))
          && (text.left < edge.left - 2 || text.right > edge.right + 2);
        const down = (hides(style.overflowY) || boxes(holder))
          && (text.top < edge.top - 2 || text.bottom > edge.bottom + 2);
        if (across || down) return [`${name(one)} is cut by ${kind(holder)}`];
        if (/auto|scroll/.test(style.overflow)) break;
      }
      return [];
    });
"""
#: Targets of less than 24 px, but for links within a sentence; and the areas of a map, which are
#: as large as the districts are: search and table lead to the same.
_SMALL = """
  const inline = one => one.matches("a") && getComputedStyle(one).display === "inline"
    && [...above(one).childNodes].some(node => node !== one && node.textContent.trim());
  const target = one => (one.matches("[type=radio], [type=checkbox]") && one.labels[0]) || one;
  const around = one => Math.max(0, -2 * parseFloat(getComputedStyle(one, "::before").top) || 0);
  return controls().filter(one => seen(one) && !inline(one)).flatMap(one => {
    const width = box(target(one)).width, height = box(target(one)).height + around(one);
    const small = width < 23.5 || height < 23.5;
    return small ? [`${name(one)} is ${width.toFixed(0)} x ${height.toFixed(0)}`] : [];
  });
"""
#: Fields and bordered buttons whose edge is less than 3:1 to what is around it.
_FAINT = """
  return controls().filter(one => seen(one) && one.matches("button, input, select, textarea")
    && !one.matches("[type=range], [type=radio], [type=checkbox]")).flatMap(one => {
      const edged = (one.matches("button") ? [one] : [one, above(one), above(above(one))])
        .find(part => parseFloat(getComputedStyle(part).borderBottomWidth) > 0);
      if (!edged) return one.matches("button") ? [] : [`${name(one)} has no edge`];
      const edge = rgba(getComputedStyle(edged).borderBottomColor);
      if (one.matches("button") && !edge[3]) return [];
      const ratio = edge[3] < 255 ? 1 : contrast(edge, ground(above(edged)));
      return ratio < 3 ? [`${name(one)} has an edge of ${ratio.toFixed(2)}:1`] : [];
    });
"""
#: What has the focus and shows no outline, nor does what stands for it.
_UNFOCUSED = """
  const outlined = (one, pseudo) => getComputedStyle(one, pseudo).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one, pseudo).outlineWidth) >= 2;
  return controls().filter(one => one.checkVisibility() && !unseen(one) && one.tabIndex >= 0)
    .flatMap(one => {
      one.focus({ focusVisible: true, preventScroll: true });
      const parts = [one, one.nextElementSibling, one.closest("label")].filter(Boolean);
      const marker = one.parentNode.querySelector?.(".marker");
      const shown = parts.some(part => outlined(part)) || (marker && outlined(marker, "::before"));
      return shown ? [] : [`${name(one)} shows no focus`];
    });
"""
#: The selector of what has a ground of its own, that shows none but the page's.
_GROUNDLESS = """
  const paper = rgba("Canvas").join();
  return [...document.querySelectorAll(wanted)].filter(seen).flatMap(one => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    const shown = backgroundImage !== "none" || rgba(backgroundColor).join() !== paper;
    return shown && rgba(backgroundColor)[3] + backgroundImage.length > 4 ? [] : [name(one)];
  });
"""
_ALIKE = """
  const look = part => {
    const one = [...document.querySelectorAll(part)].find(seen);
    if (!one) return `${part} is not there`;
    const { backgroundColor, borderColor, borderWidth, outline } = getComputedStyle(one);
    return [rgba(backgroundColor), borderColor, borderWidth, outline].join(" ");
  };
  return wanted.filter(([one, other]) => look(one) === look(other) || look(one).endsWith("there"));
"""
#: Every style sheet of the page and of the shadow trees has these rules behind its own.
_STYLED = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(wanted);
  for (const root of [document, ...all().map(one => one.shadowRoot).filter(Boolean)]) {
    root.adoptedStyleSheets.push(sheet);
  }
"""
#: What stays on the screen while the page is scrolled, and takes more than half of it.
_STICKY = """
  const kept = one => ["sticky", "fixed"].includes(getComputedStyle(one).position);
  return all().filter(one => kept(one) && seen(one) && box(one).height > innerHeight / 2
    && !one.matches("[data-testid=stApp] *:has(main)")).map(name);
"""


def _asked(page: Page, what: str, wanted: object = None) -> list[str]:
    lines = page.evaluate(f"wanted => {{ {_TOOLS} {what} }}", wanted) or []
    return sorted({str(line) for line in lines})


def cut(page: Page) -> list[str]:
    """Texts that are not whole."""
    return _asked(page, _CUT)


def small(page: Page) -> list[str]:
    """Targets of less than 24 px that are no link in a sentence."""
    return _asked(page, _SMALL)


def faint(page: Page) -> list[str]:
    """Fields and buttons whose edge has less than 3:1 to its ground."""
    return _asked(page, _FAINT)


def unfocused(page: Page) -> list[str]:
    """Controls that look the same with the focus."""
    return _asked(page, _UNFOCUSED)


def groundless(page: Page, selector: str) -> list[str]:
    """Of these elements, those without a colour of their own."""
    return _asked(page, _GROUNDLESS, selector)


def alike(page: Page, pairs: list[tuple[str, str]]) -> list[str]:
    """The pairs of selectors, of what is chosen and what is not, that look the same."""
    return _asked(page, _ALIKE, pairs)


def sticky(page: Page) -> list[str]:
    """What covers more than half of the screen wherever the page is scrolled to."""
    return _asked(page, _STICKY)


def style(page: Page, rules: str) -> None:
    """Add rules to the page and to all shadow trees."""
    _asked(page, _STYLED, rules)
