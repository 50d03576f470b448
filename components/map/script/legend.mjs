// The legends of the colourings: they count, and show whose areas an entry means.
import { BY_NAME } from "../../html/collation.mjs";
import { element, fill, press, pressed, put } from "../../html/markup.mjs";
import { COLOURINGS } from "./days.mjs";

const codesOf = (button) => button.dataset.codes.split(" ").map(Number);

export class Legend {
  // `changed` hears that the reader wants to see whose areas an entry means, or no longer.
  constructor(box, changed) {
    this.box = box;
    box.onclick = ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      this.light(button);
      changed();
    };
  }

  use({ file }) {
    this.box.innerHTML = COLOURINGS.map((name) => file.keys[name]).join("");
    for (const title of this.box.querySelectorAll("h2")) title.dataset.text = title.textContent;
  }

  // At most one entry is lit.
  light(button) {
    press(button);
    for (const other of this.box.querySelectorAll("button")) {
      if (other !== button) press(other, false);
    }
  }

  // The codes of the entry that is lit and seen, if there is one.
  lit(colouring) {
    const button = this.box.querySelector(
      `.key[data-colouring="${colouring}"] li:not([hidden]) [aria-pressed="true"]`);
    return button && codesOf(button);
  }

  date(written) {
    for (const title of this.box.querySelectorAll("h2")) {
      put(title, fill(title.dataset.text, { day: written }));
    }
  }

  count(days, day, colouring) {
    const counts = days.counts(day, colouring);
    for (const button of this.box.querySelectorAll(`.key[data-colouring="${colouring}"] button`)) {
      const codes = codesOf(button);
      const sum = codes.reduce((whole, code) => whole + counts[code], 0);
      put(button.querySelector(".count"), String(sum));
      if (colouring === "since") button.parentNode.hidden = !sum;
      remark(button, counts[codes.at(-1)]);
      list(button, pressed(button) ? meant(days, day, colouring, codes) : "");
    }
  }
}

// How many of an entry have the last of its codes.
function remark(button, n) {
  const part = button.querySelector(".part");
  if (!part?.dataset.remark) return;
  part.hidden = !n;
  put(part, fill(part.dataset.remark, { n }));
}

// Names below an entry.
function list(button, names) {
  let listed = button.nextElementSibling;
  if (names && !listed) button.after(listed = element("p", { className: "listed", lang: "de" }));
  if (!listed) return;
  listed.hidden = !names;
  put(listed, names);
}

// The districts that have one of these codes, by name.
function meant(days, day, colouring, codes) {
  const states = days.states(day);
  return days.file.shorts.filter((name, row) => codes.includes(states[row].codes[colouring]))
    .sort(BY_NAME).join(", ");
}
