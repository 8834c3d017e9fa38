import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { hasDeclined, wishWords } from "./wish-words.ts";

export interface WaitlistState {
  readonly entries: readonly DeskEntryPartsFragment[];
  readonly ended: readonly DeskEntryPartsFragment[];
}

/** What happened on the list that was not done here, one sentence for each person. */
export function waitlistNews(before: WaitlistState, after: WaitlistState, doneHere: ReadonlySet<string>): string[] {
  const known = new Map([...before.entries, ...before.ended].map((entry) => [entry.id, entry]));
  return [...after.entries, ...after.ended]
    .filter(({ id }) => !doneHere.has(id))
    .flatMap((entry) => sentenceOf(known.get(entry.id), entry) ?? []);
}

function sentenceOf(known: DeskEntryPartsFragment | undefined, entry: DeskEntryPartsFragment): string | null {
  const { name, status } = entry;
  if (known === undefined) return status === "WAITING" ? `${name} waits now: ${wishWords(entry)}.` : null;
  if (known.status !== status) {
    if (status === "BOOKED") return `${name} has a session now and waits no longer.`;
    if (hasDeclined(entry)) return `${name} declined the offer and waits no longer.`;
    if (status === "LEFT") return `${name} left the waitlist.`;
    return status === "LAPSED" ? `${name} waits no longer: the time is over.` : null;
  }
  if (known.offer?.id === entry.offer?.id) return null;
  return entry.offer === null ? `${name} did not take the offer and waits on.` : `A time is offered to ${name}.`;
}
