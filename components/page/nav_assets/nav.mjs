// The links between the pages: those at the top of each, with what else stands there, and single ones;
// and what of the query the address does not say.
import { Links, remember } from "./links.mjs";
import { Top } from "./top.mjs";

export default function ({ parentElement, data, setTriggerValue }) {
  if (data.look === "said") { remember(data.query); return undefined; }
  const Kind = data.look === "row" ? Top : Links;
  const links = (parentElement.links ??= new Kind(parentElement));
  links.update(data, setTriggerValue);
  return () => { links.end(); delete parentElement.links; };
}
