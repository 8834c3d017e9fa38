/** Rows in the order of their ids, as a dataloader must answer; a missing one is an error in its place. */
export function inOrderOf<Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Array<Row | Error> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? new Error(`Row ${id} is missing.`));
}

/** Groups rows under the ids they belong to, an empty group for an id without rows. */
export function groupedBy<Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(idOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
