// Plays the months on the map of the page. A classic script: from file:// no module loads and
// nothing can be fetched, so the months come as window.KIZ_FILM from the script before this one.
"use strict";
(function () {
  const FIRST_CODE = "0".charCodeAt(0);
  const PAUSES_MS = [700, 300, 100];
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");
  const film = window.KIZ_FILM;
  const find = (selector) => document.querySelector(selector);
  const root = find(".player");
  const map = find("svg.map");
  if (!film || !root || !map) return;

  const { said, frames, names } = film;
  const parts = {};
  for (const name of ["play", "earlier", "later", "date", "back", "note"]) {
    parts[name] = root.querySelector("." + name);
  }
  const range = root.querySelector("input");
  const speed = root.querySelector("select");
  const head = find("h1.headline");
  const detail = find(".aside .detail");
  const legend = find(".legend-title");
  const counts = new Map([...document.querySelectorAll(".legend [data-status]")].map(
    (line) => [Number(line.dataset.status), line.querySelector(".count")]));
  const areas = film.ags.map((ags) => map.querySelector('[data-ags="' + ags + '"]'));
  const marks = film.ags.map((ags) => map.querySelector('[data-mark="' + ags + '"]'));
  const own = { legend: legend.textContent };
  let month = null; // place of the month on the map; null is the edition's own day
  let timer = 0;
  let shown = film.still.looks;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

  // The date of the proof that counts in a month, where there is one.
  function since(row, place) {
    let told = "";
    for (const [from, date] of film.since[row]) if (from <= place) told = date;
    return told;
  }

  // How each of the 54 looks in a month: fill, mark, ink, and what is told of it.
  function looks(place) {
    return [...frames[place][3]].map((code, row) => {
      const [colour, mark, ink, told] = film.looks[code.charCodeAt(0) - FIRST_CODE];
      const [status, more] = told.split("<br>");
      const lines = [status, since(row, place), more].filter(Boolean);
      return [colour, mark.replace("<br>", " ").replace("{name}", names[row]), ink, lines.join(", ")];
    });
  }

  // The month on the map, or the one on which the edition's own day lies.
  function place() {
    if (month !== null) return month;
    const found = frames.findIndex(([last]) => last >= film.still.day);
    return found < 0 ? frames.length - 1 : found;
  }

  const drawn = (seen) => seen.map(([colour, mark]) => colour + mark).join();

  // The nearest month in this direction in which the map looks different, or the end of the line.
  // The edition's own day lies before the end of its month, which may look different already.
  function change(direction) {
    const before = drawn(shown);
    let next = month === null && direction > 0 ? place() - 1 : place();
    do next += direction; while (frames[next] && drawn(looks(next)) === before);
    return Math.min(Math.max(next, 0), frames.length - 1);
  }

  function recolour() {
    const before = shown;
    shown = month === null ? film.still.looks : looks(month);
    const numbers = new Map();
    shown.forEach(([colour, mark, ink, told], row) => {
      const status = colour >> 1;
      numbers.set(status, (numbers.get(status) || 0) + 1);
      if (before !== shown && before[row].join() === shown[row].join()) return;
      areas[row].setAttribute("fill", film.fills[colour]);
      areas[row].parentNode.setAttribute("aria-label", names[row] + ": " + told);
      const named = mark.length > 2;
      marks[row].textContent = mark;
      marks[row].setAttribute("fill", named ? film.ink : ink);
      marks[row].setAttribute("class", named ? "named" : "");
    });
    for (const [status, cell] of counts) cell.textContent = numbers.get(status) || 0;
  }

  function show() {
    const frame = month === null ? null : frames[month];
    const [sentence, more] = frame ? film.heads[month] : film.still.head;
    // Read aloud when the reader steps or pauses, never while it runs.
    parts.date.setAttribute("aria-live", timer ? "off" : "polite");
    parts.date.textContent = frame ? frame[2] : film.still.said;
    head.textContent = sentence;
    detail.textContent = more;
    legend.textContent = frame
      ? own.legend.replace(film.still.label, film.days[month]) : own.legend;
    parts.play.textContent = timer ? said.pause : said.play;
    parts.play.hidden = speed.parentNode.hidden = STILL.matches;
    parts.note.textContent = STILL.matches ? said.reduced : "";
    parts.back.hidden = month === null;
    range.value = place();
    range.setAttribute("aria-valuetext", frame ? frame[1] : film.still.label);
    recolour();
    hide();
  }

  function stop() { clearTimeout(timer); timer = 0; }
  function step(to) { stop(); month = to; show(); }

  function run() {
    timer = setTimeout(() => {
      if (month >= frames.length - 1) { step(month); return; }
      month += 1;
      run();
      show();
    }, PAUSES_MS[speed.value]);
  }

  function play() {
    if (timer) { step(month); return; }
    month = place() >= frames.length - 1 ? 0 : place();
    run();
    show();
  }

  // The name and the status of one area: under the pointer, with the focus, at the first tap.
  const tip = find(".picture .tip");
  let told = null;
  let touched = false;

  function tell(area, x, y) {
    const row = film.ags.indexOf(area.dataset.ags);
    const name = document.createElement("strong");
    name.textContent = names[row];
    tip.replaceChildren(name, shown[row][3]);
    tip.hidden = false;
    told = area;
    const box = tip.parentNode.getBoundingClientRect();
    const left = Math.min(Math.max(x - box.left + 12, 0), box.width - tip.offsetWidth);
    const above = y - box.top - tip.offsetHeight - 10;
    tip.style.left = left + "px";
    tip.style.top = (above > 0 ? above : y - box.top + 18) + "px";
  }
  function hide() { tip.hidden = true; told = null; }

  map.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
  map.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    if (event.target.dataset.ags) tell(event.target, event.clientX, event.clientY); else hide();
  });
  map.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") hide(); });
  map.addEventListener("focusin", (event) => {
    if (touched) return;
    const area = event.target.querySelector("[data-ags]");
    const box = area.getBoundingClientRect();
    tell(area, box.left + box.width / 2, box.top + box.height / 2);
  });
  map.addEventListener("focusout", hide);
  // A first tap tells, a second one on the same area follows the link.
  map.addEventListener("click", (event) => {
    const area = event.target;
    if (!touched || !area.dataset.ags || area === told) return;
    event.preventDefault();
    tell(area, event.clientX, event.clientY);
  });
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") hide();
  });

  root.setAttribute("aria-label", said.title);
  range.setAttribute("aria-label", said.range);
  range.max = frames.length - 1;
  for (const name of ["earlier", "later"]) {
    parts[name].title = said[name];
    parts[name].setAttribute("aria-label", said[name]);
  }
  parts.back.textContent = fill(said.back, { day: film.still.label });
  root.querySelector(".speed span").textContent = said.speed;
  speed.setAttribute("aria-label", said.speed);
  said.speeds.forEach((name, value) => speed.add(new Option(name, value)));
  speed.value = 1;
  parts.play.onclick = play;
  parts.earlier.onclick = () => step(change(-1));
  parts.later.onclick = () => step(change(1));
  parts.back.onclick = () => step(null);
  range.oninput = () => step(Number(range.value));
  STILL.addEventListener("change", () => step(month));
  root.hidden = false;
  show();
}());
