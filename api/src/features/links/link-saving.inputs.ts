import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Attendee, BookingLink, Coach, DateTimeScalar, LinkKind, LocalDateScalar } from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

export const LinkState = { OPEN: "OPEN", OFF: "OFF", EXPIRED: "EXPIRED", USED_UP: "USED_UP" } as const;
export type LinkState = (typeof LinkState)[keyof typeof LinkState];
registerEnumType(LinkState, {
  name: "LinkState",
  description: "Whether a link can be booked through, and if not, why. From outside the last three look alike.",
});

/** Every field optional: what a change leaves out stays as it is, null takes it away. */
@InputType()
abstract class BookingLinkFields {
  @Field(() => String, { nullable: true, description: "For the coach's own eyes; at most 80 characters." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Second part of a public address: small letters, digits and hyphens, at most 60. Secret ones are made up.",
  })
  slug?: string | null;

  @Field(() => Int, { nullable: true, description: "1 to 10,000 bookings; of a single-use link it is 1." })
  maxUses?: number | null;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => ID, { nullable: true, description: "A client whose details the form begins with; not on public links." })
  client?: string | null;

  @Field(() => [Int], { nullable: true, description: "Some of the session type's lengths; all without." })
  minutes?: number[] | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First date that can be booked, on the coach's calendar.",
  })
  fromDate?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "Last date that can be booked, on the coach's calendar.",
  })
  toDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where the client is sent after booking: https, and a host that the coach allowed.",
  })
  redirectUrl?: string | null;
}

@InputType()
export class CreateBookingLinkInput extends BookingLinkFields {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => LinkKind, { defaultValue: LinkKind.PUBLIC })
  kind!: LinkKind;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class UpdateBookingLinkInput extends BookingLinkFields {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { nullable: true, description: "False switches the link off." })
  active?: boolean | null;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateAddressInput {
  @Field(() => String, {
    nullable: true,
    description: "First part of all booking addresses: small letters, digits and hyphens, at most 60. Old ones end.",
  })
  slug?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Hosts that visitors may be sent to after booking, like www.example.com; at most 20.",
  })
  redirectHosts?: string[] | null;
}

@ObjectType()
export class BookingLinkSaved {
  @Field(() => BookingLink)
  link!: BookingLink;
}

@ObjectType({ description: "Its address is free again; who booked through it stays known." })
export class BookingLinkDeleted {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class AddressSaved {
  @Field(() => Coach)
  coach!: Coach;
}

@ObjectType({ description: "Something about her links, or about who booked through them, is new." })
export class LinksChange {
  @Field(() => Coach)
  coach!: Coach;
}

@ObjectType()
class AttendeeEdge extends edgeOf(Attendee) {}

@ObjectType()
export class AttendeeConnection extends connectionOf(AttendeeEdge) {}

export const SaveBookingLinkResult = createUnionType({
  name: "SaveBookingLinkResult",
  types: () => [BookingLinkSaved, InvalidInput, Refused] as const,
});
export const DeleteBookingLinkResult = createUnionType({
  name: "DeleteBookingLinkResult",
  types: () => [BookingLinkDeleted, Refused] as const,
});
export const UpdateAddressResult = createUnionType({
  name: "UpdateAddressResult",
  types: () => [AddressSaved, InvalidInput, Refused] as const,
});
export const LinksEvent = createUnionType({
  name: "LinksEvent",
  types: () => [LinksChange, Refused] as const,
});
