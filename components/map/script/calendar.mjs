// Days are ISO texts: they compare as they follow each other. Months count from 0.

export const iso = (year, month, day) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

export const partsOf = (day) =>
  day.split("-").map((part, place) => Number(part) - (place === 1));

export const lengthOf = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

export const daysBetween = (one, other) => (Date.parse(other) - Date.parse(one)) / 86_400_000;

// The day that a reader's text means, or the name of the sentence that says what is wrong.
export function dayOf(text, first, last) {
  const bare = text.trim();
  const numbers = numbersOf(bare);
  if (!numbers) return { wrong: yearOutside(bare, first, last) ?? "no_day" };
  const [year, month, date] = numbers;
  if (month < 1 || month > 12 || date < 1 || date > lengthOf(year, month - 1)) {
    return { wrong: "no_such_day" };
  }
  const day = iso(year, month - 1, date);
  if (day < first) return { wrong: "too_early" };
  return day > last ? { wrong: "too_late" } : { day };
}

// Year, month and date of 2013-06-12, 12.06.2013, 12. Juni 2013; months as people count them.
function numbersOf(text) {
  return text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)?.slice(1).map(Number)
    ?? text.match(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/)?.slice(1).reverse().map(Number)
    ?? worded(text);
}

// 12 June 2013, 12. Juni 2013, 12 Sept. 2013; June 12, 2013.
function worded(text) {
  const [, date, name, year] = text.match(/^(\d{1,2})\.? (\p{L}{3,})\.? (\d{4})$/u) ?? monthFirst(text);
  if (!name) return null;
  const month = ["de-DE", "en-GB"].flatMap(monthsOf)
    .findIndex((long) => long.toLowerCase().startsWith(name.toLowerCase()));
  return month < 0 ? null : [Number(year), month % 12 + 1, Number(date)];
}

function monthFirst(text) {
  const [, name, date, year] = text.match(/^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})$/u) ?? [];
  return [text, date, name, year];
}

function monthsOf(language) {
  const form = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (none, month) => form.format(new Date(Date.UTC(2012, month))));
}

// A year alone is no day, but one outside of the atlas is told so.
function yearOutside(text, first, last) {
  if (!/^\d{4}$/.test(text)) return null;
  if (text < first.slice(0, 4)) return "too_early";
  return text > last.slice(0, 4) ? "too_late" : null;
}
