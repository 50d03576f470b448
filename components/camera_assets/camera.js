// Plotly's own camera button takes the bare chart. This gives its picture the headline of the
// page, the day's details, source and licence, as every other picture of the atlas has them.
const BUTTON = ".modebar-btn";
const MAP = ".st-key-areas";
const ROW = 5; // entries of the legend side by side
const INK = "#1b242c";
const QUIET = "#4c5a66";
const WIDTH = 1600;
const HEIGHT = 1200;
const MARGIN = 48;
const TITLE = 34;
const SMALL = 18;
const LETTER = 0.53; // mean width of a letter in sizes

// The lines of a text that is no wider than the picture.
function lines(text, size) {
  const most = Math.floor((WIDTH - 2 * MARGIN) / (size * LETTER));
  return text.split(/\s+/).reduce((found, word) => {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    return found.length && longer.length <= most
      ? [...found.slice(0, -1), longer] : [...found, word];
  }, []);
}

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const block = (found, size, weight) => ({
  text: found.map(escaped).map((line) => (weight ? `<b>${line}</b>` : line)).join("<br>"),
  height: found.length * size * 1.3,
});

function note(text, size, color, place) {
  return { text, showarrow: false, align: "left", xref: "paper", yref: "paper", x: 0,
    xanchor: "left", font: { size, color }, ...place };
}

// The legend beside the map as one line: a square in each colour, its name, its count.
function legend() {
  const told = [...document.querySelectorAll("ul.legend li")].map((row) => {
    const colour = row.querySelector(".swatch")?.style.backgroundColor ?? "";
    const [count, part] = [".count", ".part"].map((name) => row.querySelector(name)?.textContent ?? "");
    const own = [...row.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const name = own.map((node) => node.textContent).join(" ").trim();
    const square = colour ? `<span style="color:${colour}">■</span> ` : "";
    return square + escaped([name, part, count].filter(Boolean).join(" "));
  });
  const rows = [];
  while (told.length) rows.push(told.splice(0, ROW).join("    "));
  return { text: rows.join("<br>"), height: rows.length * SMALL * 1.3 };
}

// The figure of the chart with a title above and the source below.
function framed(chart, said) {
  const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
  const title = block(lines(text("h1.headline"), TITLE), TITLE, true);
  const key = chart.closest(MAP) ? legend() : { text: "", height: 0 };
  const origin = block([said.source, location.href].flatMap((line) => lines(line, SMALL)), SMALL);
  const foot = { text: [key.text, origin.text].filter(Boolean).join("<br>"),
    height: key.height + origin.height };
  const own = chart.layout.margin ?? {};
  const margin = { l: (own.l ?? 0) + MARGIN, r: (own.r ?? 0) + MARGIN,
    t: (own.t ?? 0) + title.height + MARGIN, b: (own.b ?? 0) + foot.height + MARGIN };
  const left = -(own.l ?? 0);
  const annotations = [...(chart.layout.annotations ?? []),
    note(title.text, TITLE, INK, { y: 1, yanchor: "bottom", xshift: left, yshift: (own.t ?? 0) + 12 }),
    note(foot.text, SMALL, QUIET, { y: 0, yanchor: "top", xshift: left, yshift: -(own.b ?? 0) - 12 })];
  const layout = { ...chart.layout, margin, annotations, paper_bgcolor: "#fff",
    width: WIDTH, height: HEIGHT, autosize: false };
  return { data: chart.data, layout, config: { topojsonURL: chart._context.topojsonURL } };
}

function take(event) {
  const button = event.target.closest?.(BUTTON);
  const chart = button?.closest(".js-plotly-plot");
  if (!chart || !window.Plotly?.downloadImage) return;
  event.stopImmediatePropagation();
  window.Plotly.downloadImage(framed(chart, this.said),
    { format: "png", width: WIDTH, height: HEIGHT, scale: 2, filename: this.said.file });
}

// The button's own name is English and comes anew with every chart.
function name(said) {
  for (const button of document.querySelectorAll(BUTTON)) {
    if (button.ariaLabel === said.label) continue;
    button.dataset.title = button.ariaLabel = said.label;
  }
}

export default function ({ parentElement, data }) {
  parentElement.end?.();
  const state = { said: data };
  const onClick = take.bind(state);
  const watch = new MutationObserver(() => name(data));
  document.addEventListener("click", onClick, true);
  watch.observe(document.body, { childList: true, subtree: true });
  name(data);
  parentElement.end = () => {
    document.removeEventListener("click", onClick, true);
    watch.disconnect();
    parentElement.end = null;
  };
  return () => parentElement.end?.();
}
