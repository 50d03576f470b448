// Ticks the boxes beside the names of the lists, says how many are, and tells the server which.
import { fill } from "../../html/markup.mjs";
import { say } from "../../html/say.mjs";

class Ticks {
  constructor(part) {
    this.part = part;
    // The lists come into the page after this, and other ones with another day.
    this.lists = new MutationObserver(() => this.show());
    this.lists.observe(document.body, { childList: true, subtree: true });
    this.hear = ({ target }) => { if (target.dataset?.beside) this.change(target); };
    document.addEventListener("change", this.hear);
  }

  update(data, send) {
    Object.assign(this, { data, send, chosen: data.chosen });
    this.show();
  }

  show() {
    // Of a page that has been turned: another one ticks the boxes now.
    if (!this.part.isConnected) { this.end(); return; }
    for (const box of document.querySelectorAll("input[data-beside]")) {
      box.checked = this.chosen.includes(box.dataset.beside);
      box.disabled = !box.checked && this.chosen.length >= this.data.most;
    }
  }

  change({ checked, dataset: { beside, name } }) {
    const others = this.chosen.filter((one) => one !== beside);
    this.chosen = checked ? [...others, beside] : others;
    this.show();
    say(fill(this.data.said, { name, n: this.chosen.length }));
    this.send("ticked", this.chosen.join(","));
  }

  end() {
    this.lists.disconnect();
    document.removeEventListener("change", this.hear);
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const ticks = (parentElement.ticks ??= new Ticks(parentElement));
  ticks.update(data, setTriggerValue);
  return () => { ticks.end(); delete parentElement.ticks; };
}
