// Plays the months on the one map of the page without asking the server for anything: the looks
// of all months come once from a static file, and window.Plotly recolours the chart in place.
// The state lives on the component's element, so a rerun does not reset it.
const PICTURE = ".st-key-picture";
const CHART = ".st-key-areas .js-plotly-plot";
const FIRST_CODE = "0".charCodeAt(0);
const PAUSES_MS = [700, 300, 100];
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const films = new Map();

function load(address) {
  if (!films.has(address)) {
    films.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }));
  }
  return films.get(address);
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
const same = (drawn, wanted) => drawn?.length === wanted.length
  && wanted.every((value, place) => value === drawn[place]);

// Codes, marks, inks and hover texts of the 54, as the two traces of the chart take them.
function unfold(codes, looks, names) {
  const seen = [...codes].map((code) => looks[code.charCodeAt(0) - FIRST_CODE]);
  const column = (place) => seen.map((look) => look[place]);
  const named = (place) => seen.map((look, row) => look[place].replaceAll("{name}", names[row]));
  return { fills: column(0), marks: named(1), inks: column(2), told: column(3) };
}

class Player {
  constructor(root) {
    this.root = root;
    this.month = null; // place of the month on the map; null is the page's own day
    this.playing = false;
    this.turn = 0;
    this.redrawn = () => { this.follow(); this.recolour(); };
    this.reduced = () => { this.stop(); this.show(); };
    this.watch = new MutationObserver(() => this.hold());
    const find = (selector) => root.querySelector(selector);
    this.parts = Object.fromEntries(["play", "earlier", "later", "take", "back", "date", "apart",
      "note", "player"].map((name) => [name, find(`.${name}`)]));
    Object.assign(this.parts, { range: find("input"), speed: find("select"), label: find("label") });
    this.parts.play.onclick = () => (this.playing ? this.pause() : this.play());
    this.parts.earlier.onclick = () => this.step(this.change(-1));
    this.parts.later.onclick = () => this.step(this.change(1));
    this.parts.range.oninput = () => this.step(Number(this.parts.range.value));
    this.parts.take.onclick = () => this.send("day", this.day());
    this.parts.back.onclick = () => this.step(null);
    STILL.addEventListener("change", this.reduced);
    this.watch.observe(root.host.closest(PICTURE), { childList: true, subtree: true });
  }

  // Another language, definition or day of the calendar.
  update(data, send) {
    Object.assign(this, { data, send });
    load(data.film).then((film) => {
      if (this.data !== data) return;
      this.film = film;
      this.hold();
      this.show();
    }).catch(() => {
      films.delete(data.film);
      this.parts.note.textContent = data.failed;
    });
  }

  label() {
    const { parts, film: { said } } = this;
    parts.player.ariaLabel = said.title;
    parts.range.ariaLabel = said.range;
    parts.range.max = this.film.frames.length - 1;
    for (const name of ["earlier", "later"]) parts[name].ariaLabel = parts[name].title = said[name];
    parts.take.textContent = said.take;
    parts.back.textContent = fill(said.back, { day: this.page.label });
    parts.label.firstElementChild.textContent = parts.speed.ariaLabel = said.speed;
    const chosen = parts.speed.value || "1";
    parts.speed.replaceChildren(...said.speeds.map((name, place) => new Option(name, place)));
    parts.speed.value = chosen;
    parts.player.hidden = false;
  }

  // The day a month stands for: its last, but never later than today.
  day() {
    const [last] = this.film.frames[this.month];
    return last < this.data.today ? last : this.data.today;
  }

  // The month on the map, or the one on which the page's own day lies.
  place() {
    const { frames } = this.film;
    return this.month ?? frames.findIndex(([last]) => last >= this.page.day);
  }

  // The nearest month in this direction in which the map looks different, or the end of the line.
  change(direction) {
    const { frames } = this.film;
    const here = this.place();
    let place = here;
    do place += direction; while (frames[place]?.[3] === frames[here][3]);
    return Math.min(Math.max(place, 0), frames.length - 1);
  }

