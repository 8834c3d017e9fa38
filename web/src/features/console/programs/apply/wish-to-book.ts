import type { BookProgramInput, PlanProgramInput, ProgramMoveInput } from "../../../../generated/schema.ts";
import { addDays } from "../../../../lib/dates.ts";
import { startOfWeek } from "../../../../ui/week-grid/wall-time.ts";
import type { PickedClient } from "../../panel/ClientPicker.tsx";
import type { NewClient } from "../../panel/NewClientFields.tsx";
import { keptState } from "../../shell/kept-state.ts";

/** Where a session was put by hand: one of the free times that were offered, or any other. */
export type Move = { readonly at: string } | { readonly local: string; readonly timeZone: string };

/** What is wanted for a client, as it stands in the form. */
export interface WishToBook {
  readonly programId: string;
  readonly client: PickedClient | null;
  readonly added: NewClient | null;
  readonly startDate: string;
  /** Whether wishes are read on the client's clocks instead of the coach's. */
  readonly byClient: boolean;
  readonly note: string;
  /** By the session's number. */
  readonly moves: ReadonlyMap<number, Move>;
  /** Those of them that the coach put there herself; the others only stay where they were. */
  readonly byHand: ReadonlySet<number>;
  /** Whether the rest is planned anew around a session that is moved. */
  readonly restFollows: boolean;
}

/** Kept when the page is left, so that the way to the program's steps or the hours and back costs nothing. */
export const useKeptWish = keptState<WishToBook>();

/** Begins with the next Monday, so that there is time to tell the client. */
export function newWish(programId: string, today: string): WishToBook {
  return {
    programId,
    client: null,
    added: null,
    startDate: addDays(startOfWeek(today, 1), 7),
    byClient: false,
    note: "",
    moves: new Map(),
    byHand: new Set(),
    restFollows: true,
  };
}

export const clientZoneOf = ({ client, added }: WishToBook): string | null =>
  added?.timeZone ?? client?.timeZone ?? null;

export const clientNameOf = ({ client, added }: WishToBook): string | null =>
  added ? added.name.trim() || "the new client" : (client?.name ?? null);

export function planInput(wish: WishToBook): PlanProgramInput {
  const zone = clientZoneOf(wish);
  return {
    program: wish.programId,
    startDate: wish.startDate,
    ...(zone && { clientTimeZone: zone }),
    ...(zone && wish.byClient && { timeZone: zone }),
    moves: [...wish.moves].map(([session, start]): ProgramMoveInput => ({ session, start })),
  };
}

export function bookInput(wish: WishToBook, shown: string): Omit<BookProgramInput, "idempotencyKey"> {
  const { client, added, note } = wish;
  return {
    ...planInput(wish),
    ...(added ? { newClient: { ...added, phone: added.phone.trim() || null } } : { client: client?.id ?? null }),
    note: note.trim() || null,
    shown,
  };
}

interface Planned {
  readonly number: number;
  readonly startAt: string;
}

/** With a session elsewhere; where the rest stays, each other one is held where it is now. */
export function moved(wish: WishToBook, number: number, move: Move, planned: readonly Planned[]): WishToBook {
  const held = wish.restFollows ? [...wish.moves] : planned.map((one) => [one.number, { at: one.startAt }] as const);
  return { ...wish, moves: new Map([...held, [number, move]]), byHand: new Set([...wish.byHand, number]) };
}

/** With a session where it fits best. */
export function released(wish: WishToBook, number: number): WishToBook {
  return {
    ...wish,
    moves: new Map([...wish.moves].filter(([one]) => one !== number)),
    byHand: new Set([...wish.byHand].filter((one) => one !== number)),
  };
}

/** Only what was put by hand is held; the rest is planned anew around it. */
export const replanned = (wish: WishToBook): WishToBook => ({
  ...wish,
  restFollows: true,
  moves: new Map([...wish.moves].filter(([one]) => wish.byHand.has(one))),
});
