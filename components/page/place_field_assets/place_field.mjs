// The search field: a combobox whose hits come from the server. What stands in it is the reader's;
// one question is under way at a time, and the next is what has been typed meanwhile.
import { element, fill, german, put, set } from "../../html/markup.mjs";
import { say } from "../../html/say.mjs";

const PATIENCE = 5000; // ms, until a question is taken for lost and asked again
const TRIES = 5;

class Field {
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    [this.label, this.input, this.clear, this.list, this.hint, this.hits] =
      ["label", "input", "button", ".list", ".list p", "ul"].map(find);
    // What was typed before this script came is the reader's too.
    Object.assign(this, { typed: this.input.value !== "", count: 0, under: null, answer: null });
    Object.assign(this, { closed: true, mark: -1, go: false });
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("click", () => { if (!this.text()) this.open(); });
    this.input.addEventListener("focus", () => { if (!this.typed) this.input.select(); });
    this.clear.addEventListener("click", () => this.empty());
    // A press on the list leaves the focus in the field.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.hits.addEventListener("click", (event) => {
      const hit = event.target.closest("li");
      if (hit) this.take([...this.hits.children].indexOf(hit));
    });
    root.addEventListener("focusout", (event) => {
      if (!event.relatedTarget || !find(".field").contains(event.relatedTarget)) this.leave();
    });
  }

  update(data, send) {
    Object.assign(this, { data, send });
    put(this.label, data.labels.label);
    set(this.input, "placeholder", data.labels.hint);
    set(this.clear, "aria-label", data.labels.clear);
    if (!this.typed) this.input.value = data.name;
    this.refresh();
    if (data.answer && data.answer.count === this.under?.count) this.hear(data.answer);
  }

  // What is asked for: the name of the chosen district is no question.
  text() { return this.typed ? this.input.value : ""; }

  type() {
    Object.assign(this, { typed: true, go: false });
    this.refresh();
    this.open();
  }

  open() {
    Object.assign(this, { closed: false, mark: -1 });
    if (this.answered()) this.show(); else this.ask();
  }

  answered() { return this.answer && this.answer.text === this.text(); }

  ask(tries = TRIES) {
    if (this.under) return;
    this.under = { count: this.count += 1, text: this.text() };
    this.send("asked", { text: this.under.text, count: this.count });
    this.patience = setTimeout(() => {
      this.under = null;
      if (tries > 1) this.ask(tries - 1);
    }, PATIENCE);
  }

  hear(answer) {
    clearTimeout(this.patience);
    this.answer = { ...answer, text: this.under.text };
    this.under = null;
    if (!this.asking) return;
    if (!this.answered()) { this.ask(); return; }
    this.show();
    if (this.go) this.enter();
  }

  // Whether the reader is still in the field and has not turned away from its hits.
  get asking() { return this.input.matches(":focus") && !this.closed; }

  show() {
    const said = fill(this.answer.said, { value: this.input.value.trim() });
    put(this.hint, said);
    say(said);
    this.hits.replaceChildren(...this.answer.hits.map(([, name, told], place) => {
      const hit = element("li", { id: `hit-${place}` }, german(name), told && ", ",
        told && element("span", { textContent: told }));
      set(hit, "role", "option");
      return hit;
    }));
    this.list.hidden = false;
    set(this.input, "aria-expanded", "true");
    this.point(this.mark);
  }

  close() {
    this.list.hidden = true;
    Object.assign(this, { closed: true, go: false });
    set(this.input, "aria-expanded", "false");
    set(this.input, "aria-activedescendant", "");
  }

  point(place) {
    this.mark = place;
    [...this.hits.children].forEach((hit, at) => set(hit, "aria-selected", String(at === place)));
    set(this.input, "aria-activedescendant", place < 0 ? "" : `hit-${place}`);
    this.hits.children[place]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) {
      event.preventDefault();
      const n = this.hits.children.length;
      if (this.list.hidden || !this.answered()) this.open();
      else if (n) this.point(this.mark < 0 && step < 0 ? n - 1 : (this.mark + step + n) % n);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.enter();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.list.hidden) this.restore(); else this.close();
    }
  }

  // The marked hit, else the best; what is not sure is marked first and taken with the next Enter.
  enter() {
    if (!this.text() && this.mark < 0) return;
    if (!this.answered()) { this.go = true; this.open(); return; }
    this.go = false;
    if (this.list.hidden) this.show();
    if (this.mark >= 0) this.take(this.mark);
    else if (this.answer.sure) this.take(0);
    else if (this.answer.hits.length) this.point(0);
  }

  take(place) {
    const [ags, name] = this.answer.hits[place];
    this.choose(ags, ags === this.data.ags ? this.data.name : name);
    if (matchMedia("(pointer: coarse)").matches) this.input.blur(); // the keyboard makes room
  }

  empty() {
    if (this.data.ags) this.choose("", ""); else { this.close(); this.restore(); }
    this.input.focus();
  }

  // Shown at once; the server's answer confirms it.
  choose(ags, name) {
    this.data = { ...this.data, ags, name };
    this.close();
    this.restore();
    this.send("taken", { ags });
  }

  // Left alone, the field shows the chosen district; without one what was typed stays.
  leave() {
    this.close();
    if (this.data?.ags) this.restore();
  }

  restore() {
    this.typed = false;
    this.input.value = this.data.name;
    this.refresh();
  }

  refresh() { this.clear.hidden = !this.input.value && !this.data?.ags; }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const early = !parentElement.field;
  const field = (parentElement.field ??= new Field(parentElement));
  field.update(data, setTriggerValue);
  if (early && field.typed) field.open();
}
