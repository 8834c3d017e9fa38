import type { HeldPlace } from "./own-holds.ts";
import { isRecord, keep, recall, thisTab } from "./storage.ts";

/** A booking that waits for the code from a message. Kept for this tab: phones throw pages away while one reads mail. */
export type Unproven = { token: string; email: string; expiresAt: number };

const nameOf = ({ coach, link, minutes, startAt }: HeldPlace) =>
  `kairos.unproven ${coach}/${link} ${minutes ?? ""} ${startAt}`;

export function keepUnproven(place: HeldPlace, unproven: Unproven | null): void {
  keep(thisTab, nameOf(place), unproven);
}

export function keptUnproven(place: HeldPlace, now: number = Date.now()): Unproven | null {
  const value = recall(thisTab, nameOf(place));
  if (!isRecord(value)) return null;
  const { token, email, expiresAt } = value;
  if (typeof token !== "string" || typeof email !== "string" || typeof expiresAt !== "number") return null;
  if (expiresAt > now) return { token, email, expiresAt };
  keepUnproven(place, null);
  return null;
}
