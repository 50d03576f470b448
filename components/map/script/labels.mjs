// What stands on the areas: marks in their middles, and names, none of which covers another.
import { drawn, put, set } from "../../html/markup.mjs";
import { holds, Outside } from "./outside.mjs";

const LABEL_PX = 12;
// Where a name may stand, in halves of its width and height, the nearest first.
const STEPS = Array.from({ length: 17 }, (none, step) => (step - 8) / 2);
const PLACES = STEPS.flatMap((across) => STEPS.map((down) => [across, down * 1.4]))
  .sort((one, other) => Math.hypot(one[0] * 2.4, one[1]) - Math.hypot(other[0] * 2.4, other[1]));

// How far from its area a name may stand beside all of them, in sizes of its type.
const FAR = 10;

const isName = (label) => label.length > 2;

// Boxes have a middle (x, y), half a width (w) and half a height (h).
const meet = (one, other) => Math.abs(one.x - other.x) < one.w + other.w
  && Math.abs(one.y - other.y) < one.h + other.h;
const within = (one, frame) => Math.abs(one.x - frame.x) + one.w <= frame.w
  && Math.abs(one.y - frame.y) + one.h <= frame.h;

export class Labels {
  // `texts` stand where the areas have their points.
  constructor(svg, texts) {
    Object.assign(this, { svg, texts, labels: texts.map(() => "") });
    this.points = texts.map((text) => ["x", "y"].map((name) => Number(text.getAttribute(name))));
    this.paths = texts.map((text) => svg.querySelector(`[data-ags="${text.dataset.mark}"]`));
    this.lines = drawn("g");
    texts[0].parentNode.prepend(this.lines);
  }

  write(area, label) { this.labels[area] = label; }

  // Put every label where it may stand, if anything differs from the last time.
  settle() {
    const box = this.svg.getBoundingClientRect();
    const view = this.svg.getAttribute("viewBox");
    if (!box.width || !box.height) return;
    const [left, top, width, height] = view.split(" ").map(Number);
    const unit = Math.max(width / box.width, height / box.height);
    const key = [unit, view, ...this.labels].join("|");
    if (key === this.settled) return;
    this.settled = key;
    const size = LABEL_PX * unit;
    this.svg.style.setProperty("--type", `${size}px`);
    const frame = { x: left + width / 2, y: top + height / 2,
      w: box.width * unit / 2 - unit, h: box.height * unit / 2 - unit };
    this.begin();
    const taken = this.marks(size);
    // Among neighbours all have names, and each is to be seen where it belongs.
    const all = this.labels.every(isName) && new Outside(this.paths, frame, size);
    for (const [area, name] of this.names(size)) this.place(area, name, frame, taken, all);
  }

  // Every label on its point.
  begin() {
    this.lines.replaceChildren();
    this.texts.forEach((text, area) => {
      const [x, y] = this.points[area];
      put(text, this.labels[area]);
      set(text, "class", isName(this.labels[area]) ? "named" : null);
      text.style.visibility = "";
      set(text, "x", x);
      set(text, "y", y);
    });
  }

  // The boxes of the marks, which stay on their points.
  marks(size) {
    return this.labels.flatMap((label, area) => {
      const [x, y] = this.points[area];
      return label && !isName(label) ? [{ x, y, w: size * 0.35, h: size * 0.5 }] : [];
    });
  }

  // The areas with names and the boxes of these, from north to south.
  names(size) {
    return this.labels.flatMap((label, area) => {
      if (!isName(label)) return [];
      const [x, y] = this.points[area];
      const w = this.texts[area].getComputedTextLength() / 2 + size * 0.25;
      return [[area, { x, y, w, h: size * 0.78 }]];
    }).sort(([, one], [, other]) => one.y - other.y);
  }

  // A name at the free place that is nearest to its area, or nowhere. Where `outside` is known,
  // on its own area if that holds it, else on none, and only then on another.
  place(area, name, frame, taken, outside) {
    const text = this.texts[area];
    const seen = within({ ...name, w: 0, h: 0 }, frame);
    const at = ([across, down]) => ({ x: name.x + across * name.w, y: name.y + down * name.h });
    const near = PLACES.map((place) => ({ ...name, ...at(place) }));
    const find = (places) => places
      .find((one) => within(one, frame) && !taken.some((other) => meet(one, other)));
    const own = () => find(near.filter((one) => holds(this.paths[area], one)));
    const apart = () => find(outside.places(name, FAR).map((place) => ({ ...name, ...place })));
    const free = seen && (outside && (own() ?? apart()) || find(near));
    if (!free) {
      text.style.visibility = "hidden";
      return;
    }
    taken.push(free);
    set(text, "x", Math.round(free.x));
    set(text, "y", Math.round(free.y));
    this.lead(name, free);
  }

  // The line from a name that was moved away to the point of its area.
  lead({ x, y }, { x: to, y: end, w, h }) {
    const [across, down] = [x - to, y - end];
    if (Math.abs(across) <= w && Math.abs(down) <= h) return;
    const part = Math.min(across ? w / Math.abs(across) : 1, down ? h / Math.abs(down) : 1);
    const edge = { x2: to + across * part, y2: end + down * part };
    const line = { x1: x, y1: y, ...edge };
    this.lines.append(drawn("line", { ...line, class: "under" }), drawn("line", line));
  }
}
