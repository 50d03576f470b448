// Sorts and searches a table that stands in the page; nothing is sent.
import { fill } from "../../html/markup.mjs";
import { View } from "../../html/sortable.mjs";

export default function ({ parentElement, data }) {
  const [input, output] = ["input", "output"].map((name) => parentElement.querySelector(name));
  // What was typed before the script was there counts too.
  const view = (parentElement.view ??= new View({ text: input.value }));
  parentElement.querySelector("label span").textContent = data.search;

  let waiting;
  const show = () => {
    cancelAnimationFrame(waiting);
    const table = document.querySelector(`.st-key-${data.key} [data-table="${data.table}"] table`);
    if (table) output.textContent = fill(data.hits, view.show(table));
    else waiting = requestAnimationFrame(show); // it comes into the page after the tools
  };
  const sort = ({ target }) => {
    const cell = target.closest?.(`.st-key-${data.key} thead th`);
    if (!cell) return;
    view.turn(cell.cellIndex);
    show();
  };
  input.value = view.text;
  input.oninput = () => { view.text = input.value; show(); };
  document.addEventListener("click", sort);
  show();
  return () => { document.removeEventListener("click", sort); cancelAnimationFrame(waiting); };
}
