import { randomBytes } from "node:crypto";
import { ref } from "@mikro-orm/core";
import { BookingLink, Client, Coach, LinkKind, SessionType, uuidOf } from "../../entities/index.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { optionalText, refuseInput, requireLine, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import { freeSlug } from "../session-types/slug.service.ts";
import { requirePeriod } from "../time-zones/date.policy.ts";
import { requireCoachSlug, requireHosts, requireRedirect, requireSlug } from "./link.policy.ts";
import type { CreateBookingLinkInput, UpdateAddressInput, UpdateBookingLinkInput } from "./link-saving.inputs.ts";

const SECRET_SIGNS = 32;
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const MAX_LINKS = 500;
const MAX_PERIOD_DAYS = 730;

/** How a coach makes, changes and ends links, and says where her addresses begin. */
export class LinkSavingService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  create(coachId: string, input: CreateBookingLinkInput): Promise<BookingLink> {
    return changeCalendar(this.db, coachId, async (tx) => {
      const typeId = uuidOf("SessionType", input.sessionType);
      const type = typeId ? await tx.em.findOne(SessionType, { id: typeId, coach: coachId }) : null;
      if (!type) return refuseUnknown("session type");
      if ((await tx.em.count(BookingLink, { coach: coachId, deletedAt: null })) >= MAX_LINKS) {
        refuseInput("sessionType", `You have ${MAX_LINKS} links. Delete one that is no longer needed.`);
      }
      const { kind } = input;
      const link = Object.assign(new BookingLink(), { coach: type.coach, sessionType: ref(type), kind });
      if (kind === LinkKind.SINGLE_USE) link.maxUses = 1;
      link.slug = kind === LinkKind.PUBLIC ? await freeSlug(tx.sql, coachId, input.slug ?? type.name) : makeSecret();
      await apply(tx, link, type, input);
      tx.em.persist(link);
      return link;
    });
  }

  update(coachId: string, input: UpdateBookingLinkInput): Promise<BookingLink> {
    return changeCalendar(this.db, coachId, async (tx) => {
      const link = await findLink(tx, coachId, input.id);
      if (input.active != null) link.active = input.active;
      await apply(tx, link, await tx.em.findOneOrFail(SessionType, { id: link.sessionType.id }), input);
      return link;
    });
  }

  /** The address is free again and opens nothing; the seats taken through it keep knowing it. */
  async delete(coachId: string, id: string): Promise<void> {
    await changeCalendar(this.db, coachId, async (tx) => {
      const link = await findLink(tx, coachId, id);
      link.active = false;
      link.deletedAt = new Date();
    });
  }

  updateAddress(coachId: string, input: UpdateAddressInput): Promise<Coach> {
    return changeCalendar(this.db, coachId, async ({ em, sql }) => {
      const coach = await em.findOneOrFail(Coach, { id: coachId });
      if (input.slug != null) {
        const slug = requireCoachSlug("slug", input.slug);
        const others = await sql`select from coach where slug = ${slug} and id <> ${coachId}`;
        if (others.length > 0) refuseInput("slug", `The address /${slug} is taken. Choose another one.`);
        coach.slug = slug;
      }
      if (input.redirectHosts != null) coach.redirectHosts = requireHosts("redirectHosts", input.redirectHosts);
      return coach;
    });
  }
}

async function findLink({ em }: Tx, coachId: string, globalId: string): Promise<BookingLink> {
  const id = uuidOf("BookingLink", globalId);
  const link = id ? await em.findOne(BookingLink, { id, coach: coachId, deletedAt: null }) : null;
  return link ?? refuseUnknown("link");
}

type Given = Omit<UpdateBookingLinkInput, "id" | "active">;

/** Checks what is given and writes it to the link. */
async function apply(tx: Tx, link: BookingLink, type: SessionType, given: Given): Promise<void> {
  if (given.name !== undefined) link.name = given.name ? requireLine("name", given.name, 80) : null;
  if (given.slug != null) link.slug = await checkSlug(tx, link, given.slug);
  if (given.maxUses !== undefined) link.maxUses = checkUses(link, given.maxUses);
  if (given.expiresAt !== undefined) link.expiresAt = given.expiresAt;
  if (given.minutes !== undefined) link.minutes = checkLengths(type, given.minutes);
  if (given.client !== undefined) link.client = await checkClient(tx, link, given.client);
  if (given.redirectUrl !== undefined) link.redirectUrl = await checkRedirect(tx, link, given.redirectUrl);
  if (given.fromDate !== undefined) link.fromDate = given.fromDate;
  if (given.toDate !== undefined) link.toDate = given.toDate;
  if (link.fromDate && link.toDate) requirePeriod("toDate", { from: link.fromDate, to: link.toDate }, MAX_PERIOD_DAYS);
}

async function checkSlug({ em }: Tx, link: BookingLink, value: string): Promise<string> {
  if (link.kind !== LinkKind.PUBLIC) {
    refuseInput("slug", "The address of a secret link is made up, so that nobody can guess it. Leave it out.");
  }
  const slug = requireSlug("slug", value);
  const same = await em.find(BookingLink, { coach: link.coach.id, slug, deletedAt: null });
  if (same.some(({ id }) => id !== link.id))
    refuseInput("slug", `You have a link /${slug} already. Choose another one.`);
  return slug;
}

function checkUses({ kind }: BookingLink, value: number | null): number | null {
  if (kind === LinkKind.SINGLE_USE) {
    if (value !== null && value !== 1) refuseInput("maxUses", "A single-use link can be used once. Make a secret one.");
    return 1;
  }
  return value === null ? null : requireWholeNumber("maxUses", value, 1, 10_000);
}

function checkLengths(type: SessionType, minutes: readonly number[] | null): number[] | null {
  if (minutes === null) return null;
  const lengths = [...new Set(minutes)].sort((a, b) => a - b);
  if (lengths.length === 0 || lengths.some((length) => !type.minutes.includes(length))) {
    refuseInput("minutes", `Choose from the lengths of this session type: ${type.minutes.join(", ")}.`);
  }
  return lengths;
}

async function checkClient({ em }: Tx, link: BookingLink, globalId: string | null) {
  if (globalId === null) return null;
  if (link.kind === LinkKind.PUBLIC) {
    refuseInput("client", "A public link must not show who a client is. Make a secret or a single-use one.");
  }
  const id = uuidOf("Client", globalId);
  const client = id ? await em.findOne(Client, { id, coach: link.coach.id }) : null;
  return client ? ref(client) : refuseUnknown("client");
}

async function checkRedirect({ em }: Tx, link: BookingLink, value: string | null): Promise<string | null> {
  const text = optionalText("redirectUrl", value, 2000);
  if (text === null) return null;
  const { redirectHosts } = await em.findOneOrFail(Coach, { id: link.coach.id });
  return requireRedirect("redirectUrl", text, redirectHosts);
}

/** 160 random bits in signs that survive being typed: five of each byte. */
export function makeSecret(): string {
  return Array.from(randomBytes(SECRET_SIGNS), (byte) => BASE32[byte % BASE32.length]).join("");
}
