import type { EntityManager } from "@mikro-orm/postgresql";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import {
  AvailabilityTemplate,
  Booking,
  BookingLink,
  BulkItem,
  BulkRun,
  Client,
  Coach,
  DateOverride,
  Holiday,
  Node,
  Offer,
  Program,
  ProgramBooking,
  parseGlobalId,
  Series,
  SessionType,
  TimeOff,
  Travel,
  WaitlistEntry,
} from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";

@Resolver()
export class NodeResolver {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  @Query(() => Node, {
    nullable: true,
    description: "Anything of one's own practice by its global id; null for everything else.",
  })
  async node(@Arg("id", () => ID) globalId: string, @Ctx() { viewer }: RequestContext): Promise<Node | null> {
    const parsed = parseGlobalId(globalId);
    if (!parsed || !viewer?.coachId) return null;
    return find(this.db.em(), parsed, viewer.coachId);
  }
}

function find(
  em: EntityManager,
  { type, id }: { type: string; id: string },
  coachId: string,
): Promise<Node | null> | null {
  if (type === Coach.name) return id === coachId ? em.findOne(Coach, { id }) : null;
  const where = { id, coach: coachId };
  switch (type) {
    case "AvailabilityTemplate":
      return em.findOne(AvailabilityTemplate, where);
    case "Booking":
      return em.findOne(Booking, where);
    case "BookingLink":
      return em.findOne(BookingLink, where);
    case "BulkItem":
      return em.findOne(BulkItem, { id, run: { coach: coachId } });
    case "BulkRun":
      return em.findOne(BulkRun, where);
    case "Client":
      return em.findOne(Client, where);
    case "DateOverride":
      return em.findOne(DateOverride, where);
    case "Holiday":
      return em.findOne(Holiday, where);
    case "Offer":
      return em.findOne(Offer, where);
    case "Program":
      return em.findOne(Program, where);
    case "ProgramBooking":
      return em.findOne(ProgramBooking, where);
    case "Series":
      return em.findOne(Series, where);
    case "SessionType":
      return em.findOne(SessionType, where);
    case "TimeOff":
      return em.findOne(TimeOff, where);
    case "Travel":
      return em.findOne(Travel, where);
    case "WaitlistEntry":
      return em.findOne(WaitlistEntry, where);
    default:
      return null;
  }
}
