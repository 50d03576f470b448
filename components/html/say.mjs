// The one live region of a page: what has changed, told once to those who do not see it.
const REGION = "kiz-live";

// Say a sentence; the same again, with nothing said between, is not news. What is there before it
// first speaks is heard for certain: an empty text makes it.
export function say(text) {
  const region = document.getElementById(REGION) ?? made();
  if (text && region.textContent !== text) region.textContent = text;
}

function made() {
  const region = Object.assign(document.createElement("p"), { id: REGION, className: "unseen" });
  region.role = "status";
  document.body.append(region);
  return region;
}
