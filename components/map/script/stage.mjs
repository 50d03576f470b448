// What moves together: headline, time, maps, legend, coverage, the card of a district. A stage may
// have all of these, the time alone, or maps that are painted as their panels say.
import { element, fill, press, pressed, set } from "../../html/markup.mjs";
import { say } from "../../html/say.mjs";
import { Areas } from "./areas.mjs";
import { Card } from "./card.mjs";
import { Coverage } from "./coverage.mjs";
import { Days, load } from "./days.mjs";
import { Headline } from "./headline.mjs";
import { Legend } from "./legend.mjs";
import { FIELDS, Messages } from "./messages.mjs";
import { paintDay, paintPanel } from "./painting.mjs";
import { Reading } from "./reading.mjs";
import { Time } from "./time.mjs";
import { answer, Tip } from "./tip.mjs";

const REST_MS = 300;

export class Stage {
  constructor(root) {
    Object.assign(this, { root, messages: new Messages(), path: location.pathname });
    const find = (selector) => root.querySelector(selector);
    const part = (Kind, node, ...heard) => node && new Kind(node, ...heard);
    this.headline = part(Headline, find("header"), () => this.query());
    this.time = part(Time, root.matches(".clock") ? root : find(".clock"),
      (day, playing) => this.move(day, playing));
    this.legend = part(Legend, find(".keys"), () => this.paint(true));
    this.coverage = part(Coverage, find(".cover"));
    this.card = part(Card, find(".card"), find(".confirmed"), () => this.unchoose());
    this.tip = part(Tip, find(".tip"));
    part(Reading, find(".reading"));
    this.parts = { atlas: find(".foot .atlas"),
      meant: [...root.querySelectorAll(".meant a")],
      counted: [...root.querySelectorAll(".meant [data-definition]")],
      cities: find("button.cities"), ruhr: find("button.ruhr"),
      radios: [...root.querySelectorAll('input[name="colouring"]')] };
    if ("embed" in root.dataset) this.card?.embed();
    this.listen();
  }

  // Go on from a stage whose markup this one's has replaced, where the reader is ahead: a session
  // that begins anew draws what the address says.
  follow({ path, ahead, messages, day, colouring, ags, choice, days }) {
    if (path !== this.path || !ahead.length) return;
    Object.assign(this, { messages, day, colouring, ags });
    if (choice.panels) return; // of other areas, maybe
    this.choice = choice;
    this.draw(days);
  }

  listen() {
    const { cities, ruhr, radios } = this.parts;
    for (const radio of radios) radio.onchange = () => this.colour(radio.value);
    if (cities) cities.onclick = () => { press(cities); this.paint(true); };
    if (ruhr) ruhr.onclick = () => this.enlarge(!pressed(ruhr));
  }

  // What the server (or the edition) says is chosen.
  async update(choice) {
    this.next = choice;
    let days;
    try {
      days = choice.file ? new Days(choice.file) : await load(choice.days);
    } catch {
      this.time?.complain(this.failed);
      return;
    }
    if (this.next !== choice) return;
    const shown = { ags: this.ags };
    for (const name of this.messages.read(choice)) {
      if (name === "day") { this.time?.stop(); clearTimeout(this.resting); }
      this[name] = choice[name];
    }
    const before = this.choice && { ags: shown.ags, line: this.line };
    this.choice = choice;
    this.draw(days);
    this.root.dataset.ready = "";
    if (before) this.compare(before);
    if (this.messages.anew) this.tell();
  }

  // Say what the server has changed: the district, or the day and what counts on it.
  compare({ ags, line }) {
    if (this.ags !== ags && this.headline) this.introduce();
    else if (this.line !== line) this.report();
  }

  // The headline that is shown, if there is one.
  get line() { return this.headline?.sentence.textContent; }

  // The fields in which the server has said something else than what is shown.
  get ahead() {
    return this.choice ? FIELDS.filter((name) => this[name] !== this.choice[name]) : [];
  }

  draw(days) {
    if (days !== this.days) this.use(days);
    this.time?.use(days);
    this.paint(true);
  }

  use(days) {
    this.maps ??= [...this.root.querySelectorAll("svg.map")].map((svg) => this.areas(svg));
    this.days = days;
    for (const map of this.maps) map.use(days);
    this.legend?.use(days);
    for (const one of this.parts.counted) one.hidden = one.dataset.definition !== days.file.definition;
  }

  areas(svg) {
    const map = new Areas(svg, {
      over: (area, x, y) => this.point(map, area, x, y),
      choose: (area, touched) => this.choose(area, touched),
      widen: () => this.enlarge(false),
      leave: () => this.leave(),
    });
    return map;
  }

