import { Field, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../entities/index.ts";
import { Problem } from "../../platform/problem.ts";

@ObjectType({ implements: Problem, description: "Too much was asked for in too short a time." })
export class TooManyAttempts extends Problem {
  @Field(() => DateTimeScalar, { description: "When the next attempt can succeed." })
  retryAt: Date;

  /** `rule` says which bound was met, where it is one that people meet. */
  constructor(retryAt: Date, now: number, rule = "There were too many attempts in a short time.") {
    const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now) / 60_000));
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    super("TOO_MANY_ATTEMPTS", `${rule} Try again in ${wait}.`);
    this.retryAt = retryAt;
  }
}
