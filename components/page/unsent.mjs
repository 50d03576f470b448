// The map is ahead of the server until the reader rests.

// A query with what the map shows.
export function withUnsent(query) {
  for (const [name, value] of Object.entries(window.KizMap?.unsent() ?? {})) {
    if (value) query.set(name, value); else query.delete(name);
  }
  return query;
}
