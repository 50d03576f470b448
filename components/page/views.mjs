// What tables say of themselves in the address has a dot in its name (components/html/sortable.mjs).
// It belongs to the page that has the table.
const ofTable = (name) => name.includes(".");

export function withoutViews(query) {
  return new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => !ofTable(name)));
}

// A query with what the tables of this page say.
export function withViews(query) {
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (ofTable(name)) query.set(name, value);
  }
  return query;
}
