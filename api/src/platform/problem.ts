import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { DomainError, ProblemCode } from "./errors.ts";

registerEnumType(ProblemCode, {
  name: "ProblemCode",
  description: "What went wrong: stable codes to program against.",
});

/** An expected failure, answered as data. */
@InterfaceType("Problem", {
  description: "An expected failure, as data.",
  resolveType: (value: Problem) => value.constructor.name,
})
export abstract class Problem {
  @Field(() => ProblemCode)
  code: ProblemCode;

  @Field(() => String, { description: "What was wrong and what is right, for a person." })
  message: string;

  constructor(code: ProblemCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

@ObjectType({ implements: Problem, description: "A value that cannot be accepted; nothing was saved." })
export class InvalidInput extends Problem {
  @Field(() => String, { description: "Path of the refused value within the input: client.email." })
  field: string;

  constructor(field: string, message: string) {
    super("INVALID_INPUT", message);
    this.field = field;
  }
}

@ObjectType({ implements: Problem, description: "Not signed in, or there is no such thing for this coach." })
export class Refused extends Problem {}

@ObjectType({ implements: Problem, description: "The idempotency key was used before with another input." })
export class IdempotencyConflict extends Problem {
  constructor() {
    super("IDEMPOTENCY_CONFLICT", "This idempotency key was used with another input. Use a new key for a new request.");
  }
}

/** Thrown inside a use case to end it: rolls its transaction back and becomes the answer. */
export class Refusal extends DomainError {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code, problem.message);
    this.problem = problem;
  }
}

/** Runs a use case; what it refuses becomes its answer, anything else is passed on as an error. */
export async function answer<Result>(work: () => Promise<Result>): Promise<Result | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}
