// The sentence of the day, and what stands below it.
import { put } from "../../html/markup.mjs";

export class Headline {
  constructor(head) {
    this.head = head;
    this.lines = ["h1.headline", ".detail .told"].map((part) => head.querySelector(part));
  }

  show(texts) { this.lines.forEach((line, place) => put(line, texts[place])); }

  // While it plays the headline keeps the height of its longest words: a button that moved away
  // under the pointer could not be pressed.
  hold(days, axis) {
    const { head } = this;
    if (head.style.minHeight) return;
    const heights = axis.days().map((day) => {
      this.show(days.head(day));
      return head.getBoundingClientRect().height;
    });
    head.style.minHeight = `${Math.max(...heights)}px`;
  }

  release() { this.head.style.minHeight = ""; }
}
