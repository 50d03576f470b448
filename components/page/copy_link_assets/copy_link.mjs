import { say } from "../../html/say.mjs";
import { withUnsent } from "../unsent.mjs";
import { withViews } from "../views.mjs";

export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  button.textContent = data.label;
  said.textContent = "";
  button.onclick = async () => {
    const query = withViews(withUnsent(new URLSearchParams(data.query)));
    const url = new URL(`${location.pathname}?${query}`, location.origin).href;
    try { await navigator.clipboard.writeText(url); said.textContent = data.done; }
    catch { said.textContent = data.by_hand + " " + url; }
    say(said.textContent);
  };
}
