import { Field, ObjectType } from "type-graphql";
import { Problem } from "../../platform/problem.ts";
import { Slot } from "../slots/slot.inputs.ts";

@ObjectType({ implements: Problem, description: "What is waited for is free: it can be booked at once." })
export class TimeFree extends Problem {
  @Field(() => [Slot], { description: "Up to three of the free times, in order of time." })
  slots: Slot[];

  constructor(slots: Slot[]) {
    super("TIME_FREE", "This time is free. Book it now instead of waiting.");
    this.slots = slots;
  }
}

@ObjectType({
  implements: Problem,
  description: "The address waits for the same already, or has it; which one, its owner alone is told, by mail.",
})
export class AlreadyWaiting extends Problem {
  constructor() {
    super(
      "ALREADY_WAITING",
      "This address has a place already, in the line or in the session. We have sent it the link.",
    );
  }
}

@ObjectType({ implements: Problem, description: "One visitor, one address or one list waits for too much." })
export class TooManyWaiting extends Problem {
  constructor() {
    super("TOO_MANY_WAITING", "No more can be waited for at once. Leave another wait first, or ask your coach.");
  }
}

@ObjectType({ implements: Problem, description: "The token opens no entry of a waitlist." })
export class WaitingNotFound extends Problem {
  constructor() {
    super("WAITING_NOT_FOUND", "This link opens no waitlist entry. Use the newest link from your mail.");
  }
}

@ObjectType({ implements: Problem, description: "Only who got the message may accept this offer." })
export class AddressUnproven extends Problem {
  constructor() {
    super("ADDRESS_UNPROVEN", "Open the link in the message that we sent you, and accept the offer there.");
  }
}

@ObjectType({ implements: Problem, description: "The offer is over: answered, lapsed or withdrawn." })
export class OfferGone extends Problem {
  constructor() {
    super(
      "OFFER_GONE",
      "This offer is over, and the time went to the next person. You are told when another one opens.",
    );
  }
}

@ObjectType({ implements: Problem, description: "Somebody who has an offer must answer it before the next." })
export class AlreadyOffered extends Problem {
  constructor() {
    super("ALREADY_OFFERED", "This person has an open offer. Withdraw it first, or wait for the answer.");
  }
}
