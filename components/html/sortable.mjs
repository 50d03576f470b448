// Sorts and narrows the tables of sortable.py as a reader asks for it. Several tables under one
// view are the parts of one: each is sorted for itself, all are counted together.
import { BY_NAME } from "./collation.mjs";
import { spellings } from "./folding.mjs";

const bySize = (one, other) => one - other;
const ORDERS = {
  text: BY_NAME,
  number: bySize,
  order: bySize,
  day: (one, other) => (one < other ? -1 : Number(one > other)), // ISO, the first day before the last
};
// Of each row its place at first, which decides where others are equal, and its words.
const places = new WeakMap();
const folded = new WeakMap();

// What is searched for stands within one cell.
const wordsOf = (row) => [...row.cells].map((cell) => cell.textContent).join(" | ");
const foldedOf = (row) =>
  folded.get(row) ?? folded.set(row, spellings(wordsOf(row))).get(row);
// What a cell is sorted by: its key, else what it says; of what is unknown nothing.
const keyOf = (row, place) => row.cells[place].dataset.sort ?? row.cells[place].textContent.trim();
const groupOf = (row, place) => row.cells[place].dataset.group ?? "";
const rowsOf = (table) => [...table.tBodies[0].rows];

export function columnsOf(table) {
  return [...table.tHead.rows[0].cells].map(({ dataset: { name, kind, groups }, textContent }) =>
    ({ name, kind, label: textContent.trim(), groups: groups && JSON.parse(groups) }));
}

// What a reader has asked of a table. It outlives the table, which a new day replaces, and stands
// in the address: `names.suche`, `names.nach` (`-column` is downwards), `names.column` for a group.
export class View {
  // `by` is what the table is sorted by at first; without it the rows stand as they come.
  constructor(name, by = "") {
    Object.assign(this, { name, by: null, first: by });
    this.clear();
  }

  clear() { Object.assign(this, { text: "", chosen: {} }); }

  get order() { return this.by ?? this.first; }
  get narrowed() { return Boolean(this.text.trim() || Object.keys(this.chosen).length); }

  // Sort by a column, or the other way round if it is the same once more.
  turn(column) { this.by = this.order === column ? `-${column}` : column; }

  choose(column, group) {
    if (group) this.chosen[column] = group; else delete this.chosen[column];
  }

  // Returns whether the query says anything of this table.
  read(query) {
    this.clear();
    this.by = null;
    const own = [...query].filter(([name]) => name.startsWith(`${this.name}.`));
    for (const [parameter, value] of own) {
      const name = parameter.slice(this.name.length + 1);
      if (name === "suche") this.text = value;
      else if (name === "nach") this.by = value;
      else this.choose(name, value);
    }
    return own.length > 0;
  }

  write(query) {
    for (const name of [...query.keys()]) if (name.startsWith(`${this.name}.`)) query.delete(name);
    const said = { suche: this.text.trim(), nach: this.order === this.first ? "" : this.order,
      ...this.chosen };
    for (const [name, value] of Object.entries(said)) {
      if (value) query.set(`${this.name}.${name}`, value);
    }
  }

  // Arrange the tables; returns how many rows are found, of how many, and which column sorts them.
  arrange(tables) {
    const columns = columnsOf(tables[0]);
    this.forget(columns);
    const place = columns.findIndex(({ name }) => name === this.order.replace("-", ""));
    const found = { n: 0, of: 0, column: columns[place], down: this.order.startsWith("-") };
    for (const table of tables) {
      const rows = this.sort(table, place, found);
      for (const row of rows) row.hidden = !this.fits(row, columns);
      found.n += rows.filter((row) => !row.hidden).length;
      found.of += rows.length;
    }
    return found;
  }

  // What no column knows, an address has made up.
  forget(columns) {
    const names = columns.map(({ name }) => name);
    for (const name of Object.keys(this.chosen)) {
      if (!columns.find((column) => column.name === name)?.groups) delete this.chosen[name];
    }
    if (!names.includes(this.order.replace("-", ""))) this.by = null;
  }

  sort(table, place, { column, down }) {
    const rows = rowsOf(table);
    rows.forEach((row, at) => { if (!places.has(row)) places.set(row, at); });
    const compare = column ? comparing(place, ORDERS[column.kind], down ? -1 : 1) : () => 0;
    rows.sort((one, other) => compare(one, other) || places.get(one) - places.get(other));
    table.tBodies[0].append(...rows);
    const order = down ? "descending" : "ascending";
    for (const cell of table.tHead.rows[0].cells) {
      cell.ariaSort = cell.cellIndex === place ? order : "none";
    }
    return rows;
  }

  // Whether a row has what is searched for and is of the groups that are chosen, but for `aside`.
  fits(row, columns, aside = "") {
    const chosen = Object.entries(this.chosen).every(([name, group]) => name === aside
      || groupOf(row, columns.findIndex((column) => column.name === name)) === group);
    const wanted = spellings(this.text);
    return chosen && foldedOf(row).some((text) => wanted.some((word) => text.includes(word)));
  }

  // How many rows of each group would be found if it were chosen.
  counts(tables, name) {
    const columns = columnsOf(tables[0]);
    const place = columns.findIndex((column) => column.name === name);
    const counts = new Map();
    for (const row of tables.flatMap(rowsOf).filter((one) => this.fits(one, columns, name))) {
      const group = groupOf(row, place);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
  }
}

// By the column at this place: what is unknown stands last, whichever way.
function comparing(place, order, direction) {
  return (one, other) => {
    const [a, b] = [keyOf(one, place), keyOf(other, place)];
    if (!a || !b) return Number(!a) - Number(!b);
    return direction * order(a, b);
  };
}
