import { refuseInput } from "../../platform/validation.ts";
import type { AvailabilityService } from "../availability/availability.service.ts";
import type { HoursChange } from "../availability/change.service.ts";
import type { HolidayService } from "../holidays/holiday.service.ts";
import type { OverrideService } from "../overrides/override.service.ts";
import type { TimeOffService } from "../time-off/time-off.service.ts";
import type { TravelService } from "../travel/travel.service.ts";
import type { AvailabilityChangeInput } from "./preview.inputs.ts";

export interface ChangeSources {
  readonly availability: AvailabilityService;
  readonly holidays: HolidayService;
  readonly overrides: OverrideService;
  readonly timeOff: TimeOffService;
  readonly travel: TravelService;
}

/** Finds the change of hours that an input means: the very one that its mutation saves. */
export class ChangeDispatcher {
  private readonly sources: ChangeSources;

  constructor(sources: ChangeSources) {
    this.sources = sources;
  }

  async changeOf(coachId: string, input: AvailabilityChangeInput): Promise<HoursChange<unknown>> {
    const changes = await Promise.all(this.given(coachId, input));
    const [change, ...others] = changes;
    if (!change || others.length > 0) return refuseInput("change", "Give exactly one change.");
    return change;
  }

  private given(
    coachId: string,
    input: AvailabilityChangeInput,
  ): Array<HoursChange<unknown> | Promise<HoursChange<unknown>>> {
    const { availability, holidays, overrides, timeOff, travel } = this.sources;
    return [
      ...each(input.createAvailabilityTemplate, (given) => availability.create(coachId, given)),
      ...each(input.updateAvailabilityTemplate, (given) => availability.update(coachId, given)),
      ...each(input.deleteAvailabilityTemplate, (id) => availability.delete(coachId, id)),
      ...each(input.setDateOverrides, (given) => overrides.set(coachId, given)),
      ...each(input.removeDateOverrides, (dates) => overrides.remove(coachId, dates)),
      ...each(input.createTimeOff, (given) => timeOff.create(coachId, given)),
      ...each(input.updateTimeOff, (given) => timeOff.update(coachId, given)),
      ...each(input.deleteTimeOff, (id) => timeOff.delete(coachId, id)),
      ...each(input.chooseHolidays, (given) => holidays.choose(coachId, given)),
      ...each(input.observeHolidays, (given) => holidays.observe(coachId, given)),
      ...each(input.createTravel, (given) => travel.create(coachId, given)),
      ...each(input.updateTravel, (given) => travel.update(coachId, given)),
      ...each(input.deleteTravel, (id) => travel.delete(coachId, id)),
    ];
  }
}

function each<Given, Change>(given: Given | null | undefined, make: (given: Given) => Change): Change[] {
  return given == null ? [] : [make(given)];
}
