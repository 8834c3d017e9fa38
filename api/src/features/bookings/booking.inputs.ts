import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Attendee, Booking, BookingLink, DateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { ClientInput } from "../clients/client.inputs.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { Slot, SlotReasonCode } from "../slots/slot.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";
import { AnswerInput, GuestInput } from "./answer.inputs.ts";
import { TooManyAttempts } from "./attempt.inputs.ts";
import { Undo } from "./undo-offer.inputs.ts";

@InputType({ description: "A slot to keep for a few minutes while its form is filled in." })
export class HoldSlotInput {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => Int, { nullable: true })
  minutes?: number;

  @Field(() => TimeZoneScalar, { description: "Zone of the local times in the answer." })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: "An earlier hold, given up in the same step." })
  replaces?: string;
}

@InputType()
export class BookSessionInput {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => Int, { nullable: true })
  minutes?: number;

  @Field(() => ClientInput)
  client!: ClientInput;

  @Field(() => [AnswerInput], { nullable: true, description: "To the questions of the session type." })
  answers?: AnswerInput[] | null;

  @Field(() => [GuestInput], {
    nullable: true,
    description: "Who comes along; at most as many as the session type allows.",
  })
  guests?: GuestInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the page would like to send the client afterwards; ignored on hosts that the coach did not allow.",
  })
  redirectTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The hold on this slot; without one the slot must still be offered.",
  })
  holdToken?: string;

  @Field(() => String, { description: "Same key and same input give the first result again. 8 to 128 characters." })
  idempotencyKey!: string;
}

@InputType()
export class CancelBookingInput {
  @Field(() => String)
  token!: string;

  @Field(() => String, { nullable: true })
  reason?: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class RescheduleBookingInput {
  @Field(() => String)
  token!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => TimeZoneScalar, { description: "The client's zone from now on, and that of local times in the answer." })
  timeZone!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType({
  description: "On a client's behalf. Hours, notice, horizon and limits do not bind the coach; other sessions do.",
})
export class BookForClientInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => MomentInput)
  start!: MomentInput;

  @Field(() => Int, { nullable: true })
  minutes?: number;

  @Field(() => ID, { nullable: true, description: "A client of hers; or give newClient." })
  client?: string;

  @Field(() => ClientInput, { nullable: true })
  newClient?: ClientInput;

  @Field(() => String, { nullable: true })
  note?: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class CancelSessionInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => String, { nullable: true, description: "For the client." })
  message?: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class RescheduleSessionInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => MomentInput)
  start!: MomentInput;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "The slot is yours until the hold expires." })
export class SlotHeld {
  @Field(() => String)
  holdToken!: string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field(() => Slot)
  slot!: Slot;
}

@ObjectType()
export class HoldReleased {
  @Field(() => Boolean, { description: "False when there was nothing left to release." })
  released!: boolean;
}

@ObjectType()
export class Booked {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => String, {
    nullable: true,
    description: "Secret of the seat: opens the manage page. Null when the coach booked.",
  })
  token!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where to send the client now; its host is one that the coach allowed.",
  })
  redirectUrl?: string | null;
}

@ObjectType({ description: "The slot is kept until a code that was sent to the mail address is entered." })
export class EmailProofNeeded {
  @Field(() => String, { description: "To be given with the code." })
  holdToken!: string;

  @Field(() => String, { description: "Where the code went." })
  email!: string;

  @Field(() => DateTimeScalar, { description: "Unproven until then, the slot is free again." })
  expiresAt!: Date;
}

@ObjectType()
export class BookingCancelled {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Undo, { nullable: true, description: "For the coach's own changes." })
  undo?: Undo | null;
}

@ObjectType()
export class BookingMoved {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Undo, { nullable: true, description: "For the coach's own changes." })
  undo?: Undo | null;
}

@ObjectType({ description: "A seat, seen with its secret token: the client's own view of a booking." })
export class BookingAccess {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Attendee, { description: "Who the seat belongs to, as typed." })
  attendee!: Attendee;

  @Field(() => Boolean, { description: "Whether it can be cancelled or moved now." })
  canChange!: boolean;

  @Field(() => DateTimeScalar, { description: "Cancelling and moving end here." })
  changeUntil!: Date;

  @Field(() => BookingLink, {
    nullable: true,
    description: "Through which the session can be moved: with the seat's token it is open, whatever became of it.",
  })
  link!: BookingLink | null;

  @Field(() => BookingLink, { nullable: true, description: "Where another session can be booked now." })
  bookAgainLink!: BookingLink | null;
}

