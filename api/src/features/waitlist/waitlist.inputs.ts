import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import {
  BookingLink,
  Coach,
  DateTimeScalar,
  LocalDateScalar,
  LocalTimeScalar,
  Offer,
  SessionType,
  WaitlistEntry,
} from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Refused } from "../../platform/problem.ts";
import { AnswerInput } from "../bookings/answer.inputs.ts";
import { Booked, SlotNotOffered, SlotTaken } from "../bookings/booking.inputs.ts";
import { ClientInput } from "../clients/client.inputs.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";
import { PassReason } from "./pass.inputs.ts";
import {
  AddressUnproven,
  AlreadyOffered,
  AlreadyWaiting,
  OfferGone,
  TimeFree,
  TooManyWaiting,
  WaitingNotFound,
} from "./waitlist-problem.inputs.ts";

@InputType({ description: "Dates, weekdays and times of day that would suit, in the client's zone." })
export class WaitWishInput {
  @Field(() => LocalDateScalar)
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: "Last date, included; at most 366 days." })
  toDate!: string;

  @Field(() => [Int], { nullable: true, description: "0 = Sunday … 6 = Saturday; every day without." })
  weekdays?: number[];

  @Field(() => LocalTimeScalar, { nullable: true, description: "The session begins at or after this; 00:00 without." })
  fromTime?: string;

  @Field(() => LocalTimeScalar, { nullable: true, description: "The session ends at or before this; 24:00 without." })
  toTime?: string;
}

@InputType({ description: "What to wait for: a start, a date or a wish; exactly one of them." })
export class JoinWaitlistInput {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => Int, { nullable: true, description: "One of the session type's lengths; its first without." })
  minutes?: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "A certain start that is taken; where it is a full group session, a seat in that session.",
  })
  startAt?: Date;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "Any time that begins on this date of the client's zone.",
  })
  date?: string;

  @Field(() => WaitWishInput, { nullable: true })
  wish?: WaitWishInput;

  @Field(() => ClientInput)
  client!: ClientInput;

  @Field(() => [AnswerInput], {
    nullable: true,
    description: "To the questions of the session type, so that accepting an offer takes one press.",
  })
  answers?: AnswerInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "With a date or a wish: wait for other times than those that are free now.",
  })
  besidesFree?: boolean;

  @Field(() => String, { description: "Same key and same input give the first result again. 8 to 128 characters." })
  idempotencyKey!: string;
}

@InputType()
export class AnswerOfferInput {
  @Field(() => String, { description: "Secret of the entry." })
  token!: string;

  @Field(() => ID, { description: "The offer that is answered: what was shown, whatever has happened since." })
  offer!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class AcceptOfferInput extends AnswerOfferInput {
  @Field(() => String, {
    nullable: true,
    description: "From the link in the message; needed where the session type asks for proof of the address.",
  })
  proof?: string;
}

@InputType({ description: "An offer out of turn. Hours, notice and limits do not bind the coach; other sessions do." })
export class OfferByHandInput {
  @Field(() => ID, { description: "Who gets it." })
  entry!: string;

  @Field(() => MomentInput)
  start!: MomentInput;

  @Field(() => Int, { nullable: true, description: "The length that is waited for, without." })
  minutes?: number;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "An entry, seen with its secret token: the client's own view of her wait." })
export class WaitingAccess {
  @Field(() => WaitlistEntry)
  entry!: WaitlistEntry;

  @Field(() => Offer, { nullable: true, description: "What can be accepted now, until its expiresAt." })
  offer!: Offer | null;

  @Field(() => Offer, { nullable: true, description: "The last offer that is over, and what became of it." })
  lastOffer!: Offer | null;

  @Field(() => Coach)
  coach!: Coach;

  @Field(() => SessionType)
  sessionType!: SessionType;

