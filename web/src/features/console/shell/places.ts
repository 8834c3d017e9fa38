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
}

/** In the order of the number keys. */
export const PLACES: readonly ConsolePlace[] = [
  {
    action: "go-calendar",
    path: "/console",
    also: ["/console/month"],
    name: "Calendar",
    shortName: "Calendar",
    icon: "calendar",
  },
  {
    action: "go-session-types",
    path: "/console/session-types",
    name: "Session types",
    shortName: "Types",
    icon: "sessionTypes",
  },
  { action: "go-hours", path: "/console/hours", name: "Hours", shortName: "Hours", icon: "hours" },
  { action: "go-links", path: "/console/links", name: "Booking links", shortName: "Links", icon: "links" },
  { action: "go-clients", path: "/console/clients", name: "Clients", shortName: "Clients", icon: "clients" },
  { action: "go-settings", path: "/console/settings", name: "Settings", shortName: "Settings", icon: "settings" },
];
