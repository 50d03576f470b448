// The maps, their time and their words, in the page, the embed and the edition.
import { Stage } from "./stage.mjs";

// In the page: stages come and go with their components, the choice comes with every run, and maybe
// before this script.
const stages = new Set();
const chosen = window.KizChosen ??= new Map();

function mount(root, { key, failed }, send, before) {
  if (!root.stage) {
    root.stage = new Stage(root);
    // One of another version of this script is none.
    if (before instanceof Stage) root.stage.follow(before);
    if ("embed" in root.dataset) reportHeight(root);
  }
  Object.assign(root.stage, { key, failed, send });
  stages.add(root.stage);
  const choice = chosen.get(key);
  if (choice && root.stage.next !== choice) root.stage.update(choice);
}

function choose(choice) {
  for (const stage of stages) {
    if (!stage.root.isConnected) stages.delete(stage);
    else if (stage.key === choice.key) stage.update(choice);
  }
}

// The page around an embed learns how high it is (see docs/embed.md).
function reportHeight(root) {
  const { body } = document;
  const tell = () => window.parent.postMessage(
    { type: "kiz-atlas:height", height: Math.ceil(body.getBoundingClientRect().height) }, "*");
  if (window.parent !== window) new ResizeObserver(tell).observe(body);
}

// What stages show that the server does not know yet, as the address says it.
function unsent() {
  const names = { day: "tag", colouring: "farbe", ags: "kreis" };
  return Object.fromEntries([...stages].filter(({ root }) => root.isConnected)
    .flatMap((stage) => stage.ahead.map((field) => [names[field], stage[field]])));
}

// In embed and edition the days are a script before this one, and the markup says what is chosen.
function start(file) {
  for (const root of document.querySelectorAll(".stage")) {
    const { day, district = "", panels, query } =
      { ...root.querySelector(".clock")?.dataset, ...root.parentNode.dataset };
    mount(root, {});
    root.stage.update({ file, day, colouring: root.dataset.colouring, ags: district,
      panels: panels && JSON.parse(panels), query: query && JSON.parse(query) });
  }
}

// What is said while the connection is away nobody hears: it is said once it is back.
const app = document.querySelector('[data-testid="stApp"]');
if (app) {
  new MutationObserver(() => {
    if (app.dataset.testConnectionState !== "CONNECTED") return;
    for (const stage of stages) if (stage.choice) stage.tell();
  }).observe(app, { attributeFilter: ["data-test-connection-state"] });
}

window.KizMap = { mount, choose, unsent };
if (window.KIZ_DAYS) start(window.KIZ_DAYS);
