import { useEffect, useMemo } from "react";
import { useSearchParams } from "wouter";
import { useClientToBookQuery } from "../../../../generated/console.ts";
import { newWish, useKeptWish, type WishToBook } from "./wish-to-book.ts";

/** The form as it was left, or a new one; for the client that the address names. */
export function useWish(programId: string, today: string) {
  const [kept, keep] = useKeptWish();
  const [search] = useSearchParams();
  const asked = search.get("client");
  const { data } = useClientToBookQuery({ variables: { id: asked ?? "" }, skip: asked === null });
  const fresh = useMemo(() => newWish(programId, today), [programId, today]);
  const wish = kept?.programId === programId ? kept : fresh;
  const change = (how: (now: WishToBook) => WishToBook) =>
    keep((before) => how(before?.programId === programId ? before : fresh));
  const found = data?.node?.__typename === "Client" ? data.node : null;
  useEffect(() => {
    if (found === null) return;
    keep((before) => {
      const now = before?.programId === programId ? before : fresh;
      return now.client?.id === found.id ? now : { ...now, client: found, added: null };
    });
  }, [found, keep, programId, fresh]);
  return { wish, change, forget: () => keep(() => null) };
}