  move(day, playing) {
    if (!this.root.isConnected) { this.time.stop(); return; } // the reader has turned the page
    if (playing) this.headline?.hold(this.days, this.time.axis);
    else this.headline?.release();
    this.day = day;
    this.paint();
    clearTimeout(this.resting);
    if (!playing) this.resting = setTimeout(() => this.rest(), REST_MS);
  }

  rest() {
    this.report();
    this.tell();
  }

  // Tell the server what is new; on the way to another page no more.
  tell() {
    clearTimeout(this.resting);
    if (!this.root.isConnected || location.pathname !== this.path) return;
    const message = this.messages.write(this, this.choice);
    if (message) this.send?.(message);
  }

  colour(name) {
    this.colouring = name;
    this.paint(true);
    this.tell();
  }

  // Returns whether the click was for us: where the area is a link it leads on, but a finger is
  // first told what it leads to.
  choose(area, touched) {
    const [map] = this.maps;
    const { ags } = map.paths[area].dataset;
    const link = map.link(area);
    if (link && !(touched && this.card && this.ags !== ags)) return false;
    if (this.choice.panels && !this.send) return false;
    this.ags = ags;
    this.paint(true);
    this.introduce();
    if (!link) this.tell();
    return true;
  }

  // Say what is known of the chosen district.
  introduce() {
    const { names, said } = this.days.file;
    const row = this.days.row(this.ags);
    if (row < 0) return;
    const { answer: told } = this.days.states(this.day)[row];
    say(fill(said.chosen, { name: names[row], told }));
  }

  // Say the day, where the page has no headline of its own making.
  report() { if (this.headline) say(this.days.head(this.day).join(" ")); }

  unchoose() {
    const [map] = this.maps;
    const area = map.of(this.ags);
    this.ags = "";
    this.paint(true);
    say(this.days.file.said.unchosen);
    if (area >= 0) map.focus(area);
    this.tip?.hide();
    this.tell();
  }

  // Out of the map, to what comes after it.
  leave() {
    this.tip?.hide();
    const next = [...this.root.querySelectorAll(".card button, .keys button")]
      .find((button) => button.offsetParent);
    if (next) next.focus(); else document.activeElement.blur();
  }

  enlarge(on) {
    const { ruhr } = this.parts;
    if (!ruhr || pressed(ruhr) === on) return;
    press(ruhr, on);
    const [map] = this.maps;
    map.zoom(on ? map.svg.dataset.ruhr : map.whole);
  }

  // The name and the answer under the pointer or the focus.
  point(map, area, x, y) {
    if (area < 0) this.tip?.hide();
    else this.tip?.show(() => this.words(map, area), x, y);
  }

  words(map, area) {
    const row = map.rows[area];
    const name = element("strong", { lang: "de", textContent: this.days.file.names[row] });
    const panel = this.choice.panels?.[this.maps.indexOf(map)];
    const more = panel ? [element("p", { textContent: panel.told[area] })]
      : answer(this.days.states(this.day)[row]);
    return [name, ...more];
  }

  // Write the day into everything. Only what differs is touched.
  paint(all = false) {
    const { days, day } = this;
    this.headline?.show(days, day);
    this.time?.show(day);
    const { panels } = this.choice;
    if (panels) this.maps.forEach((map, place) => paintPanel(map, days, panels[place], this.ags));
    else if (this.maps.length) this.paintDay(all);
    this.tip?.refresh();
  }

  paintDay(all) {
    const { days, day, colouring, maps: [map], parts: { atlas, meant, radios } } = this;
    const [sentence] = days.head(day);
    const written = days.written(day);
    set(map.svg, "aria-label", fill(days.file.label, { day: written, sentence }));
    this.legend.date(written);
    const place = days.place(day);
    if (all || place !== this.painted) this.repaint(map, place);
    this.root.dataset.colouring = colouring;
    for (const radio of radios) radio.checked = radio.value === colouring;
    this.card?.show(days.row(this.ags), day, days, this.time.axis, this.link());
    if (atlas) atlas.href = `./?${this.query()}`;
    if (this.choice.query) for (const link of meant) link.search = this.query();
  }

  // What is the same from one day of the file to the next.
  repaint(map, place) {
    const { days, day, colouring, ags, legend } = this;
    this.painted = place;
    legend.count(days, day, colouring);
    const [lit, cities] = [legend.lit(colouring), pressed(this.parts.cities)];
    paintDay(map, days, { day, colouring, lit, cities, ags });
    this.coverage?.show(days, place);
  }

  // The whole query of what is shown.
  query() {
    const { choice: { query }, day: tag, colouring: farbe, ags } = this;
    return new URLSearchParams({ ...query, tag, farbe, ...(ags && { kreis: ags }) });
  }

  // Where more is told of the chosen district.
  link() {
    const [map] = this.maps;
    return map.link(map.of(this.ags)) || (this.choice.query ? `kreis?${this.query()}` : "");
  }
}
