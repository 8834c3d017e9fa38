import { AvailabilityTemplate, type Node, Program, SessionType } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import {
  type SharedFile as Contents,
  FORMAT,
  refuseLarge,
  type SharedProgram,
  type SharedSessionType,
  type SharedTemplate,
  VERSION,
} from "./shared-file.policy.ts";
import { SharedFile, type SharePracticeArgs } from "./sharing.inputs.ts";

/** Writes parts of a practice into a file for other coaches: names and rules, never ids. */
export class ExportService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  async share(coachId: string, args: SharePracticeArgs): Promise<SharedFile> {
    const em = this.db.em();
    const own = { coach: coachId };
    const programs = pick("program", await em.find(Program, own, inOrder), args.programs);
    const templates = pick(
      "availability template",
      await em.find(AvailabilityTemplate, own, inOrder),
      args.availabilityTemplates,
    );
    const allTypes = await em.find(SessionType, own, inOrder);
    const chosen = pick("session type", allTypes, args.sessionTypes);
    const needed = new Set(programs.flatMap(({ steps }) => steps.map(({ sessionTypeId }) => sessionTypeId)));
    const others = allTypes.filter((type) => needed.has(type.id) && !chosen.includes(type));
    const types = [...chosen, ...others];
    if (types.length + templates.length + programs.length === 0) refuseInput("sessionTypes", "Choose what to share.");
    const keys = keysOf(types);
    const contents: Contents = {
      ...{ format: FORMAT, version: VERSION },
      sessionTypes: types.map((type) => sessionTypeOf(type, keys.get(type.id) ?? "")),
      availabilityTemplates: templates.map(templateOf),
      programs: programs.map((program) => programOf(program, keys)),
    };
    const text = `${JSON.stringify(contents, null, 2)}\n`;
    refuseLarge("sessionTypes", text);
    const [first] = [...programs, ...types, ...templates];
    return Object.assign(new SharedFile(), { fileName: `kairos-${slugOf(first?.name ?? "practice")}.json`, text });
  }
}

const inOrder = { orderBy: { createdAt: "asc", id: "asc" } } as const;

/** Those of a coach's own that are named, each once. */
function pick<Part extends Node>(
  what: string,
  own: readonly Part[],
  globalIds: readonly string[] | null | undefined,
): Part[] {
  const byGlobalId = new Map(own.map((one) => [one.globalId, one]));
  return [...new Set(globalIds ?? [])].map((globalId) => byGlobalId.get(globalId) ?? refuseUnknown(what));
}

/** Names as keys, numbered where two are alike. */
function keysOf(types: readonly SessionType[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { id, name } of types) {
    const base = slugOf(name);
    let key = base;
    for (let number = 2; [...keys.values()].includes(key); number++) key = `${base}-${number}`;
    keys.set(id, key);
  }
  return keys;
}

function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return plain.replaceAll(/^-|-$/g, "").slice(0, 40) || "practice";
}

function sessionTypeOf(type: SessionType, key: string): SharedSessionType {
  const { name, description, minutes, stepMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes } = type;
  const { horizonDays, cancelNoticeMinutes, capacity, maxPerDay, maxPerWeek, maxPerMonth } = type;
  const { maxMinutesPerDay, maxMinutesPerWeek, maxMinutesPerMonth, bookableFrom, bookableUntil, grid, questions } =
    type;
  const { maxGuests, requiresApproval, approvalHours, requiresEmailProof, maxSeriesSessions, colour } = type;
  return {
    ...{ key, name, description, minutes, stepMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes },
    ...{ horizonDays, cancelNoticeMinutes, capacity, maxPerDay, maxPerWeek, maxPerMonth },
    ...{ maxMinutesPerDay, maxMinutesPerWeek, maxMinutesPerMonth, bookableFrom, bookableUntil, grid },
    place: { kind: type.place.kind, detail: type.place.detail, perBooking: type.placePerBooking },
    questions: questions.map(({ key: asked, kind, label, help, required, options, shownWhen }) => {
      return { key: asked, kind, label, help, required, options, shownWhen };
    }),
    ...{ maxGuests, requiresApproval, approvalHours, requiresEmailProof, maxSeriesSessions, colour },
  };
}

function templateOf(template: AvailabilityTemplate): SharedTemplate {
  const { name, timeZone, windows, cycleWeeks, anchorDate, effectiveFrom, effectiveUntil } = template;
  return {
    ...{ name, timeZone, cycleWeeks, anchorDate, effectiveFrom, effectiveUntil },
    windows: windows.map(({ week, weekday, start, end }) => ({
      ...(week == null ? {} : { week }),
      weekday,
      start,
      end,
    })),
  };
}

function programOf(
  { name, description, spareWeeks, steps }: Program,
  keys: ReadonlyMap<string, string>,
): SharedProgram {
  return {
    ...{ name, description, spareWeeks },
    steps: steps.map(({ sessionTypeId, ...step }) => ({ ...step, sessionType: keys.get(sessionTypeId) ?? "" })),
  };
}