  async play() {
    const turn = (this.turn += 1);
    const last = this.film.frames.length - 1;
    this.playing = true;
    this.month = this.place() >= last ? 0 : this.place();
    for (;;) {
      await this.show();
      if (!this.playing || turn !== this.turn) return;
      if (this.month >= last) break;
      await new Promise((next) => { setTimeout(next, PAUSES_MS[this.parts.speed.value]); });
      if (!this.playing || turn !== this.turn) return;
      this.month += 1;
    }
    this.pause();
  }

  stop() { this.playing = false; this.turn += 1; }
  pause() { this.stop(); this.show(); }
  step(month) { this.stop(); this.month = month; this.show(); }
  leave() { this.stop(); this.month = null; }

  // Text and buttons, then the map.
  show() {
    if (!this.film || !this.page) return undefined;
    this.label();
    const { parts, page, film: { said } } = this;
    const frame = this.month === null ? null : this.film.frames[this.month];
    const apart = frame !== null && this.day() !== page.day;
    const possible = this.possible();
    parts.play.textContent = this.playing ? said.pause : said.play;
    parts.play.hidden = parts.label.hidden = STILL.matches || !possible;
    parts.note.textContent = possible ? (STILL.matches ? said.reduced : "") : said.impossible;
    parts.range.value = this.place();
    parts.range.setAttribute("aria-valuetext", frame ? frame[1] : page.label);
    // Read aloud when the reader steps or pauses, never while it runs.
    parts.date.ariaLive = this.playing ? "off" : "polite";
    parts.date.textContent = frame ? frame[2] : page.said;
    parts.apart.textContent = apart && possible
      ? fill(said.apart, { shown: frame[1], day: page.label }) : "";
    parts.take.hidden = parts.back.hidden = !apart;
    return this.recolour();
  }

  // Whether this page lets us recolour its chart; true as long as there is no chart yet.
  possible() { return !this.chart || typeof window.Plotly?.restyle === "function"; }

  // Streamlit may put another chart in the place of the old one: follow it.
  hold() {
    const chart = document.querySelector(CHART);
    if (!chart?.on || chart === this.chart) return;
    this.chart?.removeListener?.("plotly_afterplot", this.redrawn);
    this.chart = chart;
    chart.on("plotly_afterplot", this.redrawn);
    this.follow();
    this.show();
  }

  // The chart carries the page's own day; when that moves, the player stops and follows it.
  follow() {
    const page = this.chart.layout?.meta;
    if (!page?.codes || page === this.page) return;
    if (this.page && this.page.day !== page.day) this.leave();
    this.page = page;
    this.show();
  }

  // Only what differs from the chart is drawn, so its own "afterplot" ends here.
  async recolour() {
    if (!this.film || !this.page || !this.chart?.data || !this.possible()) return;
    const { names, looks, frames } = this.film;
    const own = this.month === null;
    const wanted = own ? unfold(this.page.codes, this.page.looks, names)
      : unfold(frames[this.month][3], looks, names);
    const template = `<b>%{properties.name}</b><br>%{${own ? "customdata" : "hovertext"}}<extra></extra>`;
    const [areas, texts] = this.chart.data;
    if (same(areas.z, wanted.fills) && same(texts.text, wanted.marks)
      && areas.hovertemplate === template && (own || same(areas.hovertext, wanted.told))) return;
    await window.Plotly.restyle(this.chart, {
      z: [wanted.fills, undefined], hovertext: [wanted.told, undefined],
      hovertemplate: [template, undefined],
      text: [undefined, wanted.marks], "textfont.color": [undefined, wanted.inks],
    }, [0, 1]);
  }

  end() {
    this.stop();
    this.watch.disconnect();
    STILL.removeEventListener("change", this.reduced);
    this.chart?.removeListener?.("plotly_afterplot", this.redrawn);
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const player = (parentElement.player ??= new Player(parentElement));
  player.update(data, setTriggerValue);
  return () => { player.end(); delete parentElement.player; };
}
