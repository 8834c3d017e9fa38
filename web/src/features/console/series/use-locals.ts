import { useMemo } from "react";
import { useMomentsQuery } from "../../../generated/console.ts";

/** As many as are answered at once. */
const MOST = 400;

/** Reads instants on the clocks of a zone; null while that is looked up. */
export function useLocals(instants: readonly string[], timeZone: string): (at: string) => string | null {
  const key = [...new Set(instants)].slice(0, MOST).join();
  const of = useMemo(() => (key === "" ? [] : key.split(",").map((at) => ({ at }))), [key]);
  const { data, previousData } = useMomentsQuery({ variables: { of, timeZone }, skip: of.length === 0 });
  const moments = (data ?? previousData)?.moments;
  const known = useMemo(() => new Map(moments?.map(({ at, local }) => [at, local])), [moments]);
  return (at) => known.get(at) ?? null;
}
