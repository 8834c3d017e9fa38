import type { BookProgramMutation } from "../../../../generated/console.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { keptState } from "../../shell/kept-state.ts";
import { countOf } from "../program-words.ts";

/** The way back of a booking or change, as long as the server would go it. */
export interface ProgramUndo {
  readonly id: string;
  readonly expiresAt: string;
  /** Of the whole after the change: any other one means that more has happened since. */
  readonly version: number;
  /** What was done: "You booked these 12 sessions." */
  readonly says: string;
}

/** By program booking. */
export type ProgramUndos = ReadonlyMap<string, ProgramUndo>;
export const useProgramUndos = keptState<ProgramUndos>();

export function withUndo(undos: ProgramUndos | null, id: string, undo: ProgramUndo | null): ProgramUndos {
  const next = new Map(undos);
  if (undo === null) next.delete(id);
  else next.set(id, undo);
  return next;
}

type Booked = Extract<BookProgramMutation["bookProgram"], { readonly __typename: "ProgramBooked" }>;

/** Says that a program is booked, with the way back. */
export function tellBooked(
  { programBooking, undo }: Booked,
  {
    offer,
    goBack,
  }: { offer: (id: string, undo: ProgramUndo) => void; goBack: (id: string, undo: ProgramUndo) => void },
): void {
  const sessions = countOf(programBooking.bookings.length, "session");
  const back = { ...undo, version: programBooking.version, says: `You booked these ${sessions}.` };
  offer(programBooking.id, back);
  toast({
    tone: "success",
    message: `${programBooking.name} is booked for ${programBooking.client.name}: ${sessions}.`,
    about: programBooking.id,
    until: Date.parse(undo.expiresAt),
    action: { label: "Undo", onPress: () => goBack(programBooking.id, back) },
  });
}
