// The focus is never lost: after a change of page it goes to the headline; where what had it is
// gone, to the same in the place that came instead, else to the heading of its part. And what the
// server has changed is said: the text of all that is marked with `data-news`.
import { fill } from "../../html/markup.mjs";
import { say } from "../../html/say.mjs";
import { go } from "../lead.mjs";
import { visit } from "../visit.mjs";
import { mark } from "./landmarks.mjs";

const REST_MS = 250;
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
const headings = () => [...document.querySelectorAll("h1, h2")];
const heading = (text) => headings().find((one) => one.textContent === text)
  ?? document.querySelector("h1");
const named = (node) => node.ariaLabel || node.labels?.[0]?.textContent || node.textContent;

let here = ""; // the page that is shown
let held = null; // what has the focus, and where it stands
let turning = false; // to a page whose headline has not come
let begun = true; // the server has begun with it
let fetching = null; // what has the focus again when its file is there
let file = ""; // what is said meanwhile
let looking = 0;
let told = new Map();

// A page is shown: the same again, or another.
export function turned(page, words) {
  if (here && here !== page) {
    turning = true;
    told = new Map();
  }
  here = page;
  file = words;
  look();
}

// A link has been followed, maybe to the same page with something else on it.
export function arriving() {
  turning = true;
  begun = false;
}

function hold(event) {
  const path = event.composedPath();
  const [node] = path;
  const places = path.flatMap((part) => [...(part.classList ?? [])])
    .filter((name) => name.startsWith("st-key-") && name !== "st-key-main");
  const before = headings().filter((one) =>
    one.compareDocumentPosition(event.target) & Node.DOCUMENT_POSITION_FOLLOWING);
  held = { node, name: named(node), places, heading: before.at(-1)?.textContent };
}

// Who turns to the page itself has left what had the focus.
function leave({ relatedTarget }) {
  if (relatedTarget) return;
  const left = held;
  setTimeout(() => { if (held === left && !gone(left)) held = null; });
}

const nobody = () => [document.body, document.documentElement, null]
  .includes(document.activeElement);
const gone = (one) => one && (!one.node.isConnected || one.node.disabled
  || !one.node.checkVisibility());
const running = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState
  !== "notRunning";

function look() {
  begun ||= running();
  mark();
  keep();
  learn();
  wait();
}

// What is there first is no news, however soon the reader changes it.
function learn() {
  if (turning || running()) return;
  for (const [name, text] of read()) if (!told.has(name)) told.set(name, text);
}

function keep() {
  if (turning) arrive();
  else if (busy(held)) fetch();
  else if (!held || !nobody()) fetching = null;
  else if (gone(held)) recover();
  else if (held === fetching) go(held.node);
}

// While its file is made a button is no stop of the Tab key; then it is the same again.
const busy = (one) => one?.node.isConnected && one.node.matches(".stDownloadButton button:disabled");

function fetch() {
  if (fetching === held) return;
  fetching = held;
  say(fill(file, { name: held.name }));
}

function wait() { looking ||= setTimeout(() => { looking = 0; rest(); }, REST_MS); }

function arrive() {
  if (!begun) return;
  if (location.hash && visit(location.hash)) { turning = false; return; }
  const headline = document.querySelector("h1");
  if (!headline || headline.closest('[data-stale="true"]') || (location.hash && running())) return;
  go(headline);
  turning = document.activeElement !== headline; // not yet drawn
}

// In the same place something else may be meant by now: what is called the same is taken first,
// and what is called otherwise only from the innermost.
function recover() {
  if (held.node.matches("h1, h2")) { go(heading(held.name)); return; }
  const parts = held.places.map((place) => all(document.querySelector(`.${CSS.escape(place)}`)));
  const same = parts.flat().find((node) => named(node) === held.name) ?? parts[0]?.[0];
  if (same) go(same);
  else if (!running()) go(heading(held.heading));
}

// What can have the focus in a part of the page, in the shadow trees too.
function all(part) {
  if (!part) return [];
  const roots = [part, ...[...part.querySelectorAll("*")].map((one) => one.shadowRoot)];
  return roots.filter(Boolean).flatMap((root) => [...root.querySelectorAll(STOPS)])
    .filter((one) => !one.disabled && one.checkVisibility());
}

function rest() {
  begun = true; // also what was over too soon to be seen
  keep();
  if (turning || running()) { wait(); return; }
  const news = [...read()].filter(([name, text]) => (told.get(name) ?? text) !== text);
  if (news.length) say(news.map(([, text]) => text).join(" "));
  told = new Map([...told, ...read()]);
}

// The texts that are news when they change, by the names of their marks.
function read() {
  const texts = new Map();
  for (const node of document.querySelectorAll("[data-news]")) {
    const { news } = node.dataset;
    texts.set(news, [texts.get(news), node.alt ?? node.textContent].filter(Boolean).join(" "));
  }
  return texts;
}

say("");
document.addEventListener("focusin", hold);
document.addEventListener("focusout", leave);
new MutationObserver(look).observe(document.body, { childList: true, subtree: true,
  attributes: true, attributeFilter: ["data-test-script-state", "data-stale", "disabled", "hidden", "alt"] });
