export interface HoursPart {
  readonly path: string;
  readonly name: string;
  /** How what waits there to be saved is called, see shell/unsaved.ts. */
  readonly mark: string;
}

const part = (path: string, name: string): HoursPart => ({ path, name, mark: `hours ${name}` });

export const PARTS = {
  weekly: part("/console/hours", "Weekly"),
  dates: part("/console/hours/dates", "Dates"),
  timeOff: part("/console/hours/time-off", "Time off"),
  holidays: part("/console/hours/holidays", "Holidays"),
  travel: part("/console/hours/travel", "Travel"),
} as const;

export const HOURS_PARTS: readonly HoursPart[] = Object.values(PARTS);
