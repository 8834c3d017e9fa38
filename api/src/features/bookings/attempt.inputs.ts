import { Field, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../entities/index.ts";
import { Problem } from "../../platform/problem.ts";

@ObjectType({ implements: Problem, description: "Too much was asked for in too short a time." })
export class TooManyAttempts extends Problem {
  @Field(() => DateTimeScalar, { description: "When the next attempt can succeed." })
  retryAt: Date;

  constructor(retryAt: Date, now: number) {
    const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now) / 60_000));
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    super("TOO_MANY_ATTEMPTS", `There were too many attempts in a short time. Try again in ${wait}.`);
    this.retryAt = retryAt;
  }
}
