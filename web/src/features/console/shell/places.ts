import type { NavIconName } from "./NavIcon.tsx";
import type { Action } from "./shortcuts.ts";

export interface ConsolePlace {
  readonly action: Action;
  readonly path: string;
  /** Other pages that belong to it. */
  readonly also?: readonly string[];
  readonly name: string;
  /** Where there is room for one word only. */
  readonly shortName: string;
  readonly icon: NavIconName;
  /** What is counted beside its name. */
  readonly counts?: "requests" | "waiting";
  /** Stands in a phone's bar, which has room for four; the others are one touch further, under More. */
  readonly inBar?: boolean;
}

/** What there is to do day by day. */
const DAILY: readonly ConsolePlace[] = [
  {
    action: "go-calendar",
    path: "/console",
    also: ["/console/month"],
    name: "Calendar",
    shortName: "Calendar",
    icon: "calendar",
    inBar: true,
  },
  {
    action: "go-requests",
    path: "/console/requests",
    name: "Requests",
    shortName: "Requests",
    icon: "requests",
    counts: "requests",
    inBar: true,
  },
  {
    action: "go-waitlist",
    path: "/console/waitlist",
    name: "Waitlist",
    shortName: "Waitlist",
    icon: "waitlist",
    counts: "waiting",
    inBar: true,
  },
  {
    action: "go-clients",
    path: "/console/clients",
    name: "Clients",
    shortName: "Clients",
    icon: "clients",
    inBar: true,
  },
  { action: "go-series", path: "/console/series", name: "Series", shortName: "Series", icon: "series" },
];

/** What is set up once and seldom changed. */
const SET_UP: readonly ConsolePlace[] = [
  {
    action: "go-session-types",
    path: "/console/session-types",
    name: "Session types",
    shortName: "Types",
    icon: "sessionTypes",
  },
  {
    action: "go-programs",
    path: "/console/programs",
    name: "Programs",
    shortName: "Programs",
    icon: "programs",
  },
  { action: "go-bulk", path: "/console/bulk", name: "In bulk", shortName: "Bulk", icon: "bulk" },
  { action: "go-hours", path: "/console/hours", name: "Hours", shortName: "Hours", icon: "hours" },
  { action: "go-links", path: "/console/links", name: "Booking links", shortName: "Links", icon: "links" },
  { action: "go-settings", path: "/console/settings", name: "Settings", shortName: "Settings", icon: "settings" },
];

/** In the order of the navigation. */
export const PLACE_GROUPS: readonly (readonly ConsolePlace[])[] = [DAILY, SET_UP];
export const PLACES: readonly ConsolePlace[] = PLACE_GROUPS.flat();

/** The calendar is at home at the top of the console; the other places have their parts below them. */
export const isAt = ({ path, also = [] }: ConsolePlace, current: string): boolean =>
  current === path || also.includes(current) || (path !== "/console" && current.startsWith(`${path}/`));
