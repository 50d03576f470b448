// The focus is never lost: after a change of page it goes to the headline; where what had it is
// gone, to the same in the place that came instead, else to the heading of its part. And what the
// server has changed is said: the headline, the picture that is taken along.
import { say } from "../../html/say.mjs";
import { go, mark } from "./landmarks.mjs";

const REST_MS = 250;
// What is said when it changes on the same page. The map says its own day.
const NEWS = [["h1", (node) => !node.closest(".stage") && node.textContent],
  [".st-key-preview img", (node) => node.alt]];
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
const headings = () => [...document.querySelectorAll("h1, h2")];
const heading = (text) => headings().find((one) => one.textContent === text)
  ?? document.querySelector("h1");
const named = (node) => node.ariaLabel || node.labels?.[0]?.textContent || node.textContent;

let here = ""; // the page that is shown
let held = null; // what has the focus, and where it stands
let turning = false; // to a page whose headline has not come
let looking = 0;
let told = [];

// A page is shown: the same again, or another.
export function turned(page) {
  if (here && here !== page) {
    turning = true;
    told = [];
  }
  here = page;
  look();
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
  mark();
  keep();
  wait();
}

function keep() {
  if (turning) arrive();
  else if (gone(held) && nobody()) recover();
}

function wait() { looking ||= setTimeout(() => { looking = 0; rest(); }, REST_MS); }

function arrive() {
  const headline = document.querySelector("h1");
  if (!headline || headline.closest('[data-stale="true"]')) return;
  go(headline);
  turning = document.activeElement !== headline; // not yet drawn
}

// In the same place something else may be meant by now: what is called the same is taken first.
function recover() {
  if (held.node.matches("h1, h2")) { go(heading(held.name)); return; }
  const stops = held.places.flatMap((place) => all(document.querySelector(`.${CSS.escape(place)}`)));
  const same = stops.find((node) => named(node) === held.name) ?? stops[0];
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
  keep();
  if (turning || running()) { wait(); return; }
  told = NEWS.map(([place, read], at) => {
    const node = document.querySelector(place);
    const text = node && read(node);
    if (text && told[at] && told[at] !== text) say(text);
    return text || told[at];
  });
}

say("");
document.addEventListener("focusin", hold);
document.addEventListener("focusout", leave);
new MutationObserver(look).observe(document.body, { childList: true, subtree: true,
  attributes: true, attributeFilter: ["data-test-script-state", "data-stale", "disabled", "hidden", "alt"] });
