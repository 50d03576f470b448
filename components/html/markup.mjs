// Reading and writing the markup: what the scripts of tables and maps share.

// A text with its blanks filled in; a blank without a value stays.
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

// Only what differs is written.
export function put(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

// An attribute that says nothing is taken away.
export function set(node, name, value) {
  if (value === "" || value == null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

export function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children.filter(Boolean));
  return node;
}

// What is German in a page of another language too: a name, the title of a source.
export const german = (text) => text && element("span", { lang: "de", textContent: text });

export function drawn(name, attributes = {}) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

// Options are written anew only where they differ: a list that is open stays open.
export function offer(select, options, chosen) {
  const there = [...select.options].map(({ value, text }) => [value, text]);
  if (JSON.stringify(there) !== JSON.stringify(options)) {
    select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  }
  select.value = chosen;
}

export const pressed = (button) => button?.getAttribute("aria-pressed") === "true";

export function press(button, on = !pressed(button)) {
  button.setAttribute("aria-pressed", String(on));
}

// Keys that are the browser's or the system's own.
export const reserved = (event) => event.altKey || event.ctrlKey || event.metaKey;
