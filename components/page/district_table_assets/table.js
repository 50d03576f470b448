// The table keeps its order and its search text when a new day arrives: both belong to the reader.
const evidence = new Map();

function words(address) {
  if (!evidence.has(address)) {
    evidence.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }));
  }
  return evidence.get(address);
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function rowOf([status, event, possible], index, known) {
  const [ags, name, kind, region] = known.districts[index];
  const [date, sortDate, source, url, caveat] = known.events[event] ?? ["", "", "", "", ""];
  const [label, colour, mark] = known.statuses[status];
  const swatch = element("span", { className: "swatch", ariaHidden: "true",
    textContent: mark });
  swatch.style.background = colour;
  const state = element("td", {}, swatch, label);
  if (possible !== undefined) {
    state.append(element("span", { className: "possible",
      textContent: fill(known.said.possible, { status: known.statuses[possible][0] }) }));
  }
  const when = element("td", {}, date);
  if (caveat) when.append(element("span", { className: "caveat", textContent: caveat }));
  const cited = url
    ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer", textContent: source })
    : source;
  const row = element("tr", {}, element("th", { scope: "row", textContent: name }),
    element("td", { textContent: kind }), element("td", { textContent: region }),
    state, when, element("td", {}, cited));
  row.dataset.ags = ags;
  row.sortKeys = [name, kind, region, status, sortDate, source];
  return row;
}

function arrange(body, view) {
  const rows = [...body.rows];
  const { column, direction } = view;
  const compare = new Intl.Collator("de", { numeric: true }).compare;
  rows.sort((a, b) => direction * (compare(a.sortKeys[column], b.sortKeys[column])
    || compare(a.sortKeys[0], b.sortKeys[0])));
  const wanted = view.text.toLocaleLowerCase("de").trim();
  let hits = 0;
  for (const row of rows) {
    row.hidden = !row.textContent.toLocaleLowerCase("de").includes(wanted);
    hits += row.hidden ? 0 : 1;
  }
  body.append(...rows);
  return [hits, rows.length];
}

export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector);
  const [head, body, input, output] = ["thead tr", "tbody", "input", "output"].map(find);
  const view = (parentElement.view ??= { column: 0, direction: 1, text: "" });
  find("caption").textContent = data.caption;
  find(".scroll").ariaLabel = data.caption;

  const draw = (known) => {
    const show = () => {
      const [n, of] = arrange(body, view);
      output.textContent = fill(known.said.hits, { n, of });
      [...head.cells].forEach((cell, index) => {
        cell.ariaSort = index !== view.column ? "none"
          : view.direction > 0 ? "ascending" : "descending";
      });
    };
    const heading = (label, column) => {
      const button = element("button", { type: "button", textContent: label,
        title: fill(known.said.sort, { column: label }) });
      button.onclick = () => {
        view.direction = view.column === column ? -view.direction : 1;
        view.column = column;
        show();
      };
      return element("th", { scope: "col" }, button);
    };
    // A heading that has the focus keeps it: the head is made once for each language.
    if (head.dataset.evidence !== data.evidence) {
      head.replaceChildren(...known.columns.map(heading));
      head.dataset.evidence = data.evidence;
    }
    find("label span").textContent = known.said.search;
    input.value = view.text;
    input.oninput = () => { view.text = input.value; show(); };
    body.replaceChildren(...data.rows.map((codes, index) => rowOf(codes, index, known)));
    show();
  };

  let current = true;
  words(data.evidence).then((known) => { if (current) draw(known); }).catch(() => {
    evidence.delete(data.evidence);
    if (current) output.textContent = data.failed;
  });
  return () => { current = false; };
}
