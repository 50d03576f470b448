// The tables of an edition are searched, sorted and taken along as those of the page are. Without
// this they just stand.
import { element } from "../../components/html/markup.mjs";
import { Tools } from "../../components/html/tools.mjs";

for (const section of document.querySelectorAll("[data-tools]")) {
  const said = JSON.parse(section.dataset.tools);
  const box = section.querySelector(".rows");
  const field = element("label", {}, element("span"),
    element("input", { type: "search", autocomplete: "off" }));
  const root = element("div", { className: "tools" }, field, element("p", { className: "hits" }));
  box.before(root);
  const tools = new Tools(root, said.key);
  tools.connect();
  tools.use(box, said);
}
