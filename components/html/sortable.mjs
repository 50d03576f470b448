// Sorts and searches a table (sortable.py) as a reader asks for it.
const collator = new Intl.Collator("de", { numeric: true });

// What a cell is sorted by: its key, else what it says.
const keyOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
const plain = (text) => text.toLocaleLowerCase("de");

// Order and search text are the reader's: they outlive the table, which a new day replaces.
export class View {
  // `column` is the one that the table is sorted by at first, and where others are equal; without
  // it the rows stand as they come.
  constructor({ text = "", column = null } = {}) {
    Object.assign(this, { text, column, first: column, direction: 1 });
  }

  // Sort by a column, or the other way round if it is the same once more.
  turn(column) {
    this.direction = column === this.column ? -this.direction : 1;
    this.column = column;
  }

  // Arrange the table; returns how many rows are found, of how many.
  show(table) {
    const [body] = table.tBodies;
    const rows = [...body.rows];
    if (this.column !== null) body.append(...rows.sort((one, other) => this.compare(one, other)));
    for (const cell of table.tHead.rows[0].cells) cell.ariaSort = this.order(cell.cellIndex);
    const wanted = plain(this.text).trim();
    for (const row of rows) row.hidden = !plain(row.textContent).includes(wanted);
    return { n: rows.filter((row) => !row.hidden).length, of: rows.length };
  }

  compare(one, other) {
    const by = (column) => collator.compare(keyOf(one, column), keyOf(other, column));
    return this.direction * (by(this.column) || (this.first === null ? 0 : by(this.first)));
  }

  order(column) {
    if (column !== this.column) return "none";
    return this.direction > 0 ? "ascending" : "descending";
  }
}
