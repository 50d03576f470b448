// The table of the 54, drawn from codes. It keeps its order and what it is narrowed to when a new
// day arrives.
import { BY_NAME } from "../../html/collation.mjs";
import { element, fill, german } from "../../html/markup.mjs";
import { Tools } from "../../html/tools.mjs";

const GROUPS = ["with", "undetermined", "without"];
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
const sourced = (content, url) => (url
  ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...content)
  : element("span", {}, ...content));

// The title of a source where the reader asks: that is German, what it stands at is not.
function titled(link, [named, dated]) {
  const said = element("span", { lang: document.documentElement.lang }, ...link.childNodes);
  link.replaceChildren(said);
  return Object.assign(link, { lang: "de", title: named + dated });
}

const small = (text) => text && element("span", { className: "small", textContent: text });

function cell({ label }, sort, group, ...content) {
  const made = element("td", {}, ...content);
  const marks = { label, sort, group };
  for (const [name, value] of Object.entries(marks)) {
    if (value !== undefined) made.dataset[name] = value;
  }
  return made;
}

// `age` says how long ago the KIZ was shown last; empty where that is not to be told. What nobody
// knows has an empty key, which sorts it last; a text without one is sorted by itself.
function rowOf([group, status, event, possible], age, index, words, query) {
  const [ags, name, kind, kindLabel, region] = words.districts[index];
  const [date, days, [source, rest], url, caveat] = words.events[event] ?? ["", "", [], "", ""];
  const [shown, span, by, where] = (age && words.confirmed[ags]) || ["", "", [], ""];
  const [, ...columns] = words.columns;
  const contents = {
    group: [group, GROUPS[group], words.groups[group]],
    kind: [kindLabel, kind, kindLabel],
    region: [region, region, german(region)],
    status: [status, String(status), statusOf(words, status),
      small(possible !== undefined && fill(words.possible, { status: words.statuses[possible][0] }))],
    date: [days, undefined, date,
      caveat && element("span", { className: "caveat", textContent: caveat })],
    source: [source ? undefined : "", undefined, source && sourced([german(source), rest], url)],
    confirmed: [span, undefined, shown && titled(sourced([shown], where), by), small(age)],
  };
  const first = element("th", { scope: "row" },
    element("a", { href: `kreis?${query}&kreis=${ags}`, lang: "de", textContent: name }));
  first.dataset.sort = name;
  const row = element("tr", {}, first,
    ...columns.map((column) => cell(column, ...contents[column.name])));
  row.dataset.ags = ags;
  return row;
}

function statusOf({ statuses }, status) {
  const [label, colour, mark] = statuses[status];
  const swatch = element("span", { className: "swatch", ariaHidden: "true", textContent: mark });
  swatch.style.background = colour;
  return element("span", { className: "row-status" }, swatch, label);
}

// The groups of the facets, by the names of their columns.
function groupsOf({ groups, statuses, districts }) {
  const alike = (place, label) =>
    [...new Map(districts.map((row) => [row[place], row[label]])).entries()]
      .sort(([, one], [, other]) => BY_NAME(one, other));
  return {
    group: GROUPS.map((name, place) => [name, groups[place]]),
    kind: alike(2, 3),
    region: alike(4, 4),
    status: statuses.map(([label], place) => [String(place), label]),
  };
}

// On a wide screen the table scrolls beside the map (components/page/frame.css): then the keyboard
// reaches it, under the name of the table.
function reach(box, name) {
  const scrolls = box.scrollHeight > box.clientHeight + 1;
  for (const [mark, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": name })) {
    if (scrolls) box.setAttribute(mark, value); else box.removeAttribute(mark);
  }
}

function heading({ name, kind, label }, groups) {
  const made = element("th", { scope: "col" },
    element("button", { type: "button", textContent: label }));
  Object.assign(made.dataset, { name, kind }, groups && { groups: JSON.stringify(groups) });
  return made;
}

export default function ({ parentElement, data }) {
  const find = (selector) => parentElement.querySelector(selector);
  const [table, box, output] = ["table", ".rows", ".hits"].map(find);
  const [head] = table.tHead.rows;
  const tools = (parentElement.tools ??= new Tools(find(".tools"), data.name));
  find("caption").textContent = data.caption;

  const draw = (words) => {
    // A heading that has the focus keeps it: the head is made once for each language.
    if (head.dataset.evidence !== data.evidence) {
      const groups = groupsOf(words);
      head.replaceChildren(...words.columns.map((column) => heading(column, groups[column.name])));
      head.dataset.evidence = data.evidence;
    }
    const rows = data.rows.map(
      (codes, index) => rowOf(codes, data.ages[data.aged[index]], index, words, data.query));
    table.tBodies[0].replaceChildren(...rows);
    tools.use(box, { ...words.said, name: data.file, facts: data.facts });
  };

  const size = new ResizeObserver(() => reach(box, data.caption));
  for (const part of [box, table]) size.observe(part);
  let current = true;
  tools.connect();
  wordsAt(data.evidence).then((words) => { if (current) draw(words); }).catch(() => {
    asked.delete(data.evidence);
    if (current) output.textContent = data.failed;
  });
  return () => { current = false; tools.disconnect(); size.disconnect(); };
}
