// To the place that the address names, on a page that may still be drawn.
import { lead, placeOf } from "./lead.mjs";

const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
const PATIENCE_MS = 5000;

// Whether it is there and drawn.
export function visit(hash) {
  const asked = placeOf(hash);
  if (!asked) return false;
  asked.classList.add("asked");
  lead(asked);
  if (document.activeElement !== asked) return false;
  // What stands above it may still be drawn and push it away, until the reader moves.
  const push = new ResizeObserver(() => asked.scrollIntoView());
  const end = () => push.disconnect();
  push.observe(asked.closest('[data-testid="stMainBlockContainer"]') ?? document.body);
  setTimeout(end, PATIENCE_MS);
  for (const act of MOVES) addEventListener(act, end, { once: true, passive: true });
  return true;
}
