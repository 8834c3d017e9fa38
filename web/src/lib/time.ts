import { perHabits } from "./habits.ts";
import { presentName } from "./zone-names.ts";

/**
 * The only place that formats dates and times. The server sends wall times ("2026-03-08T09:30") already converted, and they are
 * formatted as they stand: the browser's own time zone rules may be years old and are never asked to convert.
 */
const formats = perHabits(({ locale, hour12 }) => {
  const floating = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return {
    time: floating({ hour: hour12 ? "numeric" : "2-digit", minute: "2-digit", hour12 }),
    /** Tuesday, 24 November 2026 */
    full: floating({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    /** Tuesday, 24 November */
    long: floating({ weekday: "long", day: "numeric", month: "long" }),
    /** Tue, 24 Nov */
    short: floating({ weekday: "short", day: "numeric", month: "short" }),
    /** 24 November */
    day: floating({ day: "numeric", month: "long" }),
    /** November 2026 */
    month: floating({ month: "long", year: "numeric" }),
  };
});
type DateStyle = Exclude<keyof ReturnType<typeof formats>, "time">;

/** A wall time or date as an instant that means nothing but its own fields. */
function fields(local: string): Date {
  return new Date(local.length === 7 ? `${local}-01T00:00Z` : local.length === 10 ? `${local}T00:00Z` : `${local}Z`);
}

/** "14:30" or "2:30 pm", as the viewer's locale has it. */
export function formatTime(localTime: string): string {
  const text = formats().time.format(fields(localTime.length === 5 ? `2000-01-01T${localTime}` : localTime));
  return text.replace(/[\s\u202f]+([ap])\.?m\.?/i, (_, half: string) => `\u00a0${half.toLowerCase()}m`);
}

export function formatDate(local: string, style: DateStyle = "long"): string {
  return formats()[style].format(fields(local));
}

export function formatTimeRange(localStart: string, localEnd: string): string {
  return `${formatTime(localStart)}\u00a0– ${formatTime(localEnd)}`;
}

export type Instants = { readonly startAt: string; readonly endAt: string };

/**
 * "09:00 – 10:00"; over midnight with the date of the end, and over a change of the clocks with the offset of each, so that
 * an hour that comes twice, or never, is not mistaken.
 */
export function formatSpan(localStart: string, localEnd: string, { startAt, endAt }: Instants): string {
  const offsets = [offsetOf(localStart, startAt), offsetOf(localEnd, endAt)] as const;
  const [from, to] = offsets.map((offset) => (offsets[0] === offsets[1] ? "" : ` (${formatOffset(offset)})`));
  const later = dateOf(localStart) === dateOf(localEnd) ? "" : `, ${formatDate(localEnd, "short")}`;
  return `${formatTime(localStart)}${from}\u00a0– ${formatTime(localEnd)}${to}${later}`;
}

/** "Kathmandu, UTC+5:45": a zone with its offset at a start. */
export function formatZone(zone: string, localStart: string, startAt: string): string {
  const offset = formatOffset(offsetOf(localStart, startAt));
  return zoneCity(zone) === offset ? offset : `${zoneCity(zone)}, ${offset}`;
}

/** The date of a wall time. */
export function dateOf(local: string): string {
  return local.slice(0, 10);
}

/** "Today", "Tomorrow", "Yesterday", or null. */
export function relativeDay(date: string, today: string): string | null {
  const days = Math.round((fields(dateOf(date)).getTime() - fields(dateOf(today)).getTime()) / 86_400_000);
  return days === 0 ? "Today" : days === 1 ? "Tomorrow" : days === -1 ? "Yesterday" : null;
}

/** "45 min", "1 h", "1 h 30 min" */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && `${hours}\u00a0h`, (rest || !hours) && `${rest}\u00a0min`].filter(Boolean).join(" ");
}

/** "UTC", "UTC+1", "UTC−3:30" */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** "4:59"; never below zero. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The wall time at `now` where clocks run `offsetMinutes` east of UTC. */
export function wallTime(now: number, offsetMinutes: number): string {
  return new Date(now + offsetMinutes * 60_000).toISOString().slice(0, 16);
}

/** "Berlin" of Europe/Berlin, "Buenos Aires" of America/Argentina/Buenos_Aires. */
export function zoneCity(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** Minutes east of UTC where clocks show `local` at the instant `at`. Both come from the server: nothing is converted here. */
export function offsetOf(local: string, at: string): number {
  return Math.round((fields(local).getTime() - Math.floor(Date.parse(at) / 60_000) * 60_000) / 60_000);
}

/** Where the browser says it is, with its offset now as its own clock shows it. */
export function detectZone(now: Date = new Date()): { id: string; offsetMinutes: number } {
  const id = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return id ? { id: presentName(id), offsetMinutes: -now.getTimezoneOffset() } : { id: "UTC", offsetMinutes: 0 };
}
