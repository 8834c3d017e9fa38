import { DAY } from "../../core/local-date.ts";
import type { Choice, ClashPolicy } from "../../core/series-check.ts";
import { changeSeries } from "../../core/series-effect.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { Logger } from "../../platform/logger.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { carryOut, offeringsFor } from "./series-change.service.ts";
import { fitIn, type Planned } from "./series-planning.service.ts";
import { reasonFor } from "./series-preview.service.ts";
import { type LoadedSeries, loadSeries } from "./series-state.service.ts";
import { writesOf } from "./series-writing.service.ts";

/** Every series without an end has its sessions for at least so long. */
const FILLED = 365 * DAY;
const BATCH = 200;

/** Keeps series without an end filled a year ahead. */
export class SeriesFillService {
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly logger: Logger;

  constructor({ db, clock, logger }: { db: Database; clock: Clock; logger: Logger }) {
    this.db = db;
    this.clock = clock;
    this.logger = logger;
  }

  /** To be run now and then; a second run changes nothing. @returns how many series got longer. */
  async fillDue(signal?: AbortSignal): Promise<number> {
    const failed: string[] = [];
    let filled = 0;
    for (;;) {
      const due = await this.db.sql<{ id: string; coachId: string }>`
        select id, coach_id as "coachId" from series
        where filled_until < ${new Date(this.clock.now() + FILLED)} and id <> all (${failed}::uuid[])
        order by filled_until, id limit ${BATCH}`;
      for (const { id, coachId } of due) {
        if (signal?.aborted) return filled;
        if (await this.filled(id, coachId)) filled++;
        else failed.push(id);
      }
      if (due.length < BATCH) return filled;
    }
  }

  /** One series that cannot be filled must not keep the others from it. */
  private async filled(id: string, coachId: string): Promise<boolean> {
    try {
      await changeCalendar(this.db, coachId, (write) => this.fill(write, id, coachId));
      return true;
    } catch (error) {
      this.logger.error("A series was not filled", { series: id, error });
      return false;
    }
  }

  private async fill(write: CalendarWrite, id: string, coachId: string): Promise<void> {
    const now = this.clock.now();
    const series = await loadSeries(write.sql, id, coachId);
    if (!series) return write.touchNothing();
    const planned = await this.planned(write, series, now);
    const writes = writesOf(planned.proposal, series.bookings, reasonFor(planned));
    await carryOut(write, series, { planned, writes, message: null, now });
  }

  /** By the policy that the series was booked with; nobody is there to be asked, so that what has no place is left out. */
  private async planned(write: CalendarWrite, series: LoadedSeries, now: number): Promise<Planned> {
    const { state, bookings, row } = series;
    const effect = changeSeries(state, { kind: "fill" }, { now, keepExceptions: true });
    const offerings = await offeringsFor(write.sql, effect, series);
    const policy: ClashPolicy = row.policy === "nearestOfDay" || row.policy === "nearestOfWeek" ? row.policy : "skip";
    const fitting = { asker: "coach" as const, policy, choices: new Map<string, Choice>(), alternatives: 0, now };
    const planned = await fitIn(write.sql, effect, state, { bookings, offerings, fitting });
    const open = planned.proposal.checked.filter(({ outcome }) => outcome.kind === "open");
    if (open.length === 0) return planned;
    const reasonOf = reasonFor(planned);
    const choices = new Map(
      open.map((one): [string, Choice] => [one.wanted.id, { kind: "skip", reason: reasonOf(one) }]),
    );
    return fitIn(write.sql, effect, state, { bookings, offerings, fitting: { ...fitting, choices } });
  }
}
