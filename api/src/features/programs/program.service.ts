import type { EntityManager } from "@mikro-orm/postgresql";
import { Coach, Program, SessionType, uuidOf } from "../../entities/index.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { optionalText, refuseInput, requireLine, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import type { CreateProgramInput, DuplicateProgramInput, UpdateProgramInput } from "./program.inputs.ts";
import { checkSteps } from "./program.policy.ts";

const MAX_PROGRAMS = 200;
const MAX_NAME = 80;

/** Plans of several sessions. Nothing of the calendar depends on them, so that they need no lock of it. */
export class ProgramService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** In order of name. */
  listOf(coachId: string): Promise<Program[]> {
    return this.db.em().find(Program, { coach: coachId }, { orderBy: { name: "asc", id: "asc" } });
  }

  create(coachId: string, input: CreateProgramInput): Promise<Program> {
    return this.db.transact((tx) => this.add(tx, coachId, input));
  }

  /** The same within a transaction that is open. */
  async add({ em }: Tx, coachId: string, input: CreateProgramInput): Promise<Program> {
    const program = await newProgram(em, coachId);
    await apply(em, program, input);
    em.persist(program);
    return program;
  }

  update(coachId: string, { id, ...input }: UpdateProgramInput): Promise<Program> {
    return this.db.transact(async ({ em }) => {
      const program = await findProgram(em, coachId, id);
      await apply(em, program, input);
      program.version += 1;
      return program;
    });
  }

  duplicate(coachId: string, { id, name }: DuplicateProgramInput): Promise<Program> {
    return this.db.transact(async ({ em }) => {
      const original = await findProgram(em, coachId, id);
      const { description, steps, spareWeeks } = original;
      const copy = Object.assign(await newProgram(em, coachId), { description, steps, spareWeeks });
      copy.name = requireLine("name", name ?? `Copy of ${original.name}`.slice(0, MAX_NAME), MAX_NAME);
      em.persist(copy);
      return copy;
    });
  }

  /** What was booked from it stays. */
  delete(coachId: string, id: string): Promise<void> {
    return this.db.transact(async ({ em }) => {
      em.remove(await findProgram(em, coachId, id));
    });
  }
}

/** A coach's own program by its global id. */
export async function findProgram(em: EntityManager, coachId: string, globalId: string): Promise<Program> {
  const id = uuidOf("Program", globalId);
  const program = id ? await em.findOne(Program, { id, coach: coachId }) : null;
  return program ?? refuseUnknown("program");
}

async function newProgram(em: EntityManager, coachId: string): Promise<Program> {
  if ((await em.count(Program, { coach: coachId })) >= MAX_PROGRAMS) {
    refuseInput("name", `There are ${MAX_PROGRAMS} programs already; delete some first.`);
  }
  const program = new Program();
  program.coach = em.getReference(Coach, coachId, { wrapped: true });
  return program;
}

/** Checks what is given and writes it to the program. */
async function apply(em: EntityManager, program: Program, input: Omit<UpdateProgramInput, "id">): Promise<void> {
  if (input.name != null) program.name = requireLine("name", input.name, MAX_NAME);
  if (input.description !== undefined) program.description = optionalText("description", input.description, 2000);
  if (input.spareWeeks != null) program.spareWeeks = requireWholeNumber("spareWeeks", input.spareWeeks, 0, 26);
  if (input.steps != null) {
    const types = await em.find(SessionType, { coach: program.coach.id });
    const byGlobalId = new Map(types.map((type) => [type.globalId, type]));
    program.steps = checkSteps(input.steps, (globalId) => byGlobalId.get(globalId));
  }
}
