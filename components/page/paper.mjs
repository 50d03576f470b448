// What the foot of each printed page says: the title and the whole address of what is seen.
// Print rules have no other way to know them (components/html/styles/print.css).
export function onPaper(address) {
  addEventListener("beforeprint", () => {
    const { style } = document.documentElement;
    style.setProperty("--title", JSON.stringify(document.title));
    style.setProperty("--address", JSON.stringify(address()));
    // Paper is as wide as another screen, whose picture nobody has fetched: the one seen stays.
    for (const one of document.querySelectorAll("picture source")) {
      one.media = matchMedia(one.media).matches ? "all" : "not all";
    }
    const chart = document.querySelector(".st-key-curve_box .main-svg");
    if (chart) style.setProperty("--drawn", chart.width.baseVal.value);
  });
}
