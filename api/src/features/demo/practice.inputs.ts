import type { PlaceKind, SessionType } from "../../entities/index.ts";
import { firstSessionQuestions } from "./questions.inputs.ts";

/** The practice that a first start shows: what a real one looks like after a year. */
export const demoCoach = {
  name: "Maya Lindqvist",
  slug: "maya",
  email: "maya@example.com",
  headline: "Leadership coaching for people who build things",
  timeZone: "America/New_York",
  accent: "#2f6f5e",
  holidayCountry: "US",
  holidayState: "NY",
};

export const demoHolidayPlace = { country: demoCoach.holidayCountry, state: demoCoach.holidayState, region: null };
/** Public holidays on which she works. */
export const demoOpenHolidays: ReadonlySet<string> = new Set([
  "Lincoln's Birthday",
  "Susan B. Anthony Day",
  "Columbus Day",
  "Election Day",
  "Veterans Day",
]);

/** The first Saturday after so many days is open, and a Friday ends early; both lie after the last planned session. */
export const demoSaturday = { inDays: 44, windows: [{ start: "10:00", end: "13:00" }] };
export const demoShortDay = { inDays: 51, windows: [{ start: "09:00", end: "12:00" }] };
/** The first Monday after so many days, for so many days; her hours are read there then. */
export const demoTrip = { place: "Lisbon", timeZone: "Europe/Lisbon", inDays: 58, days: 5 };

export const demoHours = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, start: "09:00", end: "12:00" },
  { weekday, start: "13:00", end: "17:00" },
]);

export interface DemoSessionType {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly minutes: number[];
  readonly stepMinutes: number;
  readonly buffers: readonly [before: number, after: number];
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  readonly capacity: number;
  readonly place: readonly [PlaceKind, string];
  readonly colour: string;
  /** What it asks of whoever books. */
  readonly asks?: Partial<
    Pick<
      SessionType,
      "questions" | "maxGuests" | "maxSeriesSessions" | "requiresApproval" | "approvalHours" | "requiresEmailProof"
    >
  >;
}

export const demoSessionTypes: readonly DemoSessionType[] = [
  {
    slug: "intro",
    name: "Introductory call",
    description: "Half an hour to see whether we fit. You bring a question, I bring the coffee on my side.",
    minutes: [30],
    stepMinutes: 30,
    buffers: [0, 10],
    noticeMinutes: 240,
    horizonDays: 45,
    capacity: 1,
    place: ["video", "https://meet.example.com/maya"],
    colour: "#4f7cac",
  },
  {
    slug: "coaching",
    name: "Coaching session",
    description:
      "Our regular work: one topic, one hour, one thing you will do differently. Ninety minutes when it is knotty.",
    minutes: [60, 90],
    stepMinutes: 30,
    buffers: [5, 10],
    noticeMinutes: 720,
    horizonDays: 90,
    capacity: 1,
    place: ["video", "https://meet.example.com/maya"],
    colour: "#2f6f5e",
    asks: { maxSeriesSessions: 12 },
  },
  {
    slug: "strategy-day",
    name: "Half-day strategy",
    description: "Three hours at a whiteboard in Brooklyn, with a written plan at the end.",
    minutes: [180],
    stepMinutes: 60,
    buffers: [15, 30],
    noticeMinutes: 2880,
    horizonDays: 120,
    capacity: 1,
    place: ["address", "55 Washington Street, Brooklyn, NY 11201"],
    colour: "#a0603f",
    asks: { requiresApproval: true, approvalHours: 48, maxGuests: 5 },
  },
  {
    slug: "circle",
    name: "Founders’ circle",
    description: "Six founders, ninety minutes, what is said stays in the room.",
    minutes: [90],
    stepMinutes: 30,
    buffers: [0, 15],
    noticeMinutes: 720,
    horizonDays: 60,
    capacity: 6,
    place: ["video", "https://meet.example.com/circle"],
    colour: "#7a5ea8",
    asks: { maxGuests: 0 },
  },
  {
    slug: "first-session",
    name: "First session",
    description: "We look at where you are, where you want to be, and decide whether to go on together.",
    minutes: [75],
    stepMinutes: 30,
    buffers: [5, 15],
    noticeMinutes: 1440,
    horizonDays: 60,
    capacity: 1,
    place: ["video", "https://meet.example.com/maya"],
    colour: "#3f7f8c",
    asks: { questions: [...firstSessionQuestions], maxGuests: 2 },
  },
  {
    slug: "taster",
    name: "Free taster",
    description: "Twenty minutes on the phone, free of charge. A code sent to your email address confirms it.",
    minutes: [20],
    stepMinutes: 20,
    buffers: [0, 10],
    noticeMinutes: 240,
    horizonDays: 30,
    capacity: 1,
    place: ["phone", "+1 718 555 0142"],
    colour: "#b0803a",
    asks: { requiresEmailProof: true, maxGuests: 0 },
  },
];

