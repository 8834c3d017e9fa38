import { useState } from "react";
import {
  type BookSessionMutation,
  type BookSessionMutationVariables,
  useBookSessionMutation,
} from "../../../generated/details.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { describeFailure, send, useStillThere } from "../../../lib/send.ts";
import type { Draft } from "./details.ts";
import { answersToSend, type Question } from "./questions.ts";

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
  draft: Draft;
  questions: readonly Question[];
  /** Where whoever made the link wants the visitor to be sent afterwards. */
  redirectTo: string | null;
};

/** Books once, however often it is pressed or the network fails. */
export function useBookSession(): { book: (wish: Wish) => Promise<BookResult>; busy: boolean } {
  const [bookSession] = useBookSessionMutation();
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts<Input>();
  const stillThere = useStillThere();
  const book = async ({ holdToken, coachZone, draft, questions, timeZone, ...slot }: Wish): Promise<BookResult> => {
    setBusy(true);
    const { details, answers, guests } = draft;
    const fields = {
      ...slot,
      client: {
        name: details.name.trim(),
        email: details.email.trim(),
        phone: details.phone.trim() || null,
        note: details.note.trim() || null,
        timeZone,
      },
      answers: answersToSend(questions, answers),
      guests: guests.map((email) => ({ email: email.trim() })),
    };
    // The hold is left out of the comparison: a repetition goes out as it was, also when the hold has ended meanwhile.
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, holdToken, idempotencyKey }));
    try {
      const { bookSession: result } = await send(
        () => bookSession({ variables: { input, clientZone: timeZone, coachZone } }),
        stillThere,
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
