import type { CalendarSettingQuery } from "../../../generated/console.ts";

type Viewer = NonNullable<CalendarSettingQuery["viewer"]>;
type Listed<Key extends "sessionTypes" | "availabilityTemplates" | "timeOff"> = NonNullable<Viewer[Key]>;

/** What the calendar stands on: what can be booked, and when the coach is open. */
export interface CalendarSetting {
  readonly types: Listed<"sessionTypes">;
  readonly template: Listed<"availabilityTemplates">[number] | null;
  readonly timeOff: Listed<"timeOff">;
}

export function settingOf(viewer: Viewer): CalendarSetting {
  const templates = viewer.availabilityTemplates ?? [];
  return {
    types: (viewer.sessionTypes ?? []).filter(({ active }) => active),
    template: templates.find(({ isDefault }) => isDefault) ?? templates[0] ?? null,
    timeOff: viewer.timeOff ?? [],
  };
}
