// The sentence of the day, and what stands below it.
import { element, put } from "../../html/markup.mjs";

export class Headline {
  // `query` gives what the address says of the day; with it what is told of a group leads to its
  // rows, where the page has them.
  constructor(head, query) {
    const find = (selector) => head.querySelector(selector);
    Object.assign(this, { head, query, sentence: find("h1.headline"), told: find(".detail .told"),
      lasting: find(".lasting") });
  }

  show(days, day) {
    const [sentence, detail] = days.head(day);
    put(this.sentence, sentence);
    if (this.told.textContent !== detail) {
      this.told.replaceChildren(...days.detail(day).map((part) => this.part(part)));
    }
    for (const link of this.told.querySelectorAll("a")) {
      link.href = `./?${this.query()}&tabelle.group=${link.dataset.group}#tabelle`;
    }
    this.lasting.hidden = !days.settled(day);
  }

  part([group, text]) {
    if (!group || !("rows" in this.head.dataset)) return text;
    const link = element("a", { textContent: text });
    link.dataset.group = group;
    return link;
  }

  // While it plays the headline keeps the height of its longest words: a button that moved away
  // under the pointer could not be pressed.
  hold(days, axis) {
    const { head } = this;
    if (head.style.minHeight) return;
    const heights = axis.days().map((day) => {
      this.show(days, day);
      return head.getBoundingClientRect().height;
    });
    head.style.minHeight = `${Math.max(...heights)}px`;
  }

  release() { this.head.style.minHeight = ""; }
}
