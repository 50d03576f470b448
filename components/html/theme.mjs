// The theme that the reader has chosen: "light", "dark", or "" for what the system says. It is
// kept in this browser alone; `styles/colours.css` reads it from the root.
const KEY = "kiz-theme";
const THEMES = ["light", "dark"];

export function theme() {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.includes(kept) ? kept : "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

export function choose(name) {
  try {
    if (name) localStorage.setItem(KEY, name);
    else localStorage.removeItem(KEY);
  } catch { /* then it counts until the page is left */ }
  show(name);
}

export function show(name) {
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}