/** A link that only its client was given: the form knows her, and one length is left. */
export const demoSecretLink = {
  type: "coaching",
  client: "ana.ferreira@example.com",
  name: "Ana, one hour each",
  minutes: [60],
};

export const demoClients: ReadonlyArray<readonly [name: string, email: string, timeZone: string]> = [
  ["Ana Ferreira", "ana.ferreira@example.com", "Europe/Lisbon"],
  ["Ben Okafor", "ben.okafor@example.com", "America/New_York"],
  ["Chloé Martin", "chloe.martin@example.com", "Europe/Paris"],
  ["Devika Rao", "devika.rao@example.com", "Asia/Kolkata"],
  ["Elena Petrova", "elena.petrova@example.com", "Europe/Paris"],
  ["Farid Haddad", "farid.haddad@example.com", "America/New_York"],
  ["Grace Kim", "grace.kim@example.com", "America/Los_Angeles"],
  ["Hiro Tanaka", "hiro.tanaka@example.com", "Asia/Tokyo"],
  ["Isabel Ortega", "isabel.ortega@example.com", "America/New_York"],
  ["Jonas Weber", "jonas.weber@example.com", "Europe/Paris"],
  ["Keiko Mori", "keiko.mori@example.com", "Asia/Tokyo"],
  ["Liam Walsh", "liam.walsh@example.com", "Europe/Lisbon"],
  ["Mateo Rossi", "mateo.rossi@example.com", "America/Los_Angeles"],
  ["Nadia Sharif", "nadia.sharif@example.com", "America/New_York"],
  ["Oluwaseun Adeyemi", "seun.adeyemi@example.com", "America/New_York"],
];

/** A client who comes at the same hour every week, and what is said of the weeks without a session. */
export const demoSeries = {
  type: "coaching",
  client: "chloe.martin@example.com",
  weekday: 3,
  day: "WE",
  time: "09:00",
  leftOut: "No sessions that week.",
};

/** A fortnight of working days: wall-clock starts with the session type and the clients, by their index. */
export const demoDays: ReadonlyArray<
  ReadonlyArray<readonly [start: string, slug: string, clients: readonly number[]]>
> = [
  [
    ["09:30", "coaching", [1]],
    ["14:00", "coaching", [6]],
  ],
  [
    ["10:00", "intro", [8]],
    ["11:00", "coaching", [0]],
    ["15:00", "coaching", [13]],
  ],
  [
    ["09:00", "coaching", [2]],
    ["13:30", "circle", [5, 8, 13, 14]],
  ],
  [
    ["09:30", "coaching", [3]],
    ["11:00", "intro", [9]],
    ["13:00", "coaching", [12]],
  ],
  [["09:00", "strategy-day", [5]]],
  [
    ["09:30", "coaching", [4]],
    ["14:30", "coaching", [7]],
    ["16:00", "intro", [10]],
  ],
  [["11:00", "coaching", [11]]],
  [
    ["09:00", "coaching", [2]],
    ["10:30", "coaching", [1]],
    ["15:00", "coaching", [14]],
  ],
  [
    ["13:00", "coaching", [6]],
    ["14:30", "coaching", [0]],
  ],
  [
    ["09:30", "intro", [10]],
    ["10:30", "coaching", [3]],
  ],
];
