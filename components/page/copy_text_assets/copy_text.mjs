import { say } from "../../html/say.mjs";

export default function ({ parentElement, data }) {
  const [label, text, button, said] = ["label", "textarea", "button", "span"]
    .map((name) => parentElement.querySelector(name));
  label.textContent = data.label;
  text.rows = data.rows;
  button.textContent = data.copy;
  // What the reader has written stays until another text is asked for.
  if (parentElement.given !== data.text) {
    parentElement.given = text.value = data.text;
    said.textContent = "";
  }
  button.onclick = async () => {
    try { await navigator.clipboard.writeText(text.value); said.textContent = data.done; }
    catch { text.select(); said.textContent = data.by_hand; }
    say(said.textContent);
  };
}
