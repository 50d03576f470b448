// The card of the chosen district: the answer, its way, the source.
import { drawn, element, german } from "../../html/markup.mjs";
import { answer } from "./tip.mjs";

export class Card {
  // `confirmed` has a line for each district of which it is known how long its KIZ has lasted.
  constructor(box, confirmed, close) {
    Object.assign(this, { box, confirmed });
    [this.body, this.more, this.button] = box.children;
    this.button.onclick = close;
  }

  // Tell of a district on a day (-1 for none); `link` is where more is told, if anywhere.
  show(row, day, days, axis, link) {
    this.box.hidden = row < 0;
    const content = [row, day, days.file.definition, link].join();
    if (row < 0 || content === this.content) return; // who reads in it is not disturbed
    this.content = content;
    const state = days.states(day)[row];
    this.body.replaceChildren(element("h2", { lang: "de", textContent: days.file.names[row] }),
      ...answer(state), strip(days, row, axis, day), ...source(days.file, state),
      ...this.lasting(days.file.ags[row], state));
    this.more.href = link;
    this.more.textContent = this.more.dataset.label.replace("{name}", days.file.names[row]);
    this.more.hidden = !link;
  }

  // When the KIZ was shown last, where there is one on the day or may be: the script knows no age.
  lasting(ags, { group }) {
    const line = this.confirmed.querySelector(`[data-shown="${ags}"]`);
    if (!line || group === "without") return [];
    return [element("p", { className: "lasts" }, ...line.cloneNode(true).childNodes)];
  }

  // In an embed the link leaves the frame.
  embed() { Object.assign(this.more, { target: "_blank", rel: "noopener" }); }
}

// The way of a district in the colours of "Hat ein KIZ?", with the day upon it.
function strip(days, row, axis, now) {
  const fills = days.file.fills.has;
  const svg = drawn("svg", { class: "strip", viewBox: `0 0 ${axis.whole * 10} 60`,
    preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const [day, state] of days.way(row)) {
    if (day > axis.last) break;
    const x = axis.at(day) * 10;
    const box = { x, y: 8, width: axis.whole * 10 - x, height: 44 };
    svg.append(drawn("rect", { ...box, fill: fills[state.codes.has] }));
  }
  svg.append(drawn("path", { d: `M${axis.at(now) * 10} 0V60`, class: "now" }));
  return svg;
}

// Where the answer comes from, if a source says it.
function source({ sources, said }, state) {
  const [named, dated, address] = sources[state.source] ?? [];
  if (!named) return [];
  const cited = [german(named), dated];
  const citation = address
    ? [element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...cited)]
    : [...cited, ` (${said.offline})`];
  return [element("p", { className: "source" }, `${said.source}: `, ...citation)];
}
