import type { EntityManager } from "@mikro-orm/postgresql";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/db.ts";
import type { Job } from "../platform/jobs/jobs.ts";
import type { Logger } from "../platform/logger.ts";
import type { Pubsub } from "../platform/pubsub.ts";
import type { TokenSigner } from "../platform/secrets.ts";
import { AgendaFeeds } from "./agenda/agenda.feed.ts";
import { AgendaResolver, SlotReasonResolver } from "./agenda/agenda.resolver.ts";
import { AgendaService } from "./agenda/agenda.service.ts";
import { AgendaViewService } from "./agenda/agenda-view.service.ts";
import { AvailabilityResolver } from "./availability/availability.resolver.ts";
import { AvailabilityService } from "./availability/availability.service.ts";
import { BookingFeeds } from "./bookings/booking.feed.ts";
import { bookingJobs } from "./bookings/booking.jobs.ts";
import { bookingLoaders } from "./bookings/booking.loaders.ts";
import { BookingResolver } from "./bookings/booking.resolver.ts";
import { BookingService } from "./bookings/booking.service.ts";
import { AttendeeFieldsResolver, BookingFieldsResolver } from "./bookings/booking-fields.resolver.ts";
import { BookingUpkeepService } from "./bookings/booking-upkeep.service.ts";
import { HoldService } from "./bookings/hold.service.ts";
import { clientLoaders } from "./clients/client.loaders.ts";
import { ClientResolver } from "./clients/client.resolver.ts";
import { ClientService } from "./clients/client.service.ts";
import { coachLoaders } from "./coaches/coach.loaders.ts";
import { CoachResolver } from "./coaches/coach.resolver.ts";
import { DemoService } from "./demo/demo.service.ts";
import { CoachLinksResolver, LinkResolver } from "./links/link.resolver.ts";
import { LinkService } from "./links/link.service.ts";
import { NodeResolver } from "./nodes/node.resolver.ts";
import { sessionTypeLoaders } from "./session-types/session-type.loaders.ts";
import { SessionTypeResolver } from "./session-types/session-type.resolver.ts";
import { SessionTypeService } from "./session-types/session-type.service.ts";
import { SlotFeeds } from "./slots/slot.feed.ts";
import { SlotResolver } from "./slots/slot.resolver.ts";
import { SlotService } from "./slots/slot.service.ts";
import { TimeZoneResolver } from "./time-zones/time-zone.resolver.ts";
import { upkeepJobs } from "./upkeep/upkeep.jobs.ts";
import { UpkeepService } from "./upkeep/upkeep.service.ts";

/** Every resolver of the API, for printing its schema; `createResolvers` makes them. */
export const resolverClasses = [
  AgendaResolver,
  AttendeeFieldsResolver,
  AvailabilityResolver,
  BookingFieldsResolver,
  BookingResolver,
  ClientResolver,
  CoachLinksResolver,
  CoachResolver,
  LinkResolver,
  NodeResolver,
  SessionTypeResolver,
  SlotReasonResolver,
  SlotResolver,
  TimeZoneResolver,
] as const;

export interface FeatureDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly tokens: TokenSigner;
  readonly pubsub: Pubsub;
  readonly logger: Logger;
}

/** The capabilities of Kairos over their dependencies. */
export function createServices({ db, clock, tokens }: FeatureDependencies) {
  const links = new LinkService(db);
  const slots = new SlotService({ clock, db, links, tokens });
  const holds = new HoldService({ db, clock, links, slots, tokens });
  return {
    agenda: new AgendaService({ db, clock, slots }),
    agendaView: new AgendaViewService(db, clock),
    availability: new AvailabilityService(db),
    bookingUpkeep: new BookingUpkeepService(db, clock),
    bookings: new BookingService({ db, clock, links, slots, holds, tokens }),
    clients: new ClientService(db),
    demo: new DemoService(db, clock),
    holds,
    links,
    sessionTypes: new SessionTypeService(db),
    slots,
    upkeep: new UpkeepService(db, clock),
  };
}
export type Services = ReturnType<typeof createServices>;

/** The resolvers that expose the services. */
export function createResolvers(services: Services, { db, clock, pubsub, logger }: FeatureDependencies): object[] {
  const { agenda, agendaView, bookings, holds, links, slots } = services;
  const live = { pubsub, clock, logger };
  return [
    new AgendaResolver({ service: agenda, view: agendaView, feeds: new AgendaFeeds({ view: agendaView, ...live }) }),
    new AttendeeFieldsResolver(),
    new AvailabilityResolver(services.availability),
    new BookingFieldsResolver(),
    new BookingResolver({ bookings, holds, feeds: new BookingFeeds({ bookings, ...live }) }),
    new ClientResolver(services.clients),
    new CoachLinksResolver(links),
    new CoachResolver(),
    new LinkResolver(links, clock),
    new NodeResolver(db),
    new SessionTypeResolver(services.sessionTypes),
    new SlotReasonResolver(),
    new SlotResolver(slots, new SlotFeeds({ slots, links, ...live })),
    new TimeZoneResolver(clock),
  ];
}

/** What is done without anybody asking. */
export function createJobList({ bookingUpkeep, upkeep }: Services): Job[] {
  return [...bookingJobs(bookingUpkeep), ...upkeepJobs(upkeep)];
}

/** Batched reads for one request. */
export function createLoaders(em: EntityManager) {
  return {
    ...bookingLoaders(em),
    ...clientLoaders(em),
    ...coachLoaders(em),
    ...sessionTypeLoaders(em),
  };
}
