export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  button.textContent = data.label;
  said.textContent = "";
  button.onclick = async () => {
    const query = new URLSearchParams(data.query);
    // The map is ahead of the server until the reader rests.
    for (const [name, value] of Object.entries(window.KizMap?.unsent() ?? {})) {
      if (value) query.set(name, value); else query.delete(name);
    }
    const url = new URL(`${location.pathname}?${query}`, location.origin).href;
    try { await navigator.clipboard.writeText(url); said.textContent = data.done; }
    catch { said.textContent = data.by_hand + " " + url; }
  };
}
