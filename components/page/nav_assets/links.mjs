// Links to the pages of the atlas. Their addresses follow the browser's own, so that a move of the
// day sends nothing here. A plain click turns the page as "back" and "forward" do.
import { lead, placeOf } from "../lead.mjs";
import { onPaper } from "../paper.mjs";
import { withUnsent } from "../unsent.mjs";
import { withoutViews, withViews } from "../views.mjs";
import { arriving } from "./keeper.mjs";

const ROOT = "karte"; // its address is the root's
const TAKEN = "was"; // what is taken along stays on its own page
const BESIDE = "neben"; // what is ticked goes along
const COMPLETED = "nav.ways a, .ticked a";
const TOUCHES = ["pointerover", "pointerdown", "focusin"];
// All other clicks open tabs and windows, which is the browser's business.
export const plain = (event) => !event.defaultPrevented && event.button === 0
  && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
const alive = new Set(); // all links of the page
let pages = []; // the names of all
let said = { query: "", at: "" }; // the whole query where the address `at` says less

// Every link to a page of the atlas: after what has clicks of its own.
addEventListener("click", (event) => {
  const link = linkOf(event);
  if (!link || !alive.size || !plain(event) || link.target || link.hasAttribute("download")) return;
  const to = new URL(link.getAttribute("href"), location.href);
  if (to.hash && to.href.split("#")[0] === location.href.split("#")[0]) lead(placeOf(to.hash));
  else if (pageOf(to)) turn(event, to.href);
});

// What a link does not say, so that it is not sent again with each choice, it gets when it is meant.
for (const act of TOUCHES) {
  document.addEventListener(act, (event) => {
    const link = linkOf(event);
    if (!link || !alive.size || !link.closest(COMPLETED)) return;
    const here = whole(), query = link.closest("nav.ways") ? here : new URLSearchParams(link.search);
    if (here.has(BESIDE)) query.set(BESIDE, here.get(BESIDE));
    else query.delete(BESIDE);
    query.delete(TAKEN);
    link.search = query.size ? `?${query}` : "";
  });
}

onPaper(() => new URL(`?${withViews(whole())}`, location.href).href);

const linkOf = (event) => event.composedPath().find((part) => part.matches?.("a[href]"));

// The page of the atlas that an address leads to, if any.
function pageOf({ origin, pathname }) {
  const { pathname: folder } = new URL("./", location.href);
  if (origin !== location.origin || !pathname.startsWith(folder)) return "";
  const name = pathname.slice(folder.length) || ROOT;
  return pages.includes(name) ? name : "";
}

// Turn to another page; the one of this page stays behind with all that it shows.
function turn(event, href) {
  event.preventDefault();
  const query = `?${withViews(whole())}`;
  if (query !== location.search) history.replaceState({}, "", query + location.hash);
  arriving();
  history.pushState({}, "", href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// The whole query of what is shown, without what only this page knows.
function whole() {
  const here = withoutViews(location.search);
  return withUnsent(String(here) === said.at && said.query ? new URLSearchParams(said.query) : here);
}

export function remember(query) {
  said = { query, at: String(withoutViews(location.search)) };
  for (const links of alive) links.address();
}

// The same page with another part of the query.
export function elsewise(name, value) {
  const query = whole();
  query.set(name, value);
  return `${location.pathname}?${withViews(query)}`;
}

export class Links {
  constructor(root) {
    this.box = root.querySelector("[hidden]");
    this.refresh = () => this.address();
    for (const act of TOUCHES) this.box.addEventListener(act, this.refresh);
    window.navigation?.addEventListener("currententrychange", this.refresh);
  }

  update(data) {
    this.draw(data);
    this.box.replaceChildren(...this.anchors);
    this.box.className = data.look;
    this.settle();
  }

  // Links that are the same stay: one of them may have the focus.
  draw(data) {
    const names = JSON.stringify([data.links, data.here]);
    this.data = data;
    if (names === this.names) return false;
    this.names = names;
    this.anchors = Object.entries(data.links).map(([page, name]) => this.anchor(page, name));
    return true;
  }

  settle() {
    alive.add(this);
    pages = this.data.pages ?? pages;
    for (const links of alive) links.address();
  }

  anchor(page, name) {
    const link = Object.assign(document.createElement("a"), { textContent: name });
    link.dataset.page = page;
    if (page === this.data.here) link.ariaCurrent = "page";
    link.addEventListener("click", (event) => { if (plain(event)) this.follow(event, link); });
    return link;
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
    turn(event, link.href);
  }

  end() {
    alive.delete(this);
    window.navigation?.removeEventListener("currententrychange", this.refresh);
  }
}
