import { MINUTE } from "../../core/local-date.ts";
import { clockShifts } from "../../core/series.ts";
import { isOpenEnded } from "../../core/series-rule.ts";
import { zone } from "../../core/zone.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput, requireKey } from "../../platform/validation.ts";
import { checkAnswers } from "../bookings/answer.policy.ts";
import type { Seat } from "../bookings/calendar.service.ts";
import { checkClient } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { restrictTo } from "../links/link.policy.ts";
import type { LinkService } from "../links/link.service.ts";
import { describeReasons, whyNot } from "../slots/slot.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import type { SeriesDatesInput } from "./series.inputs.ts";
import { clashMessage } from "./series.service.ts";
import {
  type BookLinkSeriesInput,
  LinkSeriesClash,
  LinkSeriesOccurrence,
  LinkSeriesPreview,
  type PreviewLinkSeriesInput,
} from "./series-link.inputs.ts";
import { fingerprintOf } from "./series-preview.service.ts";
import { type PlannedSeries, planNew, toMake } from "./series-start.service.ts";

export interface SeriesLinkDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly links: LinkService;
  readonly meetings: MeetingProvider;
}

interface LinkSeries extends PlannedSeries {
  readonly linkId: string;
}

const POLICIES = ["refuse", "skip", "nearestOfDay", "nearestOfWeek"];
const CHOICES = ["skip", "at"];

/** Series that clients book for themselves, where the session type lets them. Every rule of it binds them. */
export class SeriesLinkService {
  private readonly deps: SeriesLinkDependencies;

  constructor(deps: SeriesLinkDependencies) {
    this.deps = deps;
  }

  async preview(input: PreviewLinkSeriesInput): Promise<LinkSeriesPreview> {
    return this.describe(await this.plan(this.deps.db.sql, input));
  }

  /** The seats in order of start. */
  async book(input: BookLinkSeriesInput): Promise<{ seats: Seat[] }> {
    const { db, clock, links, meetings } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const client = checkClient("client", input.client);
    const link = await links.addressed(input);
    if (!link) throw new Refusal(new LinkUnavailable());
    const room = link.placePerBooking ? (await meetings.create()).url : null;
    const request = { scope: `bookLinkSeries ${link.coachId}`, key, input };
    return changeCalendar(db, link.coachId, (write) =>
      once(write.sql, request, async () => {
        const series = await this.plan(write.sql, input);
        const clash = clashMessage(series.planned, input.shown);
        if (clash !== null) throw new Refusal(new LinkSeriesClash(this.describe(series), clash));
        const { offering, linkId } = series;
        const answers = checkAnswers(offering.questions, input.answers ?? []);
        const members = { clientIds: [], newClient: client, note: client.note, answers };
        const { policy } = input.dates;
        const making = toMake({ series, policy, capacity: offering.capacity, linkId, room, members, now: clock.now() });
        await making.make(write);
        return { seats: await countAsOneUse(write, linkId, making.bookingIds) };
      }),
    );
  }

  private async plan(sql: Sql, { coach, link: slug, dates }: PreviewLinkSeriesInput): Promise<LinkSeries> {
    const { clock, links, slots } = this.deps;
    const now = clock.now();
    const link = await links.open(sql, coach, slug, now);
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = restrictTo(await slots.offering(sql, link.sessionTypeId), link, now);
    refuseForbidden(dates, offering);
    const series = await planNew(sql, { offering, dates, asker: "client", now });
    const { plan } = series.planned.proposal;
    const count = series.planned.proposal.steps.length;
    if (isOpenEnded(plan) || count > offering.maxSeriesSessions) {
      const most = `At most ${offering.maxSeriesSessions} sessions can be booked at once`;
      refuseInput(
        "dates.recurrence",
        isOpenEnded(plan) ? `${most}: say when it ends.` : `${most}; these are ${count}.`,
      );
    }
    return { ...series, linkId: link.linkId };
  }

  /** Nothing about other people or the coach's private life. */
  private describe({ planned, viewing, offering }: PlannedSeries): LinkSeriesPreview {
    const { timeZone } = viewing.state.plan;
    const at = zone(timeZone);
    const home = zone(offering.timeZone);
    const starts = planned.proposal.checked.map(({ wanted }) => wanted.start);
    const [own, coach] = [clockShifts(starts, timeZone), clockShifts(starts, offering.timeZone)];
    const occurrences = planned.proposal.checked.map(({ wanted, reasons, outcome, nearest }, i) => {
      const why = whyNot(describeReasons(reasons, planned.rows, offering.hours));
      const { start, minutes } = wanted;
      return Object.assign(new LinkSeriesOccurrence(), {
        recurrenceId: wanted.id,
        ...{ startAt: new Date(start), endAt: new Date(start + minutes * MINUTE) },
        ...{ localStart: at.toLocal(start).slice(0, 16), coachLocalStart: home.toLocal(start).slice(0, 16) },
        ...{ clockShiftMinutes: own[i] ?? 0, coachClockShiftMinutes: coach[i] ?? 0 },
        ...{ reason: why?.reason ?? null, message: why?.message ?? null },
        nearest: nearest.map((slot) => this.deps.slots.toSlot(slot, timeZone)),
        outcome: outcome.kind === "booked" ? outcome.how : outcome.kind,
        bookedStartAt: outcome.kind === "booked" ? new Date(outcome.at.start) : null,
      });
    });
    const { open } = planned.proposal;
    return Object.assign(new LinkSeriesPreview(), { fingerprint: fingerprintOf(planned), timeZone, occurrences, open });
  }
}

/** What only a coach may do, and types that are booked one by one. */
function refuseForbidden(
  { policy, choices, minutes }: SeriesDatesInput,
  offering: { readonly maxSeriesSessions: number; readonly minutes: readonly number[]; readonly capacity: number },
): void {
  if (offering.maxSeriesSessions === 0 || offering.capacity > 1) {
    refuseInput("dates", "These sessions are booked one by one.");
  }
  if (minutes != null && !offering.minutes.includes(minutes)) {
    const offered = offering.minutes.join(", ");
    refuseInput("dates.minutes", `Sessions of ${minutes} minutes are not offered; choose from ${offered}.`);
  }
  if (!POLICIES.includes(policy))
    refuseInput("dates.policy", "Leave clashes out, or let them go to the nearest free time.");
  for (const [i, { kind }] of (choices ?? []).entries()) {
    if (!CHOICES.includes(kind))
      refuseInput(`dates.choices.${i}`, "Leave a session out, or choose another time for it.");
  }
}

/** A course is one use of its link: its first seat bears it. The others know the link by their bookings. */
async function countAsOneUse(write: CalendarWrite, linkId: string, bookingIds: readonly string[]): Promise<Seat[]> {
  const seats = await write.sql<Seat>`
    select seat.booking_id as "bookingId", seat.id as "attendeeId" from attendee seat
    join booking on booking.id = seat.booking_id
    where seat.booking_id = any (${[...bookingIds]}::uuid[]) order by booking.start_at`;
  const [first] = seats;
  if (first) await write.sql`update attendee set link_id = ${linkId} where id = ${first.attendeeId}`;
  return seats;
}
