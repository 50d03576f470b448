// What is said of a district under the pointer or the focus.
import { element } from "../../html/markup.mjs";

// The answer, and what is doubtful of it.
export function answer(state) {
  const lines = [element("p", { className: "answer", textContent: state.answer })];
  if (state.doubt) lines.push(element("p", { className: "doubt", textContent: state.doubt }));
  return lines;
}

export class Tip {
  constructor(node) { this.node = node; }

  // Show what `words()` returns near a point of the window, above it if there is room.
  show(words, x, y) {
    const { node } = this;
    this.words = words;
    node.hidden = false;
    this.refresh();
    const box = node.offsetParent.getBoundingClientRect();
    const above = y - box.top - node.offsetHeight - 12;
    node.style.left = `${Math.min(Math.max(x - box.left + 14, 0), box.width - node.offsetWidth)}px`;
    node.style.top = `${above > 0 ? above : y - box.top + 20}px`;
  }

  // Say it anew: the day may be another.
  refresh() { if (!this.node.hidden) this.node.replaceChildren(...this.words()); }

  hide() { this.node.hidden = true; }
}
