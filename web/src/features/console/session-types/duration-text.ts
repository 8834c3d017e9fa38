const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };

/** Reads a length as people type it: "30", "30 min", "1 h", "1:30", "1h30", "1.5 h", "2 days", "1 week". A bare number is minutes. */
export function readDuration(text: string): number | null {
  const typed = text.trim().toLowerCase().replaceAll(",", ".");
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (/^\d+$/.test(typed)) return Number(typed);
  const parts = [...typed.matchAll(/(\d+(?:\.\d+)?)\s*(weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)?\s*/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== typed) return null;
  const total = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (MINUTES[unit?.[0] ?? "m"] ?? 1), 0);
  return Number.isInteger(total) ? total : null;
}

/** "45 min", "1 h 30 min", "2 days": in the largest units that say it exactly. */
export function writeDuration(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return minutes === 1440 ? "1 day" : `${minutes / 1440} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(" ");
}

/** Several lengths in one field: "30, 60 and 90 min". Ascending, each once. */
export function readDurations(text: string): number[] | null {
  const parts = text
    .split(/[;,]|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map(readDuration);
  if (read.length === 0 || read.includes(null)) return null;
  return [...new Set(read.filter((one) => one !== null))].toSorted((a, b) => a - b);
}
