// A field for a day, typed as people write one. It is applied with Enter and when it is left; what
// is no day of the atlas stays as it was typed, and below it stands what is wrong with it.
import { element, fill, put, set } from "../../html/markup.mjs";
import { dayOf } from "../../map/script/calendar.mjs";
import { Field } from "./basis.mjs";

const MOST_QUOTED = 60; // letters of what was typed

export class Day extends Field {
  constructor(root) {
    super(root);
    this.label = element("label", { htmlFor: "day" });
    this.input = element("input", { id: "day", type: "text", autocomplete: "off", spellcheck: false });
    this.wrong = element("p", { id: "wrong", className: "wrong" });
    set(this.wrong, "role", "alert");
    set(this.input, "aria-describedby", "wrong");
    this.input.oninput = () => { this.typing = true; };
    this.input.onblur = () => this.apply();
    this.input.onkeydown = ({ key }) => { if (key === "Enter") this.apply(); };
    root.append(this.label, this.input, this.wrong);
  }

  draw({ label }) { put(this.label, label); }

  // What is being typed stays, and what was typed wrongly, until the field has another day.
  show(day) {
    if (this.typing || (day === this.day && this.wrong.textContent)) return;
    this.day = day;
    this.write();
  }

  write() {
    this.input.value = this.data.written;
    this.complain("");
  }

  apply() {
    this.typing = false;
    const { first, last, said, value, written } = this.data;
    const text = this.input.value.trim();
    const { day, wrong } = text === written ? { day: value } : dayOf(text, first, last);
    if (wrong) this.complain(fill(said[wrong], { text: text.slice(0, MOST_QUOTED) }));
    else this.choose(day);
  }

  choose(day) {
    this.complain("");
    if (day !== this.day) {
      this.day = day;
      this.tell(day);
    } else if (day === this.data.value) this.write();
  }

  complain(text) {
    put(this.wrong, text);
    set(this.input, "aria-invalid", text && "true");
  }
}
