import { useState } from "react";
import { useLocation } from "wouter";
import { useBookProgramMutation } from "../../../../generated/console.ts";
import type { BookProgramInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { describeFailure, send } from "../../../../lib/send.ts";
import { tellBooked } from "../booked/booked-undo.ts";
import { useUndoProgram } from "../booked/use-undo-program.ts";
import { bookedAddress } from "../program-addresses.ts";
import { bookInput, type WishToBook } from "./wish-to-book.ts";

export interface BookingRefusal {
  readonly message: string;
  /** Null when it is about the whole. */
  readonly field: string | null;
}

interface BookProgramOptions {
  readonly onBooked: () => void;
  /** The calendar is otherwise than the plan that was shown. */
  readonly onChanged: () => void;
}

/** Books a plan whole, just as it was shown. */
export function useBookProgram({ onBooked, onChanged }: BookProgramOptions) {
  const [, navigate] = useLocation();
  const [mutate, { loading }] = useBookProgramMutation();
  const attempts = useAttempts<BookProgramInput>();
  const [refusal, setRefusal] = useState<BookingRefusal | null>(null);
  const undo = useUndoProgram();

  async function book(wish: WishToBook, shown: string) {
    if (loading) return;
    if (wish.client === null && wish.added === null) {
      return setRefusal({ field: "client", message: "Choose a client, or write a new name." });
    }
    setRefusal(null);
    const fields = bookInput(wish, shown);
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    try {
      const { bookProgram: answer } = await send(() => mutate({ variables: { input } }));
      attempts.settled();
      switch (answer.__typename) {
        case "ProgramBooked": {
          onBooked();
          tellBooked(answer, undo);
          return navigate(bookedAddress(answer.programBooking.id));
        }
        case "PlanChanged":
        case "NoPlan":
          onChanged();
          return setRefusal({ field: null, message: answer.message });
        case "InvalidInput":
          return setRefusal(answer);
        default:
          return setRefusal({ field: null, message: answer.message });
      }
    } catch (error) {
      setRefusal({ field: null, message: describeFailure(error) });
    }
  }
  return { book, booking: loading, refusal, clear: () => setRefusal(null) };
}
