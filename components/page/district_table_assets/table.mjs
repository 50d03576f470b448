// The table of the 54, drawn from codes. It keeps its order and its search text when a new day
// arrives.
import { element, fill } from "../../html/markup.mjs";
import { View } from "../../html/sortable.mjs";

// The words that have been asked for, by their address.
const asked = new Map();

function wordsAt(address) {
  if (!asked.has(address)) {
    asked.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }));
  }
  return asked.get(address);
}

// A source, linked to where it stands, if anywhere.
const sourced = (text, url, title = "") => (url
  ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer", textContent: text, title })
  : text);

// `age` says how long ago the KIZ was shown last; empty where that is not to be told.
function rowOf([status, event, possible], age, index, words) {
  const [ags, name, kind, region] = words.districts[index];
  const [date, sortDate, source, url, caveat] = words.events[event] ?? ["", "", "", "", ""];
  const [label, colour, mark] = words.statuses[status];
  const swatch = element("span", { className: "swatch", ariaHidden: "true", textContent: mark });
  swatch.style.background = colour;
  const more = possible !== undefined && element("span", { className: "possible",
    textContent: fill(words.said.possible, { status: words.statuses[possible][0] }) });
  const state = element("td", {}, swatch, label, more);
  state.dataset.sort = status;
  const when = element("td", {}, date,
    caveat && element("span", { className: "caveat", textContent: caveat }));
  when.dataset.sort = sortDate;
  const lasts = element("td");
  if (age) {
    const [shown, first, by, where] = words.confirmed[ags];
    lasts.append(sourced(shown, where, by), element("span", { className: "possible", textContent: age }));
    lasts.dataset.sort = first;
  }
  const row = element("tr", {}, element("th", { scope: "row", textContent: name }),
    element("td", { textContent: kind }), element("td", { textContent: region }),
    state, when, element("td", {}, sourced(source, url)), lasts);
  row.dataset.ags = ags;
  return row;
}

export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector);
  const [table, input, output] = ["table", "input", "output"].map(find);
  const [head] = table.tHead.rows;
  const view = (parentElement.view ??= new View({ text: input.value, column: 0 }));
  find("caption").textContent = data.caption;
  find(".scroll").ariaLabel = data.caption;

  const draw = (words) => {
    const show = () => { output.textContent = fill(words.said.hits, view.show(table)); };
    const heading = (label, column) => {
      const button = element("button", { type: "button", textContent: label,
        title: fill(words.said.sort, { column: label }) });
      button.onclick = () => { view.turn(column); show(); };
      return element("th", { scope: "col" }, button);
    };
    // A heading that has the focus keeps it: the head is made once for each language.
    if (head.dataset.evidence !== data.evidence) {
      head.replaceChildren(...words.columns.map(heading));
      head.dataset.evidence = data.evidence;
    }
    find("label span").textContent = words.said.search;
    input.oninput = () => { view.text = input.value; show(); };
    const rows = data.rows.map((codes, index) => rowOf(codes, data.ages[index], index, words));
    table.tBodies[0].replaceChildren(...rows);
    show();
  };

  let current = true;
  input.value = view.text;
  input.oninput ??= () => { view.text = input.value; }; // until there is something to search
  wordsAt(data.evidence).then((words) => { if (current) draw(words); }).catch(() => {
    asked.delete(data.evidence);
    if (current) output.textContent = data.failed;
  });
  return () => { current = false; };
}
