import { isZone } from "../../core/zone.ts";
import { AvailabilityTemplate, Program, SessionType } from "../../entities/index.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { InvalidInput, Refusal } from "../../platform/problem.ts";
import { refuseInput, requireKey } from "../../platform/validation.ts";
import { CreateAvailabilityTemplateInput } from "../availability/availability.inputs.ts";
import type { AvailabilityService } from "../availability/availability.service.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import { ProgramStepInput } from "../programs/program.inputs.ts";
import type { ProgramService } from "../programs/program.service.ts";
import { CreateSessionTypeInput } from "../session-types/session-type.inputs.ts";
import type { SessionTypeService } from "../session-types/session-type.service.ts";
import { lineOf, lineOfOddity, linesOf } from "./json-lines.policy.ts";
import {
  type SharedFile as Contents,
  type FileFault,
  faultsOf,
  refuseLarge,
  sharedFile,
} from "./shared-file.policy.ts";
import {
  type ImportSharedFileInput,
  SharedFileContents,
  SharedFileFault,
  type SharedFileInput,
  SharedFileRefused,
  SharedPart,
} from "./sharing.inputs.ts";

const MAX_FAULTS = 50;
const MAX_NAME = 80;

export interface ImportDependencies {
  readonly db: Database;
  readonly sessionTypes: SessionTypeService;
  readonly availability: AvailabilityService;
  readonly programs: ProgramService;
}

/** What was added, by its ids. */
export interface ImportedParts {
  readonly sessionTypeIds: readonly string[];
  readonly templateIds: readonly string[];
  readonly programIds: readonly string[];
}

/** Reads files of other coaches: checked as if everything had been typed in, saved whole or not at all. */
export class ImportService {
  private readonly deps: ImportDependencies;

  constructor(deps: ImportDependencies) {
    this.deps = deps;
  }

  /** What importing would add: it is tried within a transaction that is taken back. */
  async check(coachId: string, { text, useOwnTypes }: SharedFileInput): Promise<SharedFileContents> {
    const contents = read(text);
    try {
      await this.deps.db.transact(async (tx) => {
        throw new TakenBack((await this.save(tx, coachId, { contents, text, useOwnTypes })).shown);
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.contents;
      throw error;
    }
    throw new Error("A check was not taken back.");
  }

  import(coachId: string, input: ImportSharedFileInput): Promise<ImportedParts> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const { text, useOwnTypes } = input;
    const contents = read(text);
    return changeCalendar(this.deps.db, coachId, (write) =>
      once(write.sql, { scope: `importSharedFile ${coachId}`, key, input }, async () => {
        const { added } = await this.save(write, coachId, { contents, text, useOwnTypes });
        return added;
      }),
    );
  }

  private async save(
    tx: Tx,
    coachId: string,
    { contents, text, useOwnTypes }: { contents: Contents; text: string; useOwnTypes: boolean },
  ): Promise<{ shown: SharedFileContents; added: ImportedParts }> {
    const faults: FileFault[] = [];
    const types = await this.saveTypes(tx, coachId, { contents, useOwnTypes, faults });
    const templates = await this.saveTemplates(tx, coachId, { contents, faults });
    const programs = await this.savePrograms(tx, coachId, { contents, faults, types });
    if (faults.length > 0) throw new Refusal(new SharedFileRefused(linedUp(text, faults)));
    await tx.em.flush();
    return {
      shown: Object.assign(new SharedFileContents(), {
        sessionTypes: types.parts,
        availabilityTemplates: templates.parts,
        programs: programs.parts,
      }),
      added: { sessionTypeIds: types.ids, templateIds: templates.ids, programIds: programs.ids },
    };
  }

  private async saveTypes(
    tx: Tx,
    coachId: string,
    { contents, useOwnTypes, faults }: Saving & { useOwnTypes: boolean },
  ) {
    const own = await tx.em.find(SessionType, { coach: coachId }, { orderBy: { createdAt: "asc" } });
    const names = new Names(own);
    const byKey = new Map<string, SessionType>();
    const saved: Saved = { parts: [], ids: [] };
    for (const [index, { key, name, ...fields }] of contents.sessionTypes.entries()) {
      const known = useOwnTypes ? own.find((type) => type.name === name) : undefined;
      await trying(faults, ["sessionTypes", index], async () => {
        const newName = known ? name : names.take(name);
        const input = Object.assign(new CreateSessionTypeInput(), fields, { name: newName });
        const type = known ?? (await this.deps.sessionTypes.add(tx, coachId, input));
        // Whoever imports it has to look at its place first: a meeting link may be somebody else's.
        if (!known) Object.assign(type, { active: false });
        // The next address is found among those that are saved.
        await tx.em.flush();
        byKey.set(key, type);
        saved.parts.push(partOf(name, newName, known !== undefined));
        if (!known) saved.ids.push(type.id);
      });
    }
    return { ...saved, byKey };
  }

  private async saveTemplates(tx: Tx, coachId: string, { contents, faults }: Saving): Promise<Saved> {
    const names = new Names(await tx.em.find(AvailabilityTemplate, { coach: coachId }));
    const saved: Saved = { parts: [], ids: [] };
    for (const [index, template] of contents.availabilityTemplates.entries()) {
      await trying(faults, ["availabilityTemplates", index], async () => {
        if (!isZone(template.timeZone))
          refuseInput("timeZone", "This is not a time zone; write it like Europe/Berlin.");
        const newName = names.take(template.name);
        const input = Object.assign(new CreateAvailabilityTemplateInput(), template, { name: newName });
        const { id } = await this.deps.availability.create(coachId, input)(tx);
        saved.parts.push(partOf(template.name, newName, false));
        saved.ids.push(id);
      });
    }
    return saved;
  }

  private async savePrograms(
    tx: Tx,
    coachId: string,
    { contents, faults, types }: Saving & { types: { byKey: ReadonlyMap<string, SessionType> } },
  ): Promise<Saved> {
    const names = new Names(await tx.em.find(Program, { coach: coachId }));
    const saved: Saved = { parts: [], ids: [] };
    for (const [index, { name, description, spareWeeks, steps }] of contents.programs.entries()) {
      // What is wrong with a session type is told there.
      if (steps.some(({ sessionType }) => !types.byKey.has(sessionType))) continue;
      await trying(faults, ["programs", index], async () => {
        const newName = names.take(name);
        const asked = steps.map((step) =>
          Object.assign(new ProgramStepInput(), step, {
            sessionType: types.byKey.get(step.sessionType)?.globalId ?? "",
          }),
        );
        const input = { name: newName, description: description ?? null, steps: asked, spareWeeks: spareWeeks ?? null };
        const { id } = await this.deps.programs.add(tx, coachId, input);
        saved.parts.push(partOf(name, newName, false));
        saved.ids.push(id);
      });
    }
    return saved;
  }
}

interface Saving {
  readonly contents: Contents;
  readonly faults: FileFault[];
}

interface Saved {
  readonly parts: SharedPart[];
  readonly ids: string[];
}

/** Carries what was found out of the transaction that it ends. */
class TakenBack extends Error {
  readonly contents: SharedFileContents;

