// Sorts and searches a table that stands in the page; nothing is sent. Order and search text are
// the reader's and outlive a rerun.
const collator = new Intl.Collator("de", { numeric: true });
const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

export default function ({ parentElement, data }) {
  const [input, output] = ["input", "output"].map((name) => parentElement.querySelector(name));
  // What was typed before the script was there counts too.
  const view = (parentElement.view ??= { column: null, direction: 1, text: input.value });
  parentElement.querySelector("label span").textContent = data.search;

  let waiting;
  const show = () => {
    cancelAnimationFrame(waiting);
    const table = document.querySelector(`.st-key-${data.key} [data-table="${data.table}"] table`);
    if (!table) { // it comes into the page after the tools
      waiting = requestAnimationFrame(show);
      return;
    }
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (view.column !== null) {
      rows.sort((a, b) => view.direction * collator.compare(key(a, view.column), key(b, view.column)));
      body.append(...rows);
    }
    const wanted = view.text.toLocaleLowerCase("de").trim();
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase("de").includes(wanted);
    [...table.tHead.rows[0].cells].forEach((cell, index) => {
      cell.ariaSort = index !== view.column ? null : view.direction > 0 ? "ascending" : "descending";
    });
    output.textContent = fill(data.hits, { n: rows.filter((row) => !row.hidden).length, of: rows.length });
  };

  const sort = ({ target }) => {
    const cell = target.closest?.(`.st-key-${data.key} thead th`);
    if (!cell) return;
    view.direction = view.column === cell.cellIndex ? -view.direction : 1;
    view.column = cell.cellIndex;
    show();
  };
  input.value = view.text;
  input.oninput = () => { view.text = input.value; show(); };
  document.addEventListener("click", sort);
  show();
  return () => { document.removeEventListener("click", sort); cancelAnimationFrame(waiting); };
}
