// The theme that the reader has chosen, before anything is painted; then its switch, which without
// this is not there.
import { choose, show, theme } from "../../components/html/theme.mjs";

show(theme());
document.addEventListener("DOMContentLoaded", () => {
  const label = document.querySelector(".top .theme");
  const select = label.querySelector("select");
  label.hidden = false;
  select.value = theme() || select.options[0].value;
  select.onchange = () => choose(select.value);
});
