// Where there is no area: room for the names of areas that are too small for them.

// In how many parts of a line of type the picture is looked at.
const FINE = 0.6;

export class Outside {
  // Within the `frame` (its middle x, y, half its width w and height h); `size` is that of the type.
  constructor(paths, frame, size) {
    this.step = size * FINE;
    this.left = frame.x - frame.w;
    this.top = frame.y - frame.h;
    const count = (room) => Math.floor(2 * room / this.step) + 1;
    const boxes = paths.map((path) => [path, path.getBBox()]);
    this.rows = Array.from({ length: count(frame.h) }, (none, row) =>
      Array.from({ length: count(frame.w) }, (nothing, column) => {
        const point = this.point(column, row);
        return boxes.some(([path, box]) => around(box, point) && path.isPointInFill(point));
      }));
  }

  point(column, row) {
    return { x: this.left + column * this.step, y: this.top + row * this.step };
  }

  // Every place where a box of this size lies on no area, the nearest to its middle first, within
  // so many sizes of the type.
  places({ x, y, w, h }, far) {
    const reach = far * this.step / FINE;
    const distance = (place) => Math.hypot(place.x - x, place.y - y);
    const [across, down] = [Math.ceil(w / this.step), Math.ceil(h / this.step)];
    const free = (column, row) => this.rows.slice(Math.max(0, row - down), row + down + 1)
      .every((cells) => !cells.slice(Math.max(0, column - across), column + across + 1)
        .includes(true));
    return this.rows.flatMap((cells, row) => cells.flatMap((land, column) =>
      (land || !free(column, row) ? [] : [this.point(column, row)])))
      .filter((place) => distance(place) <= reach)
      .sort((one, other) => distance(one) - distance(other));
  }
}

const around = (box, { x, y }) => x >= box.x && x <= box.x + box.width
  && y >= box.y && y <= box.y + box.height;

// Whether a box lies on this area alone: its corners and the middles of its long sides do.
export function holds(path, { x, y, w, h }) {
  return [-1, -0.5, 0, 0.5, 1].every((across) => [-1, 1].every((down) =>
    path.isPointInFill({ x: x + across * w, y: y + down * h })));
}