@ObjectType({ implements: Problem, description: "Somebody was faster." })
export class SlotTaken extends Problem {
  @Field(() => [Slot], { description: "The nearest slots that are free, in order of time." })
  alternatives: Slot[];

  constructor(alternatives: Slot[]) {
    super("SLOT_TAKEN", "This time has just been taken. Choose another one.");
    this.alternatives = alternatives;
  }
}

@ObjectType({ implements: Problem, description: "This start is not on offer, whoever asks." })
export class SlotNotOffered extends Problem {
  @Field(() => SlotReasonCode, { description: "The first rule that hides it, as far as a visitor may know." })
  reason: SlotReasonCode;

  @Field(() => [Slot])
  alternatives: Slot[];

  constructor(reason: SlotReasonCode, message: string, alternatives: Slot[]) {
    super("SLOT_NOT_OFFERED", message);
    this.reason = reason;
    this.alternatives = alternatives;
  }
}

@ObjectType({ implements: Problem, description: "The hold had ended and the slot is somebody else's by now." })
export class HoldExpired extends Problem {
  @Field(() => [Slot])
  alternatives: Slot[];

  constructor(alternatives: Slot[]) {
    super(
      "HOLD_EXPIRED",
      "The time you had chosen was held for you until a moment ago and is no longer free. Choose another one.",
    );
    this.alternatives = alternatives;
  }
}

@ObjectType({
  implements: Problem,
  description: "One visitor, or one mail address, keeps too many slots of this coach.",
})
export class TooManyHolds extends Problem {
  constructor(
    limit: number,
    message = `At most ${limit} times can be held at once. Let one go, or finish booking it.`,
  ) {
    super("TOO_MANY_HOLDS", message);
  }
}

@ObjectType({ implements: Problem, description: "A client has one seat in a session." })
export class AlreadySeated extends Problem {
  constructor() {
    super(
      "ALREADY_SEATED",
      "This email address has a seat in this session already. Open it with the link from its confirmation.",
    );
  }
}

@ObjectType({ implements: Problem, description: "The token opens no booking." })
export class BookingNotFound extends Problem {
  constructor() {
    super("BOOKING_NOT_FOUND", "This link opens no session. Use the newest link from your confirmation.");
  }
}

@ObjectType({ implements: Problem, description: "The time for changes by the client is over." })
export class TooLate extends Problem {
  @Field(() => DateTimeScalar)
  until: Date;

  constructor(until: Date) {
    super("TOO_LATE", "It is too late to change this session online. Ask your coach.");
    this.until = until;
  }
}

@ObjectType({ implements: Problem, description: "The booking no longer occupies its time: cancelled, or over." })
export class AlreadyCancelled extends Problem {
  constructor() {
    super("ALREADY_CANCELLED", "This session is no longer booked, so there is nothing to change.");
  }
}

export const HoldSlotResult = createUnionType({
  name: "HoldSlotResult",
  types: () =>
    [SlotHeld, SlotTaken, SlotNotOffered, LinkUnavailable, TooManyHolds, TooManyAttempts, InvalidInput] as const,
});
export const BookSessionResult = createUnionType({
  name: "BookSessionResult",
  types: () =>
    [
      Booked,
      EmailProofNeeded,
      SlotTaken,
      SlotNotOffered,
      HoldExpired,
      LinkUnavailable,
      AlreadySeated,
      TooManyHolds,
      TooManyAttempts,
      IdempotencyConflict,
      InvalidInput,
    ] as const,
});
export const CancelBookingResult = createUnionType({
  name: "CancelBookingResult",
  types: () =>
    [BookingCancelled, BookingNotFound, TooLate, AlreadyCancelled, IdempotencyConflict, InvalidInput] as const,
});
export const RescheduleBookingResult = createUnionType({
  name: "RescheduleBookingResult",
  types: () =>
    [
      BookingMoved,
      SlotTaken,
      SlotNotOffered,
      BookingNotFound,
      TooLate,
      AlreadyCancelled,
      AlreadySeated,
      IdempotencyConflict,
      InvalidInput,
    ] as const,
});
export const BookForClientResult = createUnionType({
  name: "BookForClientResult",
  types: () => [Booked, SlotTaken, AlreadySeated, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const CancelSessionResult = createUnionType({
  name: "CancelSessionResult",
  types: () => [BookingCancelled, AlreadyCancelled, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const RescheduleSessionResult = createUnionType({
  name: "RescheduleSessionResult",
  types: () => [BookingMoved, SlotTaken, AlreadyCancelled, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const BookingAccessResult = createUnionType({
  name: "BookingAccessResult",
  types: () => [BookingAccess, BookingNotFound] as const,
});
