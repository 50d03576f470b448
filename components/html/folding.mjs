// The ways a text is typed: Münster, Munster, Muenster; as `spellings` in components/base/places.py,
// but with its spaces and signs.
const TYPED = { ä: "ae", ö: "oe", ü: "ue" };

export function spellings(text) {
  const lower = text.normalize("NFC").toLocaleLowerCase("de").replaceAll("ß", "ss")
    .replace(/\s+/g, " ").trim();
  const bare = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return [lower.replace(/[äöü]/g, (letter) => TYPED[letter]), bare];
}
