// Ticks the boxes beside the names of the lists, and tells the server which are ticked.
export default function ({ data, setTriggerValue }) {
  let chosen = data.chosen;
  const show = () => {
    for (const box of document.querySelectorAll("input[data-beside]")) {
      box.checked = chosen.includes(box.dataset.beside);
      box.disabled = !box.checked && chosen.length >= data.most;
    }
  };
  const change = ({ target }) => {
    const ags = target.dataset?.beside;
    if (!ags) return;
    const others = chosen.filter((one) => one !== ags);
    chosen = target.checked ? [...others, ags] : others;
    show();
    setTriggerValue("ticked", chosen.join(","));
  };
  // The lists come into the page after this, and other ones with another day.
  const lists = new MutationObserver(show);
  lists.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("change", change);
  show();
  return () => {
    lists.disconnect();
    document.removeEventListener("change", change);
  };
}
