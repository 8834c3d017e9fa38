import { formatDuration, zoneCity } from "../../lib/time.ts";

/** A zone's minutes east of UTC, now and at the session. */
export type Offsets = { readonly zone: string; readonly now: number; readonly atSession: number };

/** What to say when the two are not as far apart at the session as they are now; null when they are. */
export function sayClockChange(client: Offsets, coach: Offsets): string | null {
  const [now, then] = [coach.now - client.now, coach.atSession - client.atSession];
  if (now === then) return null;
  const changed = [client, coach].filter((one) => one.now !== one.atSession).map(({ zone }) => zoneCity(zone));
  const [here, there] = [zoneCity(client.zone), zoneCity(coach.zone)];
  return `The clocks in ${changed.join(" and ")} change before this session: ${there} is ${apart(then, here)} then, ${apart(now, here)} now.`;
}

function apart(minutes: number, zone: string): string {
  if (minutes === 0) return `level with ${zone}`;
  return `${formatDuration(Math.abs(minutes))} ${minutes < 0 ? "behind" : "ahead of"} ${zone}`;
}
