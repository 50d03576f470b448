// Leading the focus to a place of the page.

// To what is no stop of the Tab key too.
export function go(place, how) {
  if (!place) return;
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus(how);
}

// With its beginning in sight, also of what is longer than the screen.
export function lead(place, sight = place) {
  go(place, { preventScroll: true });
  sight?.scrollIntoView({ block: "start" });
}

// The place that an address names, with what is folded around it opened; none where it is not there.
export function placeOf(hash) {
  const name = decodeURIComponent(hash.slice(1));
  const place = name ? document.getElementById(name) : null;
  for (let part = place; part; part = part.parentElement) if ("open" in part) part.open = true;
  return place;
}
