// The tables of an edition are sorted by their headings, the one of the 54 is searched too. Without
// this they just stand.
import { fill } from "../../components/html/markup.mjs";
import { View } from "../../components/html/sortable.mjs";

for (const table of document.querySelectorAll(".rows table")) {
  const view = new View();
  table.tHead.addEventListener("click", ({ target }) => {
    view.turn(target.closest("th").cellIndex);
    view.show(table);
  });
  const tools = table.closest("section")?.querySelector(".tools");
  if (tools) search(tools, table, view);
}

function search(tools, table, view) {
  const [input, output] = ["input", "output"].map((name) => tools.querySelector(name));
  input.oninput = () => {
    view.text = input.value;
    output.textContent = fill(tools.dataset.hits, view.show(table));
  };
  input.oninput();
  tools.hidden = false;
}
