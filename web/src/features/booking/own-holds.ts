import type { Slot } from "../slots/slot-board.ts";
import { allTabs, isRecord, keep, recall } from "./storage.ts";

/** What is held: a start of a link, in one of its lengths. */
export type HeldPlace = { coach: string; link: string; minutes: number | null; startAt: string };

/** A hold of this visitor, in the hands of one or more tabs of the browser. */
export type OwnHold = {
  /** Null once it was booked: the secret is of no use any more. */
  token: string | null;
  /** By this browser's clock. */
  expiresAt: number;
  /** The slot as the tab that took it reads it, and in which zone. */
  slot: Slot | null;
  timeZone: string;
  tabs: readonly string[];
};

const prefix = "kairos.hold ";
const nameOf = ({ coach, link, minutes, startAt }: HeldPlace) =>
  `${prefix}${coach}/${link} ${minutes ?? ""} ${startAt}`;

/** Of this tab, for as long as it shows this page: a duplicate of the tab gets another one. */
const tab: string = Math.random().toString(36).slice(2);

export function ownHold(place: HeldPlace, now: number = Date.now()): OwnHold | null {
  const hold = readOwnHold(recall(allTabs, nameOf(place)));
  return hold && hold.expiresAt > now ? hold : null;
}

/** Puts a hold into the hands of this tab too. */
export function shareHold(place: HeldPlace, hold: Omit<OwnHold, "tabs">): void {
  forgetOldHolds();
  const tabs = ownHold(place)?.tabs ?? [];
  keep(allTabs, nameOf(place), { ...hold, tabs: [...tabs.filter((each) => each !== tab), tab] });
}

/**
 * Takes it out of the hands of this tab; says whether another one still has it. A page that may come back, as at a
 * reload, leaves word of it: the hold is then renewed in place, whether or not its release has arrived by then.
 */
export function leaveHold(place: HeldPlace, mayComeBack = false): { shared: boolean } {
  const hold = ownHold(place);
  if (!hold) return { shared: false };
  const tabs = hold.tabs.filter((each) => each !== tab);
  keep(allTabs, nameOf(place), tabs.length > 0 || mayComeBack ? { ...hold, tabs } : null);
  return { shared: tabs.length > 0 };
}

/** It was booked: no tab has anything left to give back, and the others can say why. */
export function endHold(place: HeldPlace): void {
  const hold = ownHold(place);
  const shared = hold?.tabs.some((each) => each !== tab) ?? false;
  keep(allTabs, nameOf(place), hold && shared ? { ...hold, token: null } : null);
}

/** What other tabs, and they alone, hold of a link in one of its lengths. */
export function otherTabsHolds({ coach, link, minutes }: Omit<HeldPlace, "startAt">): OwnHold[] {
  const holds = names(nameOf({ coach, link, minutes, startAt: "" })).map((name) => readOwnHold(recall(allTabs, name)));
  return holds
    .filter((hold) => hold !== null)
    .filter(({ token, expiresAt, tabs }) => {
      return token !== null && expiresAt > Date.now() && tabs.length > 0 && !tabs.includes(tab);
    });
}

/** Tells of each change that another tab makes of what is held there. */
export function watchHold(place: HeldPlace, changed: (hold: OwnHold | null) => void): () => void {
  const name = nameOf(place);
  const listen = ({ key }: StorageEvent) => {
    if (key === name) changed(ownHold(place));
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}

/** A hold as it was kept; null for what another version of the page wrote. */
function readOwnHold(value: unknown): OwnHold | null {
  if (!isRecord(value)) return null;
  const { token, expiresAt, slot, timeZone, tabs } = value;
  if ((token !== null && typeof token !== "string") || typeof expiresAt !== "number") return null;
  if (typeof timeZone !== "string" || !Array.isArray(tabs)) return null;
  return {
    ...{ token, expiresAt, timeZone },
    slot: isSlot(slot) ? slot : null,
    tabs: tabs.filter((each) => typeof each === "string"),
  };
}

function isSlot(value: unknown): value is Slot {
  return (
    isRecord(value) &&
    ["startAt", "endAt", "localStart"].every((name) => typeof value[name] === "string") &&
    ["offsetMinutes", "seatsLeft"].every((name) => typeof value[name] === "number")
  );
}

function forgetOldHolds(now = Date.now()): void {
  for (const name of names(prefix)) {
    const hold = readOwnHold(recall(allTabs, name));
    if (!hold || hold.expiresAt <= now) keep(allTabs, name, null);
  }
}

function names(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    // Nothing was kept.
    return [];
  }
}
