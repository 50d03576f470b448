// How to read the map: open until the reader has closed it, which this browser alone remembers.
const READING = "kiz-reading";
const PLACE = "lesen";

export class Reading {
  constructor(box) {
    Object.assign(this, { box, head: box.querySelector("summary") });
    box.open = !closed();
    box.querySelector("button").onclick = () => this.close();
    this.head.addEventListener("click", () => { if (box.open) remember(); });
    if (location.hash === `#${PLACE}`) lead();
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

// Unfold it where it is; whether it is there.
function lead() {
  const box = document.getElementById(PLACE);
  if (!box) return false;
  box.open = true;
  box.scrollIntoView();
  box.querySelector("summary").focus({ preventScroll: true });
  return true;
}

// A link to it from its own page loads nothing: other clicks open tabs, which is the browser's.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(`a[href$="#${PLACE}"]`);
  const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (link && !other && lead()) event.preventDefault();
});
