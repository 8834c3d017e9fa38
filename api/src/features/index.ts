import type { EntityManager } from "@mikro-orm/postgresql";
import type { MeetingProvider } from "../integrations/meeting/meeting-provider.ts";
import type { EmailChannel } from "../integrations/messaging/email.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/db.ts";
import type { Job, Jobs } from "../platform/jobs/jobs.ts";
import type { Logger } from "../platform/logger.ts";
import type { Pubsub } from "../platform/pubsub.ts";
import type { TokenSigner } from "../platform/secrets.ts";
import { AgendaFeeds } from "./agenda/agenda.feed.ts";
import { AgendaResolver, SlotReasonResolver } from "./agenda/agenda.resolver.ts";
import { AgendaService } from "./agenda/agenda.service.ts";
import { AgendaViewService } from "./agenda/agenda-view.service.ts";
import { ClientSeatsResolver } from "./agenda/client-seats.resolver.ts";
import { ClientSeatsService } from "./agenda/client-seats.service.ts";
import { DecisionResolver } from "./agenda/decision.resolver.ts";
import { DecisionService } from "./agenda/decision.service.ts";
import { AvailabilityResolver, AvailabilityTemplateResolver } from "./availability/availability.resolver.ts";
import { AvailabilityService } from "./availability/availability.service.ts";
import { ChangeService } from "./availability/change.service.ts";
import { AttemptService } from "./bookings/attempt.service.ts";
import { BookingFeeds } from "./bookings/booking.feed.ts";
import { bookingJobs } from "./bookings/booking.jobs.ts";
import { bookingLoaders } from "./bookings/booking.loaders.ts";
import { BookingResolver } from "./bookings/booking.resolver.ts";
import { BookingService } from "./bookings/booking.service.ts";
import { BookingAccessResolver } from "./bookings/booking-access.resolver.ts";
import {
  AttendeeFieldsResolver,
  BookingFieldsResolver,
  SessionTypePlaceResolver,
} from "./bookings/booking-fields.resolver.ts";
import { BookingUpkeepService } from "./bookings/booking-upkeep.service.ts";
import { CalendarFileService } from "./bookings/calendar-file.service.ts";
import { EmailCodes } from "./bookings/email-code.service.ts";
import { EmailProofResolver } from "./bookings/email-proof.resolver.ts";
import { EmailProofService } from "./bookings/email-proof.service.ts";
import { HoldService } from "./bookings/hold.service.ts";
import { TakingService } from "./bookings/taking.service.ts";
import { UndoResolver } from "./bookings/undo.resolver.ts";
import { UndoService } from "./bookings/undo.service.ts";
import { BulkFeeds } from "./bulk/bulk.feed.ts";
import { bulkJobs, bulkRunJob } from "./bulk/bulk.jobs.ts";
import { bulkLoaders } from "./bulk/bulk.loaders.ts";
import { BulkItemResolver, BulkResolver, BulkRunResolver, BulkSessionResolver } from "./bulk/bulk.resolver.ts";
import { BulkChangeResolver, BulkChangeSessionResolver } from "./bulk/bulk-change.resolver.ts";
import { BulkChangeService } from "./bulk/bulk-change.service.ts";
import { BulkDraftService } from "./bulk/bulk-draft.service.ts";
import { BulkRunService } from "./bulk/bulk-run.service.ts";
import { BulkUndoService } from "./bulk/bulk-undo.service.ts";
import { BulkUpkeepService } from "./bulk/bulk-upkeep.service.ts";
import { BulkViewService } from "./bulk/bulk-view.service.ts";
import { clientLoaders } from "./clients/client.loaders.ts";
import { ClientResolver } from "./clients/client.resolver.ts";
import { ClientService } from "./clients/client.service.ts";
import { coachLoaders } from "./coaches/coach.loaders.ts";
import { CoachResolver } from "./coaches/coach.resolver.ts";
import { serveFirst } from "./coaches/coach.service.ts";
import { DayFeeds } from "./days/day.feed.ts";
import { DayResolver } from "./days/day.resolver.ts";
import { DayService } from "./days/day.service.ts";
import { DemoService } from "./demo/demo.service.ts";
import { holidayJobs } from "./holidays/holiday.jobs.ts";
import { HolidayResolver } from "./holidays/holiday.resolver.ts";
import { HolidayService } from "./holidays/holiday.service.ts";
import { LinkFeeds } from "./links/link.feed.ts";
import { linkLoaders } from "./links/link.loaders.ts";
import { CoachLinksResolver, LinkResolver } from "./links/link.resolver.ts";
import { LinkService } from "./links/link.service.ts";
import { LinkSavingResolver } from "./links/link-saving.resolver.ts";
import { LinkSavingService } from "./links/link-saving.service.ts";
import { MoveResolver } from "./moves/move.resolver.ts";
import { MoveService } from "./moves/move.service.ts";
import { NodeResolver } from "./nodes/node.resolver.ts";
import { OverrideResolver } from "./overrides/override.resolver.ts";
import { OverrideService } from "./overrides/override.service.ts";
import { PreferencesResolver } from "./preferences/preferences.resolver.ts";
import { PreferencesService } from "./preferences/preferences.service.ts";
import { ChangeDispatcher } from "./previews/change-dispatcher.service.ts";
import { PreviewResolver } from "./previews/preview.resolver.ts";
import { PreviewService } from "./previews/preview.service.ts";
import {
  BookingProgramResolver,
  CoachProgramsResolver,
  PlannedSessionResolver,
  PlanResolver,
  ProgramBookingResolver,
} from "./programs/plan.resolver.ts";
import { PlanService } from "./programs/plan.service.ts";
import { programLoaders } from "./programs/program.loaders.ts";
import { ProgramResolver, ProgramStepResolver } from "./programs/program.resolver.ts";
import { ProgramService } from "./programs/program.service.ts";
import { ProgramBookingService } from "./programs/program-booking.service.ts";
import { ProgramViewService } from "./programs/program-view.service.ts";
import { ShiftService } from "./programs/shift.service.ts";
import { ChangeUndoService } from "./series/change-undo.service.ts";
import { seriesJobs } from "./series/series.jobs.ts";
import { seriesLoaders } from "./series/series.loaders.ts";
import {
  BookingSeriesResolver,
  CoachSeriesResolver,
  SeriesFieldsResolver,
  SeriesOccurrenceResolver,
  SeriesPreviewResolver,
  SeriesResolver,
} from "./series/series.resolver.ts";
import { SeriesService } from "./series/series.service.ts";
import { SeriesChangeService } from "./series/series-change.service.ts";
import { SeriesCourseService } from "./series/series-course.service.ts";
import { SeriesFillService } from "./series/series-fill.service.ts";
import { SeriesLinkResolver } from "./series/series-link.resolver.ts";
import { SeriesLinkService } from "./series/series-link.service.ts";
import { SeriesViewService } from "./series/series-view.service.ts";
import { sessionTypeLoaders } from "./session-types/session-type.loaders.ts";
import { SessionTypeResolver } from "./session-types/session-type.resolver.ts";
import { SessionTypeService } from "./session-types/session-type.service.ts";
import { ExportService } from "./sharing/export.service.ts";
import { ImportService } from "./sharing/import.service.ts";
import { SharingResolver } from "./sharing/sharing.resolver.ts";
import { SlotFeeds } from "./slots/slot.feed.ts";
import { SlotResolver } from "./slots/slot.resolver.ts";
import { SlotService } from "./slots/slot.service.ts";
import { TimeOffResolver } from "./time-off/time-off.resolver.ts";
import { TimeOffService } from "./time-off/time-off.service.ts";
import { TimeZoneResolver } from "./time-zones/time-zone.resolver.ts";
import { travelLoaders } from "./travel/travel.loaders.ts";
import { BookingTravelResolver, TravelResolver } from "./travel/travel.resolver.ts";
import { TravelService } from "./travel/travel.service.ts";
import { upkeepJobs } from "./upkeep/upkeep.jobs.ts";
import { UpkeepService } from "./upkeep/upkeep.service.ts";
import { OfferService } from "./waitlist/offer.service.ts";
import { OfferMailService } from "./waitlist/offer-mail.service.ts";
import { QueueService } from "./waitlist/queue.service.ts";
import { WaitingResolver } from "./waitlist/waiting.resolver.ts";
import { WaitingMailService } from "./waitlist/waiting-mail.service.ts";
import { WaitlistFeeds } from "./waitlist/waitlist.feed.ts";
import { serveDueJob, tellOffersJob, waitlistJobs } from "./waitlist/waitlist.jobs.ts";
import { waitlistLoaders } from "./waitlist/waitlist.loaders.ts";
import { WaitlistResolver } from "./waitlist/waitlist.resolver.ts";
import { WaitlistService } from "./waitlist/waitlist.service.ts";
import { WaitlistDeskService } from "./waitlist/waitlist-desk.service.ts";
import { BookingOffersResolver, OfferResolver, WaitlistEntryResolver } from "./waitlist/waitlist-fields.resolver.ts";
import { WaitlistUpkeepService } from "./waitlist/waitlist-upkeep.service.ts";
import { WaitlistViewService } from "./waitlist/waitlist-view.service.ts";
import { ZoneCheckResolver } from "./zone-check/zone-check.resolver.ts";
import { ZoneCheckService } from "./zone-check/zone-check.service.ts";

