import { z } from "zod";
import { GapUnit, PlaceKind, QuestionKind, SlotGrid } from "../../entities/index.ts";
import { refuseInput } from "../../platform/validation.ts";

/** What is written today, and what else can still be read. */
export const FORMAT = "kairos";
export const VERSION = 1;
const MAX_PARTS = 50;
/** As much as a request carries, in the bytes that it takes there. */
const MAX_BYTES = 56_000;

const text = z.string();
const whole = z.int();
const wholeOrNone = whole.nullable().optional();
const textOrNone = text.nullable().optional();
const date = z.iso.date("Write a date like 2026-03-05.");
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Write a time like 09:30, at most 24:00.");

const place = z.strictObject({ kind: z.enum(PlaceKind), detail: textOrNone, perBooking: z.boolean().optional() });
const question = z.strictObject({
  key: text,
  kind: z.enum(QuestionKind),
  label: text,
  help: textOrNone,
  required: z.boolean().default(false),
  options: z.array(text).optional(),
  shownWhen: z
    .strictObject({ question: text, answers: z.array(text) })
    .nullable()
    .optional(),
});

const sessionType = z.strictObject({
  /** By which other parts of the file name it. */
  key: text,
  name: text,
  description: textOrNone,
  minutes: z.array(whole),
  stepMinutes: whole.optional(),
  bufferBeforeMinutes: whole.optional(),
  bufferAfterMinutes: whole.optional(),
  noticeMinutes: whole.optional(),
  horizonDays: whole.optional(),
  cancelNoticeMinutes: whole.optional(),
  capacity: whole.optional(),
  maxPerDay: wholeOrNone,
  maxPerWeek: wholeOrNone,
  maxPerMonth: wholeOrNone,
  maxMinutesPerDay: wholeOrNone,
  maxMinutesPerWeek: wholeOrNone,
  maxMinutesPerMonth: wholeOrNone,
  bookableFrom: date.nullable().optional(),
  bookableUntil: date.nullable().optional(),
  grid: z.enum(SlotGrid).optional(),
  place,
  questions: z.array(question).optional(),
  maxGuests: whole.optional(),
  requiresApproval: z.boolean().optional(),
  approvalHours: whole.optional(),
  requiresEmailProof: z.boolean().optional(),
  maxSeriesSessions: whole.optional(),
  colour: text.optional(),
});

const template = z.strictObject({
  name: text,
  timeZone: text,
  windows: z.array(z.strictObject({ week: whole.optional(), weekday: whole, start: time, end: time })),
  cycleWeeks: whole.optional(),
  anchorDate: date.nullable().optional(),
  effectiveFrom: date.nullable().optional(),
  effectiveUntil: date.nullable().optional(),
});

const gap = z.strictObject({ unit: z.enum(GapUnit), wished: whole, min: whole.optional(), max: whole.optional() });
const program = z.strictObject({
  name: text,
  description: textOrNone,
  spareWeeks: whole.optional(),
  steps: z.array(
    z.strictObject({
      name: textOrNone,
      /** The key of a session type of the file. */
      sessionType: text,
      minutes: whole.optional(),
      count: whole.default(1),
      after: gap.optional(),
      every: gap.nullable().optional(),
      weekdays: z.array(whole).optional(),
      fromTime: time.nullable().optional(),
      toTime: time.nullable().optional(),
    }),
  ),
});

const few = `At most ${MAX_PARTS} of a kind fit into one file. Split it into several.`;

/** A file as it is shared: no ids, and nothing that is not named here. Bounds are left to those who save its parts. */
export const sharedFile = z
  .strictObject({
    format: z.literal(FORMAT, `This is no file of Kairos: its format has to be “${FORMAT}”.`),
    version: z.literal(VERSION, `This file is of another version; this release reads version ${VERSION}.`),
    sessionTypes: z.array(sessionType).max(MAX_PARTS, few).default([]),
    availabilityTemplates: z.array(template).max(MAX_PARTS, few).default([]),
    programs: z.array(program).max(MAX_PARTS, few).default([]),
  })
  .superRefine((file, context) => {
    const keys = file.sessionTypes.map(({ key }) => key);
    const issue = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) < index)
        issue(["sessionTypes", index, "key"], "Another session type of the file has this key already.");
    }
    for (const [index, { steps }] of file.programs.entries()) {
      for (const [step, { sessionType: key }] of steps.entries()) {
        if (keys.includes(key)) continue;
        issue(["programs", index, "steps", step, "sessionType"], "No session type of the file has this key.");
      }
    }
  });
export type SharedFile = z.infer<typeof sharedFile>;
export type SharedSessionType = SharedFile["sessionTypes"][number];
export type SharedTemplate = SharedFile["availabilityTemplates"][number];
export type SharedProgram = SharedFile["programs"][number];

/** What is wrong at a place of a file, in words of ours. */
export interface FileFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export function faultsOf(error: z.ZodError): FileFault[] {
  return error.issues.map((issue) => ({ path: issue.path, message: wordsOf(issue) }));
}

const kinds: Readonly<Record<string, string>> = {
  ...{ string: "a text", int: "a whole number", number: "a whole number", boolean: "true or false" },
  ...{ array: "a list", object: "an object in braces" },
};

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `This has to be ${kinds[issue.expected] ?? issue.expected}.`;
    case "unrecognized_keys":
      return `There is no field ${issue.keys
        .slice(0, 3)
        .map((key) => `“${key.slice(0, 40)}”`)
        .join(", ")} here.`;
    case "invalid_value":
      return issue.message.startsWith("Invalid")
        ? `Use one of ${issue.values.map((value) => String(value)).join(", ")}.`
        : issue.message;
    default:
      return issue.message;
  }
}

export function refuseLarge(field: string, text: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(text));
  if (bytes > MAX_BYTES)
    refuseInput(
      field,
      `This makes ${Math.ceil(bytes / 1000)} KB; at most ${MAX_BYTES / 1000} KB fit into one file. Split it into several.`,
    );
}
