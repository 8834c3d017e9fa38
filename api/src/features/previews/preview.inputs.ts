import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Booking, LocalDateScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import {
  CreateAvailabilityTemplateInput,
  UpdateAvailabilityTemplateInput,
} from "../availability/availability.inputs.ts";
import { ChooseHolidaysInput, ObserveHolidaysInput } from "../holidays/holiday.inputs.ts";
import { SetDateOverridesInput } from "../overrides/override.inputs.ts";
import { SlotReason } from "../slots/slot.inputs.ts";
import { CreateTimeOffInput, UpdateTimeOffInput } from "../time-off/time-off.inputs.ts";
import { CreateTravelInput, UpdateTravelInput } from "../travel/travel.inputs.ts";

@InputType({ description: "Exactly one change, as the mutation of the same name takes it." })
export class AvailabilityChangeInput {
  @Field(() => CreateAvailabilityTemplateInput, { nullable: true })
  createAvailabilityTemplate?: CreateAvailabilityTemplateInput;

  @Field(() => UpdateAvailabilityTemplateInput, { nullable: true })
  updateAvailabilityTemplate?: UpdateAvailabilityTemplateInput;

  @Field(() => ID, { nullable: true })
  deleteAvailabilityTemplate?: string;

  @Field(() => SetDateOverridesInput, { nullable: true })
  setDateOverrides?: SetDateOverridesInput;

  @Field(() => [LocalDateScalar], { nullable: true })
  removeDateOverrides?: string[];

  @Field(() => CreateTimeOffInput, { nullable: true })
  createTimeOff?: CreateTimeOffInput;

  @Field(() => UpdateTimeOffInput, { nullable: true })
  updateTimeOff?: UpdateTimeOffInput;

  @Field(() => ID, { nullable: true })
  deleteTimeOff?: string;

  @Field(() => ChooseHolidaysInput, { nullable: true })
  chooseHolidays?: ChooseHolidaysInput;

  @Field(() => ObserveHolidaysInput, { nullable: true })
  observeHolidays?: ObserveHolidaysInput;

  @Field(() => CreateTravelInput, { nullable: true })
  createTravel?: CreateTravelInput;

  @Field(() => UpdateTravelInput, { nullable: true })
  updateTravel?: UpdateTravelInput;

  @Field(() => ID, { nullable: true })
  deleteTravel?: string;
}

export const WarningCode = {
  OVERLAPPING_WINDOWS: "OVERLAPPING_WINDOWS",
  OVERLAPPING_TIME_OFF: "OVERLAPPING_TIME_OFF",
  SKIPPED_HOUR: "SKIPPED_HOUR",
  NO_OPEN_TIME: "NO_OPEN_TIME",
  TOO_SHORT: "TOO_SHORT",
  CLOSED_ANYWAY: "CLOSED_ANYWAY",
  OVER: "OVER",
} as const;
export type WarningCode = (typeof WarningCode)[keyof typeof WarningCode];
registerEnumType(WarningCode, {
  name: "WarningCode",
  description: "What may not be meant so.",
  valuesConfig: {
    OVERLAPPING_WINDOWS: { description: "Two windows of one day overlap; they count as one." },
    OVERLAPPING_TIME_OFF: { description: "These dates are taken off already." },
    SKIPPED_HOUR: { description: "A window begins or ends in an hour that the clocks skip on a date to come." },
    NO_OPEN_TIME: { description: "The hours hold and open nothing." },
    TOO_SHORT: { description: "A window is shorter than every session that could be booked in it." },
    CLOSED_ANYWAY: { description: "Hours of a date that is taken off: time off is stronger." },
    OVER: { description: "Nobody can book these hours any more: their last date is over." },
  },
});

@ObjectType({ description: "Something that can be saved, but may not be meant so." })
export class AvailabilityWarning {
  @Field(() => WarningCode)
  code!: WarningCode;

  @Field(() => String)
  message!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "The first date that it is about." })
  date!: string | null;
}

@ObjectType({ description: "A session to come that the change would leave outside of the hours, or collides with." })
export class AffectedBooking {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => [SlotReason], { description: "What would stand against it." })
  reasons!: SlotReason[];
}

@ObjectType({ description: "What a change of hours would do; nothing was saved." })
export class AvailabilityPreview {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => [AffectedBooking], { description: "In order of start." })
  affected!: AffectedBooking[];

  @Field(() => [AvailabilityWarning])
  warnings!: AvailabilityWarning[];
}

export const PreviewAvailabilityResult = createUnionType({
  name: "PreviewAvailabilityResult",
  types: () => [AvailabilityPreview, InvalidInput, Refused] as const,
});
