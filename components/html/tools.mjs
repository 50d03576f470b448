// What stands above a table: search, groups, order, how many rows are left, the rows as a file.
// All happens in the browser; what the reader asks for stands in the address.
import { element, fill, offer, reserved } from "./markup.mjs";
import { say } from "./say.mjs";
import { columnsOf, View } from "./sortable.mjs";
import { csvOf, save } from "./table_file.mjs";

const query = () => new URLSearchParams(location.search);
const ordered = (said) => [...said].map(String).sort().join();
const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell",
  "thead th": "columnheader", "tbody th": "rowheader" };

export class Tools {
  // `root` has the search field, in which a reader may have typed before there was a script.
  constructor(root, name) {
    Object.assign(this, { root, name, path: location.pathname, tables: [], open: new Map() });
    this.input = root.querySelector("input");
    this.output = root.querySelector(".hits");
    this.order = element("p", { className: "order" });
    this.facets = element("span", { className: "facets" });
    this.by = element("select");
    this.sorting = element("label", { className: "by" }, element("span"), this.by);
    this.file = element("button", { type: "button", className: "file" });
    this.clear = element("button", { type: "button" });
    this.nothing = element("p", { className: "nothing", hidden: true }, element("span"), this.clear);
    root.querySelector("label").after(this.facets, this.sorting);
    this.output.after(this.order, this.file);
    root.append(this.nothing);
    this.view = new View(name);
    const typed = this.input.value;
    this.view.read(query());
    if (typed) this.view.text = typed;
    this.listen();
  }

  listen() {
    const act = (change, what = this.output) => () => {
      change();
      this.show();
      this.write();
      say(what.textContent);
    };
    this.input.oninput = act(() => { this.view.text = this.input.value; });
    this.by.onchange = act(() => { this.view.by = this.by.value; }, this.order);
    this.facets.onchange = ({ target }) =>
      act(() => this.view.choose(target.dataset.column, target.value))();
    this.clear.onclick = act(() => { this.view.clear(); this.input.focus(); });
    this.file.onclick = () => save(csvOf(this.tables, this.said), `${this.said.name}.csv`);
    this.turn = ({ target }) => {
      const { name } = target.closest("thead th")?.dataset ?? {};
      if (name) act(() => this.view.turn(name), this.order)();
    };
    this.click = (event) => this.follow(event);
    this.back = () => { if (location.pathname === this.path) { this.view.read(query()); this.show(); } };
    // A new address that the server wrote says what this table says as well.
    this.keep = ({ navigationType }) => { if (navigationType !== "traverse") this.write(); };
  }

  // While it is in the page it hears clicks on links to its rows, and of a new address.
  connect() {
    document.addEventListener("click", this.click);
    addEventListener("popstate", this.back);
    window.navigation?.addEventListener("currententrychange", this.keep);
  }

  disconnect() {
    document.removeEventListener("click", this.click);
    removeEventListener("popstate", this.back);
    window.navigation?.removeEventListener("currententrychange", this.keep);
  }

  // The tables under these tools, in the element that `sortable.py` draws, and what is said.
  use(box, said) {
    this.said = said;
    this.box = box;
    this.tables = [...box.querySelectorAll("table")];
    this.view.first = box.dataset.by ?? "";
    box.onclick = this.turn;
    this.root.classList.toggle("many", box.classList.contains("many"));
    for (const table of this.tables) speak(table);
    this.show();
    this.write();
  }

  show() {
    const { said, view, tables } = this;
    if (!tables.length) return;
    const found = view.arrange(tables);
    this.label();
    this.unfold();
    if (this.input.value !== view.text) this.input.value = view.text;
    this.output.textContent = fill(said.hits, found);
    const { column, down } = found;
    this.order.textContent = column
      ? fill(said.sorted, { column: column.label, how: said.how[column.kind][Number(down)] }) : "";
    this.nothing.hidden = found.n > 0;
  }

  label() {
    const { said, root, nothing } = this;
    root.querySelector("label span").textContent = said.search;
    this.sorting.firstChild.textContent = said.by;
    nothing.firstChild.textContent = `${said.nothing} `;
    this.clear.textContent = said.clear;
    Object.assign(this.file, { textContent: said.file, title: said.told });
    const columns = columnsOf(this.tables[0]);
    offer(this.by, this.orders(columns), this.view.order);
    const facets = columns.filter(({ groups }) => groups);
    const selects = [...this.facets.querySelectorAll("select")];
    if (facets.map(({ name }) => name).join() !== selects.map(({ dataset }) => dataset.column).join()) {
      this.facets.replaceChildren(...facets.map(({ name }) => {
        const select = element("select");
        select.dataset.column = name;
        return element("label", {}, element("span"), select);
      }));
    }
    facets.forEach((facet, place) => this.facet(facet, this.facets.children[place]));
  }

  // The groups that occur, each with how many rows choosing it would leave.
  facet({ name, label, groups }, part) {
    const counts = this.view.counts(this.tables, name);
    const chosen = this.view.chosen[name] ?? "";
    const known = groups.some(([code]) => code === chosen) ? groups : [...groups, [chosen, chosen]];
    const shown = known.filter(([code]) => code && (counts.has(code) || code === chosen))
      .map(([code, text]) => [code, `${text} (${counts.get(code) ?? 0})`]);
    part.firstChild.textContent = label;
    offer(part.lastChild, [["", this.said.all], ...shown], chosen);
  }

  orders(columns) {
    const { how, option, first } = this.said;
    const ways = columns.flatMap(({ name, label, kind }) => ["", "-"].map((sign, way) =>
      [sign + name, fill(option, { column: label, how: how[kind][way] })]));
    return this.view.first ? ways : [["", first], ...ways];
  }

  // While rows are searched for, the parts that have some are open and the others gone; after
  // that they are as the reader had them.
  unfold() {
    for (const table of this.tables) {
      const part = table.closest("details");
      if (!part) continue;
      const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden).length;
      if (this.view.narrowed && !this.open.has(part)) this.open.set(part, part.open);
      part.querySelector(".count").textContent = rows;
      part.hidden = !rows;
      if (this.view.narrowed) part.open = rows > 0;
      else if (this.open.has(part)) { part.open = this.open.get(part); this.open.delete(part); }
    }
  }

  // What the address says of this table is what it shows; on the way to another page no more.
  write() {
    if (!location.protocol.startsWith("http") || location.pathname !== this.path) return;
    if (!this.tables.length) return;
    const said = query();
    this.view.write(said);
    // In another order they say the same; else two tables would correct each other for ever.
    if (ordered(said) === ordered(query())) return;
    const search = said.size ? `?${said}` : "";
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }

  // A link to rows of this table, on the page that has it, is answered here.
  follow(event) {
    const link = event.composedPath().find((part) => part.href?.includes?.(`${this.name}.`));
    if (!link || event.button || event.shiftKey || reserved(event) || !this.tables.length) return;
    const { pathname, searchParams } = new URL(link.href);
    if (pathname !== this.path) return;
    event.preventDefault();
    this.view.read(searchParams);
    this.show();
    this.write();
    say(this.output.textContent);
    this.root.scrollIntoView();
    const [table] = this.tables;
    table.tabIndex = -1;
    table.focus({ preventScroll: true });
  }
}

// Where style turns rows into cards a browser forgets what they are.
function speak(table) {
  table.setAttribute("role", "table");
  for (const [part, role] of Object.entries(ROLES)) {
    for (const one of table.querySelectorAll(part)) one.setAttribute("role", role);
  }
}
