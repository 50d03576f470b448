// Go to the place that the address names, once: a later choice does not move the reader.
import { visit } from "../visit.mjs";

export default function ({ parentElement }) {
  if (parentElement.followed) return;
  parentElement.followed = true;
  visit(location.hash);
}
