import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Attendee, Client, Coach, SlotGrid, TimeZoneScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { BookingNotFound } from "../bookings/booking.inputs.ts";
import { PreferencesInput } from "../time-zones/reading.inputs.ts";

@InputType({ description: "What is left out stays as it is; null removes a limit." })
export class SessionLimitsInput {
  @Field(() => Int, { nullable: true, description: "1 to 100." })
  perDay?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 500." })
  perWeek?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 2,000." })
  perMonth?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 1,440." })
  minutesPerDay?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 10,080." })
  minutesPerWeek?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 44,640." })
  minutesPerMonth?: number | null;
}

@InputType({ description: "What is left out stays as it is; the bounds are those of a session type." })
export class SessionDefaultsInput {
  @Field(() => Int, { nullable: true })
  stepMinutes?: number;

  @Field(() => Int, { nullable: true })
  bufferBeforeMinutes?: number;

  @Field(() => Int, { nullable: true })
  bufferAfterMinutes?: number;

  @Field(() => Int, { nullable: true })
  noticeMinutes?: number;

  @Field(() => Int, { nullable: true })
  horizonDays?: number;

  @Field(() => Int, { nullable: true })
  cancelNoticeMinutes?: number;

  @Field(() => SlotGrid, { nullable: true })
  grid?: SlotGrid;

  @Field(() => Int, { nullable: true })
  maxPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  maxPerWeek?: number | null;

  @Field(() => Int, { nullable: true })
  maxPerMonth?: number | null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerWeek?: number | null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerMonth?: number | null;
}

@InputType({ description: "The signed-in coach. What is left out stays as it is." })
export class UpdateCoachInput {
  @Field(() => String, { nullable: true, description: "At most 120 characters." })
  name?: string;

  @Field(() => String, { nullable: true, description: "At most 200 characters; an empty text removes it." })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: "#rrggbb." })
  accent?: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description:
      "Her home zone: the calendar of limits and horizon. Booked sessions and templates stay where they are.",
  })
  timeZone?: string;

  @Field(() => PreferencesInput, { nullable: true })
  preferences?: PreferencesInput;

  @Field(() => SessionLimitsInput, { nullable: true })
  limits?: SessionLimitsInput;

  @Field(() => SessionDefaultsInput, { nullable: true })
  sessionDefaults?: SessionDefaultsInput;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateClientInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true })
  email?: string;

  @Field(() => String, { nullable: true, description: "An empty text removes it." })
  phone?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;

  @Field(() => PreferencesInput, { nullable: true })
  preferences?: PreferencesInput;
}

@InputType({ description: "How the client of one seat reads times." })
export class UpdateSeatInput {
  @Field(() => String)
  token!: string;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;

  @Field(() => PreferencesInput, { nullable: true })
  preferences?: PreferencesInput;
}

@ObjectType()
export class CoachSaved {
  @Field(() => Coach)
  coach!: Coach;
}

@ObjectType()
export class ClientSaved {
  @Field(() => Client)
  client!: Client;
}

@ObjectType()
export class SeatSaved {
  @Field(() => Attendee)
  attendee!: Attendee;
}

export const UpdateCoachResult = createUnionType({
  name: "UpdateCoachResult",
  types: () => [CoachSaved, InvalidInput, Refused] as const,
});
export const UpdateClientResult = createUnionType({
  name: "UpdateClientResult",
  types: () => [ClientSaved, InvalidInput, Refused] as const,
});
export const UpdateSeatResult = createUnionType({
  name: "UpdateSeatResult",
  types: () => [SeatSaved, BookingNotFound, InvalidInput] as const,
});
