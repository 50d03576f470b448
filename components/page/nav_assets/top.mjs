// The top of every page: ways past it, name, language, theme, definition, navigation. It is made
// once; what it says changes with language and page, and what has the focus keeps it.
import { element, offer, put, set } from "../../html/markup.mjs";
import { say } from "../../html/say.mjs";
import { choose, theme } from "../../html/theme.mjs";
import { turned } from "./keeper.mjs";
import { skip } from "./landmarks.mjs";
import { elsewise, Links, plain } from "./links.mjs";

export class Top extends Links {
  constructor(root) {
    super(root);
    const select = (name) => element("label", { className: name }, element("span"),
      element("select"));
    this.skips = element("p", { className: "skips" });
    this.brand = element("p", { className: "brand" }, element("a"), element("span"));
    this.other = element("a", { className: "language" });
    [this.theme, this.definition] = ["theme", "definition"].map(select);
    this.menu = element("button", { type: "button", className: "menu", ariaExpanded: "false" },
      element("span"), element("b"));
    this.list = element("ul", { id: "pages" });
    this.nav = element("nav", {}, this.menu, this.list);
    this.told = element("p", { id: "told", className: "told" });
    this.menu.setAttribute("aria-controls", "pages");
    this.definition.lastChild.setAttribute("aria-describedby", "told");
    this.box.replaceChildren(this.skips, this.brand, this.other, this.theme, this.definition,
      this.nav, this.told);
    this.box.className = "row";
    this.listen();
  }

  listen() {
    this.skips.onclick = (event) => skip(event);
    this.other.onclick = (event) => { if (plain(event)) this.translate(event); };
    this.theme.lastChild.onchange = ({ target }) => choose(target.value);
    this.definition.lastChild.onchange = ({ target }) => this.define(target.value);
    this.menu.onclick = () => this.unfold(this.menu.ariaExpanded !== "true");
    this.nav.onkeydown = (event) => {
      if (event.key !== "Escape" || this.menu.ariaExpanded !== "true") return;
      this.unfold(false);
      this.menu.focus();
    };
    this.nav.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.nav.contains(relatedTarget)) this.unfold(false);
    });
  }

  unfold(open) { this.menu.ariaExpanded = String(open); }

  update(data, send) {
    const before = this.data;
    this.send = send;
    if (this.draw(data)) this.list.replaceChildren(...this.anchors.map((link) =>
      element("li", {}, link)));
    this.write(data);
    document.documentElement.lang = data.language;
    this.settle();
    turned(data.here, data.file);
    if (before && before.language !== data.language) say(before.other.said);
  }

  write({ skips, name, menu, label, other, theme: [what, themes], definition }) {
    this.skips.replaceChildren(...Object.entries(skips).map(([to, text]) =>
      element("a", { href: `#${to}`, textContent: text })));
    [...this.brand.children].forEach((part, place) => put(part, name[place]));
    put(this.other, other.name);
    set(this.other, "lang", other.code);
    set(this.other, "hreflang", other.code);
    put(this.theme.firstChild, what);
    offer(this.theme.lastChild, themes, theme() || themes[0][0]);
    put(this.definition.firstChild, definition.label);
    offer(this.definition.lastChild, definition.options, definition.chosen);
    put(this.told, definition.help[definition.chosen]);
    this.nav.ariaLabel = label;
    put(this.menu.firstChild, menu);
    put(this.menu.lastChild, this.data.links[this.data.here] ?? "");
  }

  address() {
    super.address();
    const root = this.anchors.find((link) => link.dataset.page === "karte");
    set(this.brand.firstChild, "href", root.getAttribute("href"));
    set(this.other, "href", elsewise("lang", this.data.other.code));
  }

  translate(event) {
    event.preventDefault();
    this.send("changed", { language: this.data.other.code });
  }

  // What it means is told at once; the headline follows when the server has counted.
  define(name) {
    const told = this.data.definition.help[name];
    put(this.told, told);
    say(told);
    this.send("changed", { definition: name });
  }

  follow(event, link) {
    if (this.menu.checkVisibility()) this.menu.focus();
    this.unfold(false);
    super.follow(event, link);
  }
}