/** Every resolver of the API, for printing its schema; `createResolvers` makes them. */
export const resolverClasses = [
  AgendaResolver,
  AttendeeFieldsResolver,
  AvailabilityResolver,
  AvailabilityTemplateResolver,
  BookingAccessResolver,
  BookingFieldsResolver,
  BookingOffersResolver,
  BookingProgramResolver,
  BookingResolver,
  BookingSeriesResolver,
  BookingTravelResolver,
  BulkChangeResolver,
  BulkChangeSessionResolver,
  BulkItemResolver,
  BulkResolver,
  BulkRunResolver,
  BulkSessionResolver,
  ClientResolver,
  ClientSeatsResolver,
  CoachLinksResolver,
  CoachProgramsResolver,
  CoachResolver,
  CoachSeriesResolver,
  DecisionResolver,
  EmailProofResolver,
  DayResolver,
  HolidayResolver,
  LinkResolver,
  LinkSavingResolver,
  MoveResolver,
  NodeResolver,
  OfferResolver,
  OverrideResolver,
  PlannedSessionResolver,
  PlanResolver,
  PreferencesResolver,
  PreviewResolver,
  ProgramBookingResolver,
  ProgramResolver,
  ProgramStepResolver,
  SeriesFieldsResolver,
  SeriesLinkResolver,
  SeriesOccurrenceResolver,
  SeriesPreviewResolver,
  SeriesResolver,
  SessionTypePlaceResolver,
  SessionTypeResolver,
  SharingResolver,
  SlotReasonResolver,
  SlotResolver,
  TimeOffResolver,
  TimeZoneResolver,
  TravelResolver,
  UndoResolver,
  WaitingResolver,
  WaitlistEntryResolver,
  WaitlistResolver,
  ZoneCheckResolver,
] as const;

