import { keptState } from "../shell/kept-state.ts";
import { useUnsavedMark } from "../shell/unsaved.ts";
import type { SeriesDraft } from "./series-draft.ts";

/** The series that is being written: other pages begin one here. */
export const useKeptSeries = keptState<SeriesDraft>();

/** On every page of series: whether one waits to be booked. */
export function useSeriesMark(): void {
  const [kept] = useKeptSeries();
  useUnsavedMark("series", kept !== null);
}
