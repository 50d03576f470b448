// The parts of the page by name: for assistive technology, and where the links lead that skip some.
import { lead } from "../lead.mjs";

// Streamlit's `main` holds all of it, our name and foot too, and is a stop of the Tab key.
const ROLES = { ".st-key-banner": "banner", ".st-key-main": "main",
  ".st-key-contentinfo": "contentinfo" };
const PLACES = { headline: ["h1"], map: ['.map [tabindex="0"]'], table: [".rows table", ".tools input"] };

export function mark() {
  const whole = document.querySelector("main.stMain");
  whole?.removeAttribute("tabindex");
  whole?.setAttribute("role", "none");
  for (const [place, role] of Object.entries(ROLES)) {
    document.querySelector(place)?.setAttribute("role", role);
  }
}

export function skip(event) {
  const { hash } = event.target;
  if (!hash) return;
  event.preventDefault();
  const there = PLACES[hash.slice(1)].flatMap((place) => [...document.querySelectorAll(place)])
    .find((one) => one.checkVisibility());
  // Of an area the whole map is meant.
  if (there) lead(there, there.closest("svg.map") ?? there);
  else lead(document.querySelector("h1"));
}