export interface FeatureDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly tokens: TokenSigner;
  readonly channel: EmailChannel;
  readonly meetings: MeetingProvider;
  readonly pubsub: Pubsub;
  readonly logger: Logger;
  /** The origin of the pages that messages and calendars lead to. */
  readonly publicUrl: string;
}

/** The capabilities of Kairos over their dependencies. */
export function createServices({ db, clock, tokens, channel, meetings, logger, publicUrl }: FeatureDependencies) {
  const links = new LinkService(db, tokens);
  const slots = new SlotService({ clock, db, links, tokens });
  const holds = new HoldService({ db, clock, links, slots, tokens });
  const codes = new EmailCodes({ channel, tokens, logger });
  const taking = new TakingService({ clock, links, slots, holds, codes });
  const bookings = new BookingService({ db, clock, links, slots, taking, codes, meetings, tokens });
  const queue = new QueueService({ clock, logger });
  serveFirst(db, queue);
  const waitlist = new WaitlistService({ db, clock, links, slots, queue, tokens });
  const changes = new ChangeService(db, clock);
  const plans = new PlanService({ db, clock, slots });
  const programs = new ProgramService(db);
  const sessionTypes = new SessionTypeService(db);
  const bulkDrafts = new BulkDraftService({ db, clock });
  const seriesUndo = new ChangeUndoService({ db, clock, slots });
  const hours = {
    availability: new AvailabilityService(db, clock),
    holidays: new HolidayService({ db, clock, changes }),
    overrides: new OverrideService(db),
    timeOff: new TimeOffService(db),
    travel: new TravelService(db),
  };
  return {
    ...hours,
    agenda: new AgendaService({ db, clock, slots, meetings }),
    agendaView: new AgendaViewService(db, clock),
    attempts: new AttemptService(db, clock),
    bookingUpkeep: new BookingUpkeepService(db, clock),
    bookings,
    bulkChanges: new BulkChangeService({ db, clock, slots, meetings }),
    bulkDrafts,
    bulkRuns: new BulkRunService({ db, clock, drafts: bulkDrafts, meetings, logger }),
    bulkUndo: new BulkUndoService({ db, clock, undos: seriesUndo }),
    bulkUpkeep: new BulkUpkeepService(db, clock),
    bulkView: new BulkViewService(db),
    calendarFiles: new CalendarFileService({ db, clock, tokens, publicUrl }),
    changes,
    clientSeats: new ClientSeatsService(db, clock),
    clients: new ClientService(db),
    days: new DayService(db),
    decisions: new DecisionService(db, clock),
    demo: new DemoService(db, clock),
    emailProofs: new EmailProofService({ db, clock, tokens, codes, taking, meetings }),
    holds,
    links,
    linkSaving: new LinkSavingService(db),
    moves: new MoveService({ db, clock, slots }),
    offers: new OfferService({ db, clock, slots, waitlist, meetings, tokens }),
    preferences: new PreferencesService(db, bookings),
    previews: new PreviewService(db, clock),
    plans,
    programBooking: new ProgramBookingService({ db, clock, plans, meetings }),
    programs,
    programShifts: new ShiftService({ db, clock, slots }),
    programView: new ProgramViewService(db),
    changeDispatcher: new ChangeDispatcher(hours),
    series: new SeriesService({ db, clock, slots, meetings }),
    seriesChanges: new SeriesChangeService({ db, clock, slots, meetings }),
    seriesCourses: new SeriesCourseService(db, clock),
    seriesFill: new SeriesFillService({ db, clock, logger }),
    seriesLinks: new SeriesLinkService({ db, clock, slots, links, meetings }),
    seriesUndo,
    seriesView: new SeriesViewService(db),
    sessionTypes,
    sharedExports: new ExportService(db),
    sharedImports: new ImportService({ db, sessionTypes, availability: hours.availability, programs }),
    slots,
    undo: new UndoService({ db, clock, slots }),
    upkeep: new UpkeepService(db, clock),
    waitlist,
    waitlistDesk: new WaitlistDeskService({ db, clock, slots }),
    waitlistUpkeep: new WaitlistUpkeepService(db, clock),
    waitlistView: new WaitlistViewService({ db, clock, waitlist, tokens }),
    zoneCheck: new ZoneCheckService(db, clock),
  };
}
export type Services = ReturnType<typeof createServices>;

