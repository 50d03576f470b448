// Sorts a table by its headings, and searches the one of the 54. Without it the tables just stand.
"use strict";
(function () {
  const collator = new Intl.Collator("de", { numeric: true });
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

  for (const table of document.querySelectorAll(".rows table")) {
    const body = table.tBodies[0];
    const view = { column: null, direction: 1 };
    table.tHead.addEventListener("click", ({ target }) => {
      const cell = target.closest("th");
      view.direction = view.column === cell.cellIndex ? -view.direction : 1;
      view.column = cell.cellIndex;
      body.append(...[...body.rows].sort((one, other) => view.direction
        * collator.compare(key(one, view.column), key(other, view.column))));
      for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", view.direction > 0 ? "ascending" : "descending");
    });
  }

  const tools = document.querySelector(".tools");
  if (!tools) return;
  const [input, output] = ["input", "output"].map((name) => tools.querySelector(name));
  const rows = [...document.querySelector("#tabelle tbody").rows];
  function search() {
    const wanted = input.value.toLocaleLowerCase("de").trim();
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase("de").includes(wanted);
    const n = rows.filter((row) => !row.hidden).length;
    output.textContent = fill(tools.dataset.hits, { n, of: rows.length });
  }
  input.oninput = search;
  tools.hidden = false;
  search();
}());
