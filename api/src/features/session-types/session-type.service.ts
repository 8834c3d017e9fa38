import { randomUUID } from "node:crypto";
import { ref } from "@mikro-orm/core";
import { BookingLink, Coach, Place, type PlaceKind, SessionType, uuidOf } from "../../entities/index.ts";
import type { Database, Tx } from "../../platform/db.ts";
import {
  optionalPhone,
  optionalText,
  refuseInput,
  requireColour,
  requireLine,
  requireWholeNumber,
} from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import { applyBookingRules } from "./booking-rules.policy.ts";
import { applyBookableDates, checkRules, defaultsOf } from "./session-rules.policy.ts";
import type {
  CreateSessionTypeInput,
  DuplicateSessionTypeInput,
  PlaceInput,
  UpdateSessionTypeInput,
} from "./session-type.inputs.ts";
import { freeSlug } from "./slug.service.ts";

const DEFAULT_COLOUR = "#4f7cac";
const MAX_LENGTHS = 12;
const MAX_NAME = 80;

export class SessionTypeService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  listOf(coachId: string): Promise<SessionType[]> {
    return this.db.em().find(SessionType, { coach: coachId }, { orderBy: { createdAt: "asc", id: "asc" } });
  }

  create(coachId: string, input: CreateSessionTypeInput): Promise<SessionType> {
    return changeCalendar(this.db, coachId, (write) => this.add(write, coachId, input));
  }

  /**
   * A new type begins with the coach's defaults and comes with a public link of its own, so that it can be booked at
   * once. Within a transaction that is open.
   */
  async add({ em, sql }: Pick<Tx, "em" | "sql">, coachId: string, input: CreateSessionTypeInput): Promise<SessionType> {
    const coach = await em.findOneOrFail(Coach, { id: coachId });
    const type = Object.assign(new SessionType(), defaultsOf(coach), { coach: ref(coach), colour: DEFAULT_COLOUR });
    apply(type, input, coach);
    const link = new BookingLink();
    link.coach = type.coach;
    link.sessionType = ref(type);
    link.slug = await freeSlug(sql, coachId, type.name);
    em.persist([type, link]);
    return type;
  }

  /** The same type once more, with a public link of its own. */
  duplicate(coachId: string, { id: globalId, name }: DuplicateSessionTypeInput): Promise<SessionType> {
    return changeCalendar(this.db, coachId, async ({ em, sql }) => {
      const id = uuidOf(SessionType.name, globalId);
      const original = id ? await em.findOne(SessionType, { id, coach: coachId }) : null;
      if (!original) return refuseUnknown("session type");
      const text = requireLine("name", name ?? `Copy of ${original.name}`.slice(0, MAX_NAME), MAX_NAME);
      const fields = { id: randomUUID(), name: text, created_at: new Date() };
      // Every column there is, also those that are added one day.
      await sql`
        insert into session_type select copy.* from session_type type
        cross join lateral jsonb_populate_record(type, ${JSON.stringify(fields)}::jsonb) copy where type.id = ${original.id}`;
      const copy = await em.findOneOrFail(SessionType, { id: fields.id });
      const link = Object.assign(new BookingLink(), { coach: copy.coach, sessionType: ref(copy) });
      link.slug = await freeSlug(sql, coachId, text);
      em.persist(link);
      return copy;
    });
  }

  update(coachId: string, id: string | null, input: UpdateSessionTypeInput): Promise<SessionType> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const type = id ? await em.findOne(SessionType, { id, coach: coachId }) : null;
      if (!type) return refuseUnknown("session type");
      apply(type, input, await em.findOneOrFail(Coach, { id: coachId }));
      if (input.active !== undefined) type.active = input.active;
      return type;
    });
  }
}

/** Checks what is given and writes it to the type. */
function apply(type: SessionType, input: Partial<CreateSessionTypeInput>, { timeZone }: Coach): void {
  if (input.name != null) type.name = requireLine("name", input.name, MAX_NAME);
  if (input.description !== undefined) type.description = optionalText("description", input.description, 2000);
  if (input.minutes != null) type.minutes = checkLengths(input.minutes);
  if (input.place != null) applyPlace(type, input.place);
  if (input.grid != null) type.grid = input.grid;
  if (input.colour != null) type.colour = requireColour("colour", input.colour);
  if (input.capacity != null) type.capacity = requireWholeNumber("capacity", input.capacity, 1, 500);
  Object.assign(type, checkRules("", input));
  applyBookableDates(type, input, timeZone);
  applyBookingRules(type, input);
}

function checkLengths(minutes: readonly number[]): number[] {
  const lengths = [...new Set(minutes)].sort((a, b) => a - b);
  if (lengths.length === 0 || lengths.length > MAX_LENGTHS || lengths.length !== minutes.length) {
    refuseInput("minutes", `Give 1 to ${MAX_LENGTHS} different lengths, each once.`);
  }
  return lengths.map((length) => requireWholeNumber("minutes", length, 5, 1440));
}

function applyPlace(type: SessionType, input: PlaceInput): void {
  if (input.perBooking && input.kind !== "video") {
    refuseInput("place.perBooking", "Only video meetings can be made anew for every booking.");
  }
  type.placePerBooking = input.perBooking ?? false;
  type.place = input.perBooking ? new Place(input.kind, "") : checkPlace(input);
}

function checkPlace({ kind, detail }: PlaceInput): Place {
  const text = requireLine("place.detail", detail ?? "", 300);
  if (kind === "video" && !isHttpsAddress(text))
    refuseInput("place.detail", "A video place needs a link that begins with https://.");
  if (kind === "phone") optionalPhone("place.detail", text);
  return new Place(kind satisfies PlaceKind, text);
}

function isHttpsAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