  constructor(contents: SharedFileContents) {
    super("taken back");
    this.contents = contents;
  }
}

/** Names that are given, so that the next one like it is numbered. */
class Names {
  readonly #taken: Set<string>;

  constructor(known: readonly { readonly name: string }[]) {
    this.#taken = new Set(known.map(({ name }) => name));
  }

  take(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) {
      const end = ` (${number})`;
      free = `${name.slice(0, MAX_NAME - end.length).trimEnd()}${end}`;
    }
    this.#taken.add(free);
    return free;
  }
}

function partOf(name: string, newName: string, isOwn: boolean): SharedPart {
  return Object.assign(new SharedPart(), { name, newName, isOwn });
}

/** What those who save a part refuse is told with its place in the file, and the others are looked at too. */
async function trying(faults: FileFault[], path: readonly PropertyKey[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal && error.problem instanceof InvalidInput)) throw error;
    faults.push({ path: [...path, ...error.problem.field.split(".")], message: error.problem.message });
  }
}

/** Refuses a text that is no file of ours, with every place that is wrong. */
function read(text: string): Contents {
  refuseLarge("text", text);
  const json = parse(text);
  const { data, error } = sharedFile.safeParse(json);
  if (error) throw new Refusal(new SharedFileRefused(linedUp(text, faultsOf(error))));
  return data;
}

function parse(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    const told = error instanceof SyntaxError ? /\(line (\d+) /.exec(error.message)?.[1] : undefined;
    const line = told ?? lineOfOddity(json);
    const where = line === null ? "This" : `Line ${line}: this`;
    return refuseInput("text", `${where} is no JSON. Choose a file that was made by sharing from Kairos.`);
  }
}

function linedUp(text: string, faults: readonly FileFault[]): SharedFileFault[] {
  const lines = linesOf(text);
  const found = faults.map(({ path, message }) =>
    Object.assign(new SharedFileFault(), { line: lineOf(lines, path), path: path.map(String).join("."), message }),
  );
  return found.sort((a, b) => a.line - b.line).slice(0, MAX_FAULTS);
}
