// The control of the time: it plays, steps, jumps, is dragged and typed into.
import { fill, put, reserved, set } from "../../html/markup.mjs";
import { Axis } from "./axis.mjs";
import { dayOf } from "./calendar.mjs";

const WHOLE_MS = [20000, 10000, 5000]; // how long all of the time takes at each speed
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
// Where the keys on the axis lead from a day.
const KEYS = {
  ArrowLeft: (axis, day) => axis.next(day, -1),
  ArrowDown: (axis, day) => axis.next(day, -1),
  ArrowRight: (axis, day) => axis.next(day, 1),
  ArrowUp: (axis, day) => axis.next(day, 1),
  PageUp: (axis, day) => axis.far(day, 12),
  PageDown: (axis, day) => axis.far(day, -12),
  Home: (axis) => axis.first,
  End: (axis) => axis.last,
};

export class Time {
  // `moved` hears of every day that the reader goes to, and whether it is being played.
  constructor(root, moved) {
    Object.assign(this, { root, moved, timer: 0 });
    const find = (selector) => root.querySelector(selector);
    this.parts = { play: find(".play"), speed: find(".speed"), field: find(".day input"),
      range: find(".axis input"), marker: find(".marker"), wrong: find(".wrong"),
      line: find(".line"), band: find(".band"),
      jumps: [...root.querySelectorAll(".jumps button")] };
    this.steps = [[find(".earlier"), -1, "no_earlier"], [find(".later"), 1, "no_later"]];
  }

  // Nothing can be done before the days are there.
  use(days) {
    const { stop: last } = this.root.dataset;
    const { end, evidence, line, band } = days.file.axis;
    if (!this.days) this.listen();
    this.days = days;
    this.axis = new Axis(days.first, end, evidence, last);
    this.parts.jumps.at(-1).dataset.day = last;
    set(this.parts.line, "d", line);
    set(this.parts.band, "d", band);
  }

  listen() {
    const { play, speed, field, range, jumps } = this.parts;
    if (play) play.onclick = () => (this.timer ? this.pause() : this.play());
    if (speed) speed.onchange = () => { if (this.timer) this.play(); };
    range.oninput = () => this.go(this.axis.nearest(Number(range.value)));
    range.onkeydown = (event) => this.key(event);
    field.onkeydown = (event) => { if (event.key === "Enter") this.type(); };
    field.onchange = () => this.type();
    field.oninput = () => { if (this.timer) this.pause(); };
    for (const [button, way] of this.steps) {
      button.onclick = (event) => this.step(way, event.shiftKey);
    }
    for (const button of jumps) button.onclick = () => this.go(button.dataset.day);
    jumps[0].parentNode.onkeydown = (event) => this.walk(event);
  }

  go(day) {
    this.stop();
    this.day = "";
    this.moved(day, false);
  }

  play() {
    this.stop();
    const pace = WHOLE_MS[this.parts.speed.value] / (this.axis.length + 1);
    let day = this.axis.at(this.day) > this.axis.length ? this.axis.first : this.day;
    let due = performance.now();
    const run = () => {
      if (STILL.matches || document.hidden) { this.pause(); return; }
      this.moved(day, true);
      if (!this.timer) return;
      if (day >= this.axis.last) { this.pause(); return; }
      day = this.axis.next(day, 1);
      due += pace;
      this.timer = setTimeout(run, Math.max(0, due - performance.now()));
    };
    this.timer = -1;
    run();
  }

  pause() { this.stop(); this.moved(this.day, false); }
  stop() { clearTimeout(this.timer); this.timer = 0; }

  key(event) {
    const lead = KEYS[event.key];
    if (!lead || reserved(event)) return;
    event.preventDefault();
    this.go(lead(this.axis, this.day));
  }

  step(way, any) {
    const [day] = this.days.step(this.day, way, any) ?? [];
    if (day && day <= this.axis.last) this.go(day);
  }

  // The days to jump to are one stop of the Tab key.
  walk(event) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const { jumps } = this.parts;
    const next = jumps[jumps.indexOf(event.target) + way];
    if (!next || reserved(event)) return;
    event.preventDefault();
    for (const button of jumps) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  type() {
    const { axis: { first, last }, days, parts: { field } } = this;
    if (field.value === days.written(this.day)) { this.go(this.day); return; }
    const { day, wrong } = dayOf(field.value, first, last);
    if (day) { this.go(day); return; }
    field.setAttribute("aria-invalid", "true");
    this.complain(fill(days.file.said[wrong], { text: field.value.trim().slice(0, 60),
      first: days.written(first), last: days.written(last) }));
  }

  complain(text) { put(this.parts.wrong, text); }

  // Write the day into the control.
  show(day) {
    // What is being typed stays when the same day is painted once more.
    if (day !== this.day) this.write(day);
    this.day = this.root.dataset.day = day;
    const { said } = this.days.file;
    put(this.parts.play, this.timer ? said.pause : said.play);
    this.root.toggleAttribute("data-playing", Boolean(this.timer));
    this.mark(day);
    for (const button of this.parts.jumps) {
      set(button, "aria-current", button.dataset.day === day ? "date" : null);
    }
    for (const [button, way, none] of this.steps) {
      const [next, words] = this.days.step(day, way, false) ?? [];
      const there = next && next <= this.axis.last;
      const label = there ? `${this.days.written(next)}: ${words}` : said[none];
      put(button.querySelector(".told"), label);
      // Who does not see the arrow hears which way it leads.
      set(button, "aria-label", there ? `${button.dataset.way}: ${label}` : null);
      set(button, "aria-disabled", there ? null : "true");
    }
  }

  write(day) {
    const { field } = this.parts;
    this.complain("");
    field.removeAttribute("aria-invalid");
    field.value = this.days.written(day);
  }

  // Where the day stands on the axis.
  mark(day) {
    const { axis, parts: { range, marker } } = this;
    const at = axis.at(day);
    range.max = axis.whole;
    range.value = at;
    set(range, "aria-valuetext", this.days.written(day));
    marker.style.left = `${100 * at / axis.whole}%`;
    marker.dataset.edge = at < 8 ? "left" : at > axis.length - 3 ? "right" : "";
    put(marker.firstElementChild, this.days.written(day));
  }
}
