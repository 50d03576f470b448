// What a table shows as CSV: its visible rows in their order, each with the addresses of its
// sources and what the atlas says of the file (components/downloads/delimited.py does the same).

// How a text begins that a spreadsheet takes for a formula.
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?[\d.,]+$/;
const neutral = (text) => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);
const quoted = (text) => `"${neutral(text).replaceAll('"', '""')}"`;

// What is read in a cell: its parts with a space between them, lines of a list with a semicolon.
export function textOf(cell) {
  const copy = cell.cloneNode(true);
  for (const silent of copy.querySelectorAll("[aria-hidden]")) silent.remove();
  for (const part of copy.querySelectorAll("li + li, p + p")) part.prepend("; ");
  for (const part of copy.querySelectorAll("span:not([lang]), br")) part.before(" ");
  return copy.textContent.replace(/\s+/g, " ").replace(/ ;/g, ";").trim();
}

// `facts` are columns that say the same in every row, `links` is the heading of the addresses.
export function csvOf(tables, { separator, links, facts }) {
  const heads = [...tables[0].tHead.rows[0].cells].map(textOf);
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]).filter((row) => !row.hidden);
  const lines = rows.map((row) => [...[...row.cells].map(textOf), outside(row),
    ...Object.values(facts)]);
  const written = [[...heads, links, ...Object.keys(facts)], ...lines]
    .map((line) => `${line.map(quoted).join(separator)}\n`);
  return `\ufeff${written.join("")}`;
}

const outside = (row) =>
  [...new Set([...row.querySelectorAll("a[target=_blank]")].map((link) => link.href))].join(" ");

export function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
