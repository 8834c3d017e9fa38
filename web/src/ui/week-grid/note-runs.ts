/** The same note on neighbouring days. */
export interface NoteRun {
  readonly note: string;
  /** Index of the first day. */
  readonly from: number;
  readonly length: number;
}

/** Joins what neighbouring days share, so that a week away is said once and has room to be read. */
export function noteRuns(notes: readonly (string | null)[]): NoteRun[] {
  const runs: NoteRun[] = [];
  for (const [index, note] of notes.entries()) {
    if (note === null) continue;
    const last = runs.at(-1);
    if (last?.note === note && last.from + last.length === index)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ note, from: index, length: 1 });
  }
  return runs;
}
