import type { CalendarSettingQuery } from "../../../generated/console.ts";

type Viewer = NonNullable<CalendarSettingQuery["viewer"]>;
type Listed<Key extends "sessionTypes" | "travel"> = NonNullable<Viewer[Key]>;

/** What the calendar stands on: what can be booked, and by which clocks its days are read. */
export interface CalendarSetting {
  readonly types: Listed<"sessionTypes">;
  readonly travel: Listed<"travel">;
}

export function settingOf(viewer: Viewer): CalendarSetting {
  return {
    types: (viewer.sessionTypes ?? []).filter(({ active }) => active),
    travel: viewer.travel ?? [],
  };
}
