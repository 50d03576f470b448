// A field of a form, of the browser's own elements: a list, a choice, a switch, a day, suggestions.
import { Day } from "./day.mjs";
import { Choice, Pills, Select, Switch } from "./options.mjs";

const KINDS = { select: Select, choice: Choice, switch: Switch, pills: Pills, day: Day };

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".field");
  parentElement.field ??= new KINDS[data.kind](root);
  parentElement.field.update(data, (told) => setTriggerValue("changed", told));
}