/** The resolvers that expose the services. */
export function createResolvers(services: Services, { db, clock, pubsub, logger }: FeatureDependencies): object[] {
  const { agenda, agendaView, attempts, bookings, changes, holds, links, slots } = services;
  const live = { pubsub, clock, logger };
  const { offers, waitlist, waitlistDesk, waitlistView } = services;
  const waitlistFeeds = new WaitlistFeeds({ view: waitlistView, waitlist, ...live });
  return [
    new AgendaResolver({ service: agenda, view: agendaView, feeds: new AgendaFeeds({ view: agendaView, ...live }) }),
    new AttendeeFieldsResolver(),
    new AvailabilityResolver(services.availability, changes),
    new AvailabilityTemplateResolver(),
    new BookingAccessResolver(services.calendarFiles),
    new BookingFieldsResolver(),
    new BookingOffersResolver(),
    new BookingProgramResolver(),
    new BookingResolver({ bookings, holds, links, attempts, feeds: new BookingFeeds({ bookings, ...live }) }),
    new BookingSeriesResolver(),
    new BookingTravelResolver(),
    new BulkChangeResolver(services.bulkChanges, services.seriesUndo),
    new BulkChangeSessionResolver(),
    new BulkItemResolver(),
    new BulkResolver({
      ...{ drafts: services.bulkDrafts, runs: services.bulkRuns, undos: services.bulkUndo, view: services.bulkView },
      feeds: new BulkFeeds({ view: services.bulkView, ...live }),
    }),
    new BulkRunResolver(),
    new BulkSessionResolver(),
    new ClientResolver(services.clients),
    new ClientSeatsResolver(services.clientSeats),
    new CoachLinksResolver(links, new LinkFeeds({ db, links, ...live })),
    new CoachProgramsResolver(services.programView),
    new CoachResolver(),
    new CoachSeriesResolver(services.seriesView),
    new DecisionResolver(services.decisions, agendaView),
    new EmailProofResolver({ proofs: services.emailProofs, bookings, links, attempts }),
    new DayResolver(services.days, new DayFeeds({ days: services.days, ...live })),
    new HolidayResolver(services.holidays, changes),
    new LinkResolver(links, clock),
    new LinkSavingResolver(services.linkSaving),
    new MoveResolver(services.moves),
    new NodeResolver(db),
    new OfferResolver(),
    new OverrideResolver(services.overrides, changes),
    new PlannedSessionResolver(),
    new PlanResolver({
      ...{ plans: services.plans, booking: services.programBooking, shifts: services.programShifts },
      undos: services.seriesUndo,
    }),
    new PreferencesResolver(services.preferences),
    new PreviewResolver(services.previews, services.changeDispatcher),
    new ProgramBookingResolver(),
    new ProgramResolver(services.programs),
    new ProgramStepResolver(),
    new SeriesFieldsResolver(services.seriesView),
    new SeriesLinkResolver({ service: services.seriesLinks, bookings, attempts }),
    new SeriesOccurrenceResolver(),
    new SeriesPreviewResolver(),
    new SeriesResolver({
      service: services.series,
      changes: services.seriesChanges,
      courses: services.seriesCourses,
      undos: services.seriesUndo,
    }),
    new SessionTypePlaceResolver(),
    new SessionTypeResolver(services.sessionTypes),
    new SharingResolver({ db, exports: services.sharedExports, imports: services.sharedImports }),
    new SlotReasonResolver(),
    new SlotResolver(slots, new SlotFeeds({ slots, links, ...live })),
    new TimeOffResolver(services.timeOff, changes),
    new TimeZoneResolver(clock),
    new TravelResolver(services.travel, changes),
    new UndoResolver(services.undo),
    new WaitingResolver({ waitlist, offers, bookings, view: waitlistView, feeds: waitlistFeeds }),
    new WaitlistEntryResolver(),
    new WaitlistResolver({ desk: waitlistDesk, view: waitlistView, feeds: waitlistFeeds }),
    new ZoneCheckResolver(services.zoneCheck),
  ];
}

