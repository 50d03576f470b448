// One map: what it shows is painted from outside; it tells who is meant and who is chosen. An area
// is its place in the map.
import { reserved, set } from "../../html/markup.mjs";
import { beside, Letters } from "./keyboard.mjs";
import { Labels } from "./labels.mjs";

const TARGET_PX = 24;
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Areas {
  // `stage` hears what the reader does: `over(area, x, y)` with the area under pointer or focus
  // (-1 for none), `choose(area, touched)`, which returns whether it did, `widen()` where an area
  // is out of view, `leave()`.
  constructor(svg, stage) {
    this.svg = svg;
    this.stage = stage;
    this.paths = [...svg.querySelectorAll("[data-ags]")];
    this.targets = this.paths.map((path) => path.closest("a") ?? path);
    this.labels = new Labels(svg,
      this.paths.map((path) => svg.querySelector(`[data-mark="${path.dataset.ags}"]`)));
    this.whole = svg.getAttribute("viewBox");
    this.here = 0;
    this.touched = false;
    this.targets.forEach((target, area) => { target.tabIndex = area ? -1 : 0; });
    this.listen();
    new ResizeObserver(() => this.labels.settle()).observe(svg);
  }

  // Whose areas these are: `rows` has the places of their districts in the file.
  use(days) {
    this.rows = this.paths.map((path) => days.row(path.dataset.ags));
    this.neighbours = this.rows.map((row) => days.file.near[row]
      .map((other) => this.rows.indexOf(other)).filter((area) => area >= 0));
    this.letters = new Letters(this.rows.map((row) => days.file.shorts[row]));
  }

  listen() {
    const { svg, stage } = this;
    svg.addEventListener("pointerdown", (event) => {
      this.touched = event.pointerType !== "mouse";
    });
    svg.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse") return;
      stage.over(this.under(event), event.clientX, event.clientY);
    });
    svg.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") stage.over(-1);
    });
    svg.addEventListener("click", (event) => {
      const area = this.under(event);
      if (area >= 0 && stage.choose(area, this.touched)) event.preventDefault();
    });
    // On the figure: Chromium makes an SVG a stop of its own where it listens for the focus.
    const figure = svg.parentNode;
    figure.addEventListener("focusin", (event) => {
      const area = this.targets.indexOf(event.target);
      if (area < 0) return;
      this.rove(area);
      const byKey = !this.touched && event.target.matches(":focus-visible");
      if (byKey) stage.over(area, ...this.middle(area));
    });
    figure.addEventListener("focusout", () => stage.over(-1));
    svg.addEventListener("keydown", (event) => this.key(event));
  }

  // The area under a pointer; where areas are small, the nearest within reach of a finger.
  under(event) {
    const hit = event.target.closest?.("a")?.querySelector("path") ?? event.target;
    const area = this.paths.indexOf(hit);
    if (!this.touched) return area;
    const far = (other) => {
      const [x, y] = this.middle(other);
      return Math.hypot(x - event.clientX, y - event.clientY);
    };
    const small = (other) => {
      const box = this.paths[other].getBoundingClientRect();
      return Math.min(box.width, box.height) < TARGET_PX;
    };
    const [near] = this.paths.map((path, other) => other)
      .filter((other) => small(other) && far(other) <= TARGET_PX / 2)
      .sort((one, other) => far(one) - far(other));
    return near ?? area;
  }

  // The point of an area in the window.
  middle(area) {
    const [x, y] = this.labels.points[area];
    const at = new DOMPoint(x, y).matrixTransform(this.svg.getScreenCTM());
    return [at.x, at.y];
  }

  key(event) {
    if (reserved(event) || !this.walk(event.key)) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has letters of its own
  }

  // Do what a key asks for; returns whether it asks for anything.
  walk(key) {
    const { here, letters } = this;
    if (key === "Enter" || key === " ") return this.stage.choose(here, false);
    if (key === "Escape") { this.stage.leave(); return true; }
    const area = this.led(key, here, letters);
    if (area < 0) return false;
    this.focus(area);
    return true;
  }

  // The area that a key leads to; -1 for none.
  led(key, here, letters) {
    if (key in WAYS) return beside(this.labels.points, here, this.neighbours[here], WAYS[key]);
    if (key === "Home") return letters.order[0];
    if (key === "End") return letters.order.at(-1);
    return /^\p{L}$/u.test(key) ? letters.find(key, here) : -1;
  }

  focus(area) {
    const box = this.paths[area].getBBox();
    const [x, y, width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    const seen = box.x + box.width > x && box.x < x + width
      && box.y + box.height > y && box.y < y + height;
    if (!seen) this.stage.widen();
    this.rove(area);
    this.targets[area].focus({ preventScroll: false });
  }

  // The map is one stop of the Tab key: the area where the reader was last.
  rove(area) {
    this.targets[this.here].tabIndex = -1;
    this.here = area;
    this.targets[area].tabIndex = 0;
  }

  // The area of a district; -1 where it has none here.
  of(ags) { return this.paths.findIndex((path) => path.dataset.ags === ags); }

  // Where an area leads, if it is a link.
  link(area) { return this.targets[area]?.href?.baseVal ?? ""; }

  // Paint an area, and write on it what others read from it. When all are painted, `finish`.
  paint(area, { fill, label, spoken, group, status, since }) {
    const path = this.paths[area];
    set(path, "fill", fill);
    set(path, "data-group", group);
    set(path, "data-status", status);
    set(path, "data-since", since);
    set(this.targets[area], "aria-label", spoken);
    this.labels.write(area, label);
  }

  fade(area, faded) { this.paths[area].classList.toggle("faded", faded); }

  // Outline the chosen district, and put the names where they may stand.
  finish(ags) {
    const shape = this.paths[this.of(ags)]?.getAttribute("d");
    for (const name of [".casing", ".outline"]) set(this.svg.querySelector(name), "d", shape);
    for (const path of this.paths) {
      if (path.hasAttribute("role")) set(path, "aria-pressed", String(path.dataset.ags === ags));
    }
    this.labels.settle();
  }

  zoom(view) {
    this.svg.setAttribute("viewBox", view);
    this.labels.settle();
  }
}
