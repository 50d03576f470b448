// The tools above a table that stands in the page; nothing is sent.
import { Tools } from "../../html/tools.mjs";

export default function ({ parentElement, data }) {
  const tools = (parentElement.tools ??= new Tools(parentElement.querySelector(".tools"), data.key));
  let waiting;
  const use = () => {
    const box = document.querySelector(`.st-key-${data.key} [data-table="${data.table}"] .rows`);
    if (box) tools.use(box, data);
    else waiting = requestAnimationFrame(use); // it comes into the page after the tools
  };
  tools.connect();
  use();
  return () => { tools.disconnect(); cancelAnimationFrame(waiting); };
}
