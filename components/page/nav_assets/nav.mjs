// The links between the pages: those at the top of each, with what else stands there, and single ones.
import { Links } from "./links.mjs";
import { Top } from "./top.mjs";

export default function ({ parentElement, data, setTriggerValue }) {
  const Kind = data.look === "row" ? Top : Links;
  const links = (parentElement.links ??= new Kind(parentElement));
  links.update(data, setTriggerValue);
  return () => { links.end(); delete parentElement.links; };
}
