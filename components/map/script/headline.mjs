// The sentence of the day, and what stands below it.
import { put } from "../../html/markup.mjs";

export class Headline {
  constructor(head) {
    this.head = head;
    this.lasting = head.querySelector(".lasting");
    this.lines = ["h1.headline", ".detail .told"].map((part) => head.querySelector(part));
  }

  show(days, day) {
    const texts = days.head(day);
    this.lines.forEach((line, place) => put(line, texts[place]));
    this.lasting.hidden = !days.settled(day);
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
