export type Action =
  | "go-calendar"
  | "go-requests"
  | "go-waitlist"
  | "go-clients"
  | "go-series"
  | "go-session-types"
  | "go-programs"
  | "go-bulk"
  | "go-hours"
  | "go-links"
  | "go-settings"
  | "approve"
  | "decline"
  | "today"
  | "previous"
  | "next"
  | "new"
  | "cursor"
  | "second-zone"
  | "cancelled"
  | "month"
  | "help"
  | "close";

export interface Shortcut {
  readonly action: Action;
  /** Alternatives; a space separates keys pressed one after the other. */
  readonly keys: readonly string[];
  readonly says: string;
  readonly where: "everywhere" | "calendar" | "requests";
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "go-calendar", keys: ["1", "g c"], says: "Calendar", where: "everywhere" },
  { action: "go-requests", keys: ["2", "g r"], says: "Requests", where: "everywhere" },
  { action: "go-waitlist", keys: ["3", "g w"], says: "Waitlist", where: "everywhere" },
  { action: "go-clients", keys: ["4", "g p"], says: "Clients", where: "everywhere" },
  { action: "go-series", keys: ["5", "g n"], says: "Series", where: "everywhere" },
  { action: "go-session-types", keys: ["6", "g s"], says: "Session types", where: "everywhere" },
  { action: "go-programs", keys: ["7", "g o"], says: "Programs", where: "everywhere" },
  { action: "go-bulk", keys: ["g b"], says: "In bulk", where: "everywhere" },
  { action: "go-hours", keys: ["8", "g h"], says: "Hours", where: "everywhere" },
  { action: "go-links", keys: ["9", "g l"], says: "Booking links", where: "everywhere" },
  { action: "go-settings", keys: ["0", "g e"], says: "Settings", where: "everywhere" },
  { action: "help", keys: ["?"], says: "Show or hide these keys", where: "everywhere" },
  { action: "close", keys: ["Escape"], says: "Close the panel", where: "everywhere" },
  { action: "today", keys: ["t"], says: "Today", where: "calendar" },
  { action: "previous", keys: ["k", "ArrowLeft"], says: "Earlier", where: "calendar" },
  { action: "next", keys: ["j", "ArrowRight"], says: "Later", where: "calendar" },
  { action: "month", keys: ["m"], says: "Month or week", where: "calendar" },
  { action: "new", keys: ["n"], says: "New session", where: "calendar" },
  { action: "cursor", keys: ["e"], says: "Go to an empty place by keyboard", where: "calendar" },
  { action: "second-zone", keys: ["z"], says: "Second time zone", where: "calendar" },
  { action: "cancelled", keys: ["x"], says: "Show or hide cancelled sessions", where: "calendar" },
  { action: "approve", keys: ["a"], says: "Approve the request you are on", where: "requests" },
  { action: "decline", keys: ["d"], says: "Decline it with a message", where: "requests" },
];

/** The one key that leads somewhere; null where only several do. */
export function keyOf(action: Action): string | null {
  return SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys.find((key) => key.length === 1) ?? null;
}

/** What was pressed so far, for keys that follow each other. */
export interface Pressed {
  readonly key: string;
  readonly at: number;
}

const FOLLOW_MS = 1200;

/** The action a key means after what was pressed before it, or null; and what to remember for the next key. */
export function readKey(
  key: string,
  at: number,
  before: Pressed | null,
): { action: Action | null; pressed: Pressed | null } {
  const sequence = before !== null && at - before.at <= FOLLOW_MS ? `${before.key} ${key}` : key;
  const found =
    SHORTCUTS.find(({ keys }) => keys.includes(sequence)) ?? SHORTCUTS.find(({ keys }) => keys.includes(key));
  if (found !== undefined) return { action: found.action, pressed: null };
  const begins = SHORTCUTS.some(({ keys }) => keys.some((one) => one.startsWith(`${key} `)));
  return { action: null, pressed: begins ? { key, at } : null };
}
