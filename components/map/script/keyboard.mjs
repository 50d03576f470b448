// Where the keyboard leads on the map.
import { BY_NAME } from "../../html/collation.mjs";

const PAUSE_MS = 800; // letters that follow each other faster belong together

// The neighbour in a direction, else the nearest area there, else the same.
export function beside(points, here, neighbours, [across, down]) {
  const [x, y] = points[here];
  const nearest = (areas) => areas.map((area) => {
    const [right, below] = [points[area][0] - x, points[area][1] - y];
    const far = Math.hypot(right, below) || 1;
    return { area, ahead: (right * across + below * down) / far, far };
  }).filter(({ ahead }) => ahead > 0.5)
    .sort((one, other) => one.far / one.ahead ** 2 - other.far / other.ahead ** 2)[0]?.area;
  const others = points.map((point, area) => area).filter((area) => area !== here);
  return nearest(neighbours) ?? nearest(others) ?? here;
}

// Letters typed one after the other are a beginning; one alone goes through all of that letter.
export class Letters {
  constructor(names) {
    this.names = names.map(plain);
    this.order = names.map((name, area) => area)
      .sort((one, other) => BY_NAME(names[one], names[other]));
    Object.assign(this, { typed: "", last: -Infinity });
  }

  // The area that is meant, coming from `here`; -1 for none.
  find(letter, here) {
    const now = performance.now();
    this.typed = now - this.last < PAUSE_MS ? this.typed + letter : letter;
    this.last = now;
    const several = [...this.typed].some((one) => one !== letter);
    if (several && this.beginning(this.typed).length) return this.beginning(this.typed)[0];
    const those = this.beginning(letter);
    const after = (area) => this.order.indexOf(area) > this.order.indexOf(here);
    return those.find(after) ?? those[0] ?? -1;
  }

  beginning(text) { return this.order.filter((area) => this.names[area].startsWith(plain(text))); }
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