  @Field(() => BookingLink, { nullable: true, description: "Where another time can be booked." })
  link!: BookingLink | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Secret of the seat that was accepted: opens the manage page. Null where the session type asks for proof of the address.",
  })
  seatToken!: string | null;
}

@ObjectType()
export class WaitlistJoined {
  @Field(() => String, { description: "Secret of the entry: opens the page of this wait." })
  token!: string;

  @Field(() => WaitingAccess)
  waiting!: WaitingAccess;
}

@ObjectType({ description: "A coach's whole waitlist." })
export class Waitlist {
  @Field(() => [WaitlistEntry], { description: "Everybody who waits, in the order of the list." })
  entries!: WaitlistEntry[];

  @Field(() => [WaitlistEntry], { description: "Whose wait ended last, the latest first; at most 50." })
  ended!: WaitlistEntry[];
}

@ObjectType({ description: "How a coach's waitlist works." })
export class WaitlistSettings {
  @Field(() => Int, {
    description: "Minutes to answer an offer; fewer near the session, and none of the client's night counts.",
  })
  offerMinutes!: number;
}

@ObjectType({ description: "Why somebody ahead in the list did not get an offer of a time that was free." })
export class PassedOver {
  @Field(() => WaitlistEntry)
  entry!: WaitlistEntry;

  @Field(() => Offer, {
    nullable: true,
    description: "The offer that went to somebody else; null where nobody got one.",
  })
  offer!: Offer | null;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => PassReason)
  reason!: PassReason;

  @Field(() => String)
  message!: string;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType()
export class WaitingEntryChanged {
  @Field(() => WaitlistEntry)
  entry!: WaitlistEntry;
}

@ObjectType()
export class OfferMade {
  @Field(() => Offer)
  offer!: Offer;
}

@ObjectType()
export class OfferWithdrawn {
  @Field(() => Offer)
  offer!: Offer;
}

@ObjectType()
export class OfferDeclined {
  @Field(() => WaitingAccess)
  waiting!: WaitingAccess;
}

export const JoinWaitlistResult = createUnionType({
  name: "JoinWaitlistResult",
  types: () =>
    [
      WaitlistJoined,
      TimeFree,
      SlotNotOffered,
      AlreadyWaiting,
      TooManyWaiting,
      LinkUnavailable,
      IdempotencyConflict,
      InvalidInput,
    ] as const,
});
export const WaitingResult = createUnionType({
  name: "WaitingResult",
  types: () => [WaitingAccess, WaitingNotFound] as const,
});
export const LeaveWaitlistResult = createUnionType({
  name: "LeaveWaitlistResult",
  types: () => [WaitingAccess, WaitingNotFound] as const,
});
export const AcceptOfferResult = createUnionType({
  name: "AcceptOfferResult",
  types: () => [Booked, OfferGone, AddressUnproven, WaitingNotFound, IdempotencyConflict, InvalidInput] as const,
});
export const DeclineOfferResult = createUnionType({
  name: "DeclineOfferResult",
  types: () => [OfferDeclined, OfferGone, WaitingNotFound, IdempotencyConflict, InvalidInput] as const,
});
export const WaitingEntryResult = createUnionType({
  name: "WaitingEntryResult",
  types: () => [WaitingEntryChanged, Refused] as const,
});
export const OfferByHandResult = createUnionType({
  name: "OfferByHandResult",
  types: () => [OfferMade, SlotTaken, AlreadyOffered, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const WithdrawOfferResult = createUnionType({
  name: "WithdrawOfferResult",
  types: () => [OfferWithdrawn, OfferGone, Refused] as const,
});
export const WaitlistSettingsResult = createUnionType({
  name: "WaitlistSettingsResult",
  types: () => [WaitlistSettings, InvalidInput, Refused] as const,
});
export const WaitlistEvent = createUnionType({
  name: "WaitlistEvent",
  description: "The whole list, now and after every change.",
  types: () => [Waitlist, Refused] as const,
});
