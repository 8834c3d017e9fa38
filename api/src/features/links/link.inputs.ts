import { createUnionType, Field, ObjectType } from "type-graphql";
import { BookingLink, Coach, LocalDateScalar, SessionType } from "../../entities/index.ts";
import { Problem } from "../../platform/problem.ts";

@ObjectType({ description: "What the form begins with for a client whom the link was made for." })
export class Prefill {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@ObjectType({ description: "What a stranger sees behind a link." })
export class BookingPage {
  @Field(() => Coach)
  coach!: Coach;

  @Field(() => SessionType)
  sessionType!: SessionType;

  @Field(() => BookingLink)
  link!: BookingLink;

  @Field(() => Prefill, { nullable: true })
  prefill!: Prefill | null;

  @Field(() => LocalDateScalar, {
    description: "Today, or the first date that can be booked, on the coach's calendar.",
  })
  firstDate!: string;

  @Field(() => LocalDateScalar, { description: "The last date that can be booked, on the coach's calendar." })
  lastDate!: string;
}

@ObjectType({ implements: Problem, description: "No such link, or it is switched off, expired or used up." })
export class LinkUnavailable extends Problem {
  constructor() {
    super("LINK_UNAVAILABLE", "This booking link is not available. Ask your coach for a new one.");
  }
}

export const BookingPageResult = createUnionType({
  name: "BookingPageResult",
  types: () => [BookingPage, LinkUnavailable] as const,
});
