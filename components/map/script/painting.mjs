// What is painted on a map: the districts on a day, or what a panel says of them.
import { put, set } from "../../html/markup.mjs";

// `lit` are the codes whose areas stand out, if the reader has asked for any; `cities` is whether
// these have their names on them; `ags` is the chosen district.
export function paintDay(map, days, { day, colouring, lit, cities, ags }) {
  const { fills, names, shorts, ...file } = days.file;
  const states = days.states(day);
  map.rows.forEach((row, area) => {
    const { group, status, since, answer, codes } = states[row];
    const code = codes[colouring];
    const label = days.label(day, row, colouring);
    const named = cities && file.cities[row] && !label.includes(shorts[row]);
    map.paint(area, {
      fill: fills[colouring][code],
      label: named ? `${label} ${shorts[row]}`.trim() : label,
      spoken: `${names[row]}: ${answer}`,
      group, status, since,
    });
    map.fade(area, Boolean(lit) && !lit.includes(code));
  });
  map.finish(ags);
}

// A panel is what panels.py writes.
export function paintPanel(map, days, panel, ags) {
  const { title, looks, codes, labels, told, since } = panel;
  put(map.svg.parentNode.querySelector("h2"), title);
  set(map.svg, "aria-label", title);
  map.rows.forEach((row, area) => {
    const [fill, group, status] = looks[codes[area]];
    const spoken = `${days.file.names[row]}: ${told[area]}`;
    map.paint(area, { fill, label: labels[area], spoken, group, status, since: since[area] });
  });
  map.finish(ags);
}