export interface JobDependencies extends FeatureDependencies {
  readonly wake: Jobs["wake"];
}

/** What is done without anybody asking. */
export function createJobList(services: Services, { wake, ...mailing }: JobDependencies): Job[] {
  const { bookingUpkeep, holidays, seriesFill, upkeep, waitlistUpkeep } = services;
  return [
    ...bookingJobs(bookingUpkeep),
    ...bulkJobs(services.bulkRuns, services.bulkUpkeep),
    ...holidayJobs(holidays),
    ...seriesJobs(seriesFill),
    ...upkeepJobs(upkeep),
    ...waitlistJobs(
      waitlistUpkeep,
      { offers: new OfferMailService(mailing), links: new WaitingMailService(mailing) },
      wake,
    ),
  ];
}

/** What one process asks the others to do when it hears of something. */
export function wakeOnEvents(pubsub: Pubsub, wake: Jobs["wake"]): void {
  pubsub.onAnyBulkChanged(({ isRunning }) => {
    if (isRunning) wake(bulkRunJob);
  });
  pubsub.onAnyWaitlistChanged(({ tellAt }) => {
    if (tellAt !== null) wake(tellOffersJob, new Date(tellAt));
  });
  pubsub.onAnyCalendarChanged(({ waitlistDueAt }) => {
    if (waitlistDueAt !== undefined) wake(serveDueJob, new Date(waitlistDueAt));
  });
}

/** Batched reads for one request. */
export function createLoaders(em: EntityManager, clock: Clock) {
  return {
    ...bookingLoaders(em, clock),
    ...bulkLoaders(em),
    ...clientLoaders(em),
    ...coachLoaders(em),
    ...linkLoaders(em, clock),
    ...programLoaders(em),
    ...seriesLoaders(em, clock),
    ...sessionTypeLoaders(em),
    ...travelLoaders(em),
    ...waitlistLoaders(em),
  };
}
