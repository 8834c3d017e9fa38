import { useState } from "react";
import {
  type BookSessionMutation,
  type BookSessionMutationVariables,
  useBookSessionMutation,
} from "../../generated/client.ts";
import { useAttempts } from "../../lib/attempt.ts";
import { describeFailure, send } from "../../lib/send.ts";
import type { Details } from "./details.ts";

type Input = BookSessionMutationVariables["input"];
export type BookResult = BookSessionMutation["bookSession"] | { __typename: "Failed"; message: string };
export type Wish = {
  coach: string;
  link: string;
  startAt: string;
  minutes: number | null;
  timeZone: string;
  coachZone: string;
  holdToken: string | null;
  details: Details;
};

/** Books once, however often it is pressed or the network fails. */
export function useBookSession(): { book: (wish: Wish) => Promise<BookResult>; busy: boolean } {
  const [bookSession] = useBookSessionMutation();
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts<Input>();
  const book = async ({ holdToken, coachZone, details, timeZone, ...slot }: Wish): Promise<BookResult> => {
    setBusy(true);
    const client = {
      name: details.name.trim(),
      email: details.email.trim(),
      phone: details.phone.trim() || null,
      note: details.note.trim() || null,
      timeZone,
    };
    // The hold is left out of the comparison: a repetition goes out as it was, also when the hold has ended meanwhile.
    const input = attempts.input({ ...slot, client }, (idempotencyKey) => ({
      ...slot,
      client,
      holdToken,
      idempotencyKey,
    }));
    try {
      const { bookSession: result } = await send(() =>
        bookSession({ variables: { input, clientZone: timeZone, coachZone } }),
      );
      attempts.settled();
      return result;
    } catch (error) {
      return { __typename: "Failed", message: describeFailure(error) };
    } finally {
      setBusy(false);
    }
  };
  return { book, busy };
}
