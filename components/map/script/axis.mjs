// The axis of the time: a stop for the first day, the end of each month, and the last day.
import { daysBetween, iso, lengthOf, partsOf } from "./calendar.mjs";

const GAP = 8; // months between the axis and its last stop, as in axis.py

export class Axis {
  // From the first day to the end of the axis, and then, past the last evidence, to the last day.
  constructor(first, end, evidence, last) {
    Object.assign(this, { first, end, last, start: partsOf(first) });
    this.length = Math.round(this.place(end < last ? end : last));
    this.whole = this.length + GAP;
    const marked = end < evidence && evidence < last;
    this.between = [[end, this.length], ...(marked ? [[evidence, this.length + GAP / 2]] : []),
      [last, this.whole]];
  }

  // Where a day lies, in months.
  place(day) {
    const [year, month, date] = partsOf(day);
    const months = (year - this.start[0]) * 12 + month - this.start[1];
    const first = months === 0 ? this.start[2] : 0;
    return months + (date - first) / (lengthOf(year, month) - first);
  }

  // Where a day stands in the control: what is later than the axis stands between it and the last.
  at(day) {
    if (day >= this.last) return this.whole;
    if (day <= this.end) return this.place(day);
    const next = this.between.findIndex(([later]) => day <= later);
    const [[start, left], [end, right]] = this.between.slice(next - 1);
    return left + (right - left) * daysBetween(start, day) / daysBetween(start, end);
  }

  // The day of a stop.
  day(stop) {
    if (stop > this.length) return this.last;
    if (stop <= 0) return this.first;
    const [year, month] = this.start;
    const end = iso(year, month + stop, 0);
    return end < this.last ? end : this.last;
  }

  // The day of the stop that is nearest to a point of the control.
  nearest(at) {
    return this.day(at > this.length + GAP / 2 ? this.whole : Math.min(at, this.length));
  }

  // The day of the stop before (-1) or after (1) a day.
  next(day, way) {
    const at = this.at(day);
    if (at > this.length) return way > 0 ? this.last : this.day(this.length);
    const stop = way > 0 ? Math.floor(at + 0.001) + 1 : Math.ceil(at - 0.001) - 1;
    return this.day(Math.min(Math.max(stop, 0), this.whole));
  }

  // The day that lies so many months away; from the last one back is the end of the axis.
  far(day, months) {
    const at = this.at(day);
    if (months < 0 && at > this.length) return this.day(this.length);
    return this.day(Math.max(0, Math.round(at) + months));
  }

  // The days of all stops.
  days() { return Array.from({ length: this.length + 2 }, (none, stop) => this.day(stop)); }
}
