import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { useCallback, useEffect, useRef } from "react";
import { withRetries } from "./attempt.ts";

/** Nobody waits for it any more. */
class GivenUp extends Error {}

/**
 * Sends an idempotent write, again if need be: a write without a key must not come here. Without a network it waits for one,
 * and goes out then if it is still `wanted`.
 */
export function send<Data>(
  write: () => Promise<{ data?: Data | undefined }>,
  wanted: () => boolean = () => true,
): Promise<Data> {
  const attempt = async () => {
    if (!wanted()) throw new GivenUp();
    const { data } = await write();
    if (!data) throw new Error("The server gave no data and no error");
    return data;
  };
  return withRetries(
    attempt,
    (error) => CombinedGraphQLErrors.is(error) || error instanceof GivenUp,
    async (turn) => {
      await new Promise((done) => setTimeout(done, 400 * 3 ** (turn - 1)));
      if (!navigator.onLine) await new Promise((done) => addEventListener("online", done, { once: true }));
    },
  );
}

/** Says whether the part of the page that sends is still there. */
export function useStillThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return useCallback(() => there.current, []);
}

/** What to say when no result came: the answer got lost, or the server failed and gave the number of the request. */
export function describeFailure(error: unknown): string {
  if (!CombinedGraphQLErrors.is(error)) {
    return "The answer got lost on the way. Press again to make sure: it will not be done twice.";
  }
  const id = error.errors[0]?.extensions?.["requestId"];
  return `Something went wrong on our side${typeof id === "string" ? ` (request ${id})` : ""}. Nothing you wrote is lost; please try again.`;
}
