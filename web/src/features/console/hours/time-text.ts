/** Reads a time of day as people type it: "9", "9:30", "9.30", "0930", "5pm", "5:30 p.m.", "noon", "midnight", "24:00". */
export function readTime(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s|\.(?=m)|(?<=m)\./g, "");
  if (typed === "noon") return 720;
  if (typed === "midnight") return 0;
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?h?([ap])?m?$/.exec(typed);
  if (match === null || (typed.endsWith("m") && match[3] === undefined)) return null;
  return minutesOf(Number(match[1]), Number(match[2] ?? 0), match[3]);
}

/** An end that reads as not after its start was meant for the afternoon: "9" to "5". At midnight it is the end of the day. */
export function readEnd(text: string, start: number | null): number | null {
  const end = readTime(text);
  if (end === null || start === null || end > start) return end;
  if (end === 0) return 1440;
  const saysWhich = /[ap]\.?m|noon|midnight|^0/i.test(text.trim());
  return !saysWhich && end < 720 && end + 720 > start ? end + 720 : end;
}

/** The API's form of minutes since midnight; 24:00 is the end of the day. */
export function localTimeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function minutesOfLocalTime(localTime: string): number {
  return Number(localTime.slice(0, 2)) * 60 + Number(localTime.slice(3, 5));
}

function minutesOf(hour: number, minute: number, half: string | undefined): number | null {
  if (minute > 59) return null;
  if (half === undefined) return hour < 24 || (hour === 24 && minute === 0) ? hour * 60 + minute : null;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
