// Fields with something to choose from. What is there already is never drawn anew: it may have
// the focus.
import { element, offer, press, pressed, put, set } from "../../html/markup.mjs";
import { Field } from "./basis.mjs";

export class Select extends Field {
  constructor(root) {
    super(root);
    this.label = element("label", { htmlFor: "list" });
    this.list = element("select", { id: "list" });
    this.list.onchange = () => this.tell(this.list.value);
    root.append(this.label, this.list);
  }

  draw({ label, options, disabled }) {
    put(this.label, label);
    offer(this.list, options, this.list.value);
    this.list.disabled = disabled;
  }

  show(value) { this.list.value = value; }
}

export class Switch extends Field {
  constructor(root) {
    super(root);
    this.box = element("input", { type: "checkbox" });
    set(this.box, "role", "switch");
    this.text = element("span");
    this.box.onchange = () => this.tell(this.box.checked);
    root.append(element("label", { className: "switch" }, this.box, this.text));
  }

  draw({ label, disabled }) {
    put(this.text, label);
    this.box.disabled = disabled;
  }

  show(value) { this.box.checked = value; }
}

// A group under one name, with a part for each option.
class Group extends Field {
  constructor(root) {
    super(root);
    this.legend = element("legend");
    this.parts = element("div", { className: "parts" });
    root.append(element("fieldset", {}, this.legend, this.parts));
  }

  draw({ label, options, hidden }) {
    put(this.legend, label);
    this.legend.classList.toggle("unseen", Boolean(hidden));
    const there = new Map([...this.parts.children].map((part) => [part.dataset.value, part]));
    const parts = options.map(([value, text]) => {
      const part = there.get(value) ?? this.part(value);
      part.dataset.value = value;
      put(part.querySelector("span"), text);
      return part;
    });
    if (parts.length === there.size && parts.every((part, at) => part === this.parts.children[at])) return;
    const held = this.root.getRootNode().activeElement;
    this.parts.replaceChildren(...parts);
    if (held?.isConnected) held.focus();
  }
}

export class Choice extends Group {
  part(value) {
    const radio = element("input", { type: "radio", name: "one", value });
    radio.onchange = () => this.tell(value);
    return element("label", {}, radio, element("span"));
  }

  show(value) {
    for (const radio of this.parts.querySelectorAll("input")) radio.checked = radio.value === value;
  }
}

// Suggestions: buttons, the one pressed that is shown, if any is.
export class Pills extends Group {
  part(value) {
    const button = element("button", { type: "button" }, element("span"));
    button.onclick = () => { if (!pressed(button)) this.tell(value); };
    return button;
  }

  show(value) {
    for (const button of this.parts.children) press(button, button.dataset.value === value);
  }
}
