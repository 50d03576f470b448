// Links to the pages of the atlas. Their addresses follow the browser's own, so that a move of the
// day sends nothing here. A plain click turns the page as "back" and "forward" do.
import { onPaper } from "../paper.mjs";
import { withUnsent } from "../unsent.mjs";
import { withoutViews, withViews } from "../views.mjs";

const ROOT = "karte"; // its address is the root's
const TAKEN = "was"; // what is taken along stays on its own page
const TOUCHES = ["pointerover", "pointerdown", "focusin"];
// All other clicks open tabs and windows, which is the browser's business.
const plain = (event) => !event.defaultPrevented && event.button === 0
  && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
const drawn = new Set(); // all links of the page
let asked = null; // the page that the reader is on the way to
let said = { query: "", at: "" }; // the whole query where the address `at` says less, by the row

// The way from a district on the map to its dossier.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".card a.more:not([target])");
  if (link && drawn.size && plain(event)) turn(event, "kreis", link.href);
});

onPaper(() => new URL(`?${withViews(whole())}`, location.href).href);

// Turn to another page; the one of this page stays behind with all that it shows.
function turn(event, page, href) {
  event.preventDefault();
  const query = `?${withViews(whole())}`;
  if (query !== location.search) history.replaceState({}, "", query + location.hash);
  history.pushState({}, "", href);
  asked = page;
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// The whole query of what is shown, without what only this page knows.
function whole() {
  const here = withoutViews(location.search);
  return withUnsent(String(here) === said.at && said.query ? new URLSearchParams(said.query) : here);
}

class Links {
  constructor(root) {
    this.box = root.querySelector("[hidden]");
    this.refresh = () => this.address();
    for (const act of TOUCHES) this.box.addEventListener(act, this.refresh);
    window.navigation?.addEventListener("currententrychange", this.refresh);
  }

  update(data) {
    this.data = data;
    this.anchors = Object.entries(data.links).map(([page, name]) => this.anchor(page, name));
    this.box.className = data.look;
    this.box.replaceChildren(...(data.label ? [this.navigation()] : this.anchors));
    drawn.add(this);
    if (data.language) document.documentElement.lang = data.language;
    if (data.here) said = { query: data.query, at: String(withoutViews(location.search)) };
    for (const links of drawn) links.address();
    if (!data.here || asked !== data.here) return;
    asked = null;
    this.anchors.find((link) => link.ariaCurrent)?.focus(); // one page has no link in the row
  }

  anchor(page, name) {
    const link = Object.assign(document.createElement("a"), { textContent: name });
    link.dataset.page = page;
    if (page === this.data.here) link.ariaCurrent = "page";
    link.addEventListener("click", (event) => { if (plain(event)) this.follow(event, link); });
    return link;
  }

  navigation() {
    const [nav, list] = ["nav", "ul"].map((name) => document.createElement(name));
    nav.ariaLabel = this.data.label;
    nav.append(list);
    list.append(...this.anchors.map((link) => {
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    return nav;
  }

  address() {
    for (const link of this.anchors) {
      const { page } = link.dataset;
      const query = whole();
      if (page !== this.data.here) query.delete(TAKEN);
      if (this.data.was) query.append(TAKEN, this.data.was);
      const path = page === ROOT ? "./" : page;
      link.setAttribute("href", query.size ? `${path}?${query}` : path);
    }
  }

  follow(event, link) {
    const { page } = link.dataset;
    if (page === this.data.here) { event.preventDefault(); return; }
    this.address();
    turn(event, page, link.href);
  }

  end() {
    drawn.delete(this);
    window.navigation?.removeEventListener("currententrychange", this.refresh);
  }
}

export default function ({ parentElement, data }) {
  const links = (parentElement.links ??= new Links(parentElement));
  links.update(data);
  return () => { links.end(); delete parentElement.links; };
}
