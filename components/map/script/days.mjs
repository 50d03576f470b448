// What is shown on any day, looked up in the file of days (components/map/days.py). Nothing is
// decided here. A row is the place of a district in that file.
import { fill } from "../../html/markup.mjs";

// As `_PART` in sayings.py.
const PARTS = /\[([a-z]+)\|([^\]]*)\]|[^[]+|\[/g;

export const COLOURINGS = ["has", "status", "since"];

// What the file says of a district, in the order of `State` in states.py.
function stateOf([group, status, since, codes, answer, progress, doubt, source, late]) {
  return { group, status, since, answer: `${answer} ${progress}`, doubt, source, late,
    codes: Object.fromEntries(COLOURINGS.map((name, place) => [name, codes[place]])) };
}

export class Days {
  constructor(file) {
    this.file = file;
    this.first = file.days[0];
    const states = file.states.map(stateOf);
    let all = [];
    this.all = file.changes.map((moved) => {
      all = [...all];
      for (const [row, state] of moved) all[row] = states[state];
      return all;
    });
    const german = file.language === "de";
    const form = german ? { day: "2-digit", month: "2-digit" } : { day: "numeric", month: "long" };
    this.form = new Intl.DateTimeFormat(german ? "de-DE" : "en-GB",
      { ...form, year: "numeric", timeZone: "UTC" });
  }

  // The place of the last day of the file up to this one.
  place(day) {
    const { days } = this.file;
    let [low, high] = [0, days.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (days[middle] <= day) low = middle; else high = middle;
    }
    return low;
  }

  written(day) { return this.form.format(new Date(day)); }
  row(ags) { return this.file.ags.indexOf(ags); }

  // What is known of each district.
  states(day) { return this.all[this.place(day)]; }

  // Whether it is told how long what all have is known to have lasted.
  settled(day) { return day >= this.file.settled; }

  // Sentence and detail.
  head(day) {
    const [sentence] = this.file.heads[this.place(day)];
    const told = this.detail(day).map(([, text]) => text).join("");
    return [fill(sentence, { day: this.written(day) }), told];
  }

  // The detail in its parts: the group that one leads to, if any, and what it says.
  detail(day) {
    const [, detail] = this.file.heads[this.place(day)];
    return [...fill(detail, { day: this.written(day) }).matchAll(PARTS)]
      .map(([whole, group, told]) => [group ?? "", told ?? whole]);
  }

  // How many districts have each code of a colouring.
  counts(day, colouring) {
    const counts = new Array(this.file.fills[colouring].length).fill(0);
    for (const { codes } of this.states(day)) counts[codes[colouring]] += 1;
    return counts;
  }

  // The nearest day before (-1) or after (1) on which the groups change, or any status does,
  // and what changes then.
  step(day, way, any) {
    const { days, moves } = this.file;
    let place = this.place(day);
    if (way > 0 || days[place] === day) place += way;
    for (; place > 0 && place < days.length; place += way) {
      const [words, counts] = moves[place];
      if (words && (any || counts)) return [days[place], words];
    }
    return null;
  }

  // The way of a district: the days on which its state changes, each with the new one.
  way(row) {
    return this.file.days.map((day, place) => [day, this.all[place][row]])
      .filter(([, state], place) => !place || state !== this.all[place - 1][row]);
  }

  // What stands on an area: its mark, and its name while it is one of few without.
  label(day, row, colouring) {
    const { few, marks, shorts } = this.file;
    const place = this.place(day);
    const state = this.all[place][row];
    if (colouring === "since" && state.late) return state.late;
    const named = few[place] && state.group === "without";
    return [marks[colouring][state.codes[colouring]], named && shorts[row]]
      .filter(Boolean).join(" ");
  }
}

// The files of days that have been asked for.
const asked = new Map();

export function load(address) {
  if (!asked.has(address)) {
    const days = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then((file) => new Days(file));
    asked.set(address, days);
    days.catch(() => asked.delete(address));
  }
  return asked.get(address);
}
