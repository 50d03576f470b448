// How to read the map: open until the reader has closed it, which this browser alone remembers.
const READING = "kiz-reading";
const PLACE = "lesen";

export class Reading {
  constructor(box) {
    Object.assign(this, { box, head: box.querySelector("summary") });
    box.open = !closed();
    box.querySelector("button").onclick = () => this.close();
    this.head.addEventListener("click", () => { if (box.open) remember(); });
    lead();
  }

  close() {
    remember();
    this.box.open = false;
    this.head.focus(); // the button is gone, and this opens it again
  }
}

function closed() {
  try { return localStorage.getItem(READING) === "closed"; } catch { return false; }
}

function remember() {
  try { localStorage.setItem(READING, "closed"); } catch { /* then it is open the next time */ }
}

// Whoever follows a link to it finds it open.
function lead() {
  const asked = location.hash === `#${PLACE}` && document.getElementById(PLACE);
  if (!asked) return;
  asked.open = true;
  asked.scrollIntoView();
  asked.querySelector("summary").focus({ preventScroll: true });
}

addEventListener("hashchange", lead);
