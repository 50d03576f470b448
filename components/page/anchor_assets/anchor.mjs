// Go to the place that the address names, once: a later choice does not move the reader.
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
const PATIENCE_MS = 5000;

function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  const asked = name && document.getElementById(name);
  if (!asked) return;
  asked.classList.add("asked");
  for (let part = asked; part; part = part.parentElement) if ("open" in part) part.open = true;
  // What stands above it may still be drawn and push it away, until the reader moves.
  const push = new ResizeObserver(() => asked.scrollIntoView());
  const end = () => push.disconnect();
  push.observe(asked.closest('[data-testid="stMainBlockContainer"]') ?? document.body);
  setTimeout(end, PATIENCE_MS);
  for (const act of MOVES) addEventListener(act, end, { once: true, passive: true });
}

export default function ({ parentElement }) {
  if (parentElement.followed) return;
  parentElement.followed = true;
  follow();
}
