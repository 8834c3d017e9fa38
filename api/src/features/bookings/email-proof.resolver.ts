import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { LinkService } from "../links/link.service.ts";
import type { AttemptService } from "./attempt.service.ts";
import { Booked } from "./booking.inputs.ts";
import type { BookingLoaders } from "./booking.loaders.ts";
import type { BookingService } from "./booking.service.ts";
import { CodeSent, ProveEmailInput, ProveEmailResult, SendCodeResult } from "./email-proof.inputs.ts";
import type { EmailProofService } from "./email-proof.service.ts";

export interface EmailProofResolverDependencies {
  readonly proofs: EmailProofService;
  readonly bookings: BookingService;
  readonly links: LinkService;
  readonly attempts: AttemptService;
}

@Resolver()
export class EmailProofResolver {
  private readonly deps: EmailProofResolverDependencies;

  constructor(deps: EmailProofResolverDependencies) {
    this.deps = deps;
  }

  @Mutation(() => ProveEmailResult, { description: "Books a slot that is kept until its client's address is proven." })
  proveEmail(
    @Arg("input", () => ProveEmailInput) input: ProveEmailInput,
    @Ctx() { loaders, ip }: RequestContext<BookingLoaders>,
  ) {
    const { proofs, bookings, links, attempts } = this.deps;
    return answer(async () => {
      await attempts.admit("prove", { address: ip });
      const { bookingId, attendeeId, input: booked } = await proofs.prove(input);
      const booking = await loaders.booking.load(bookingId);
      const redirectUrl = await links.redirectAfter(booked, booked.redirectTo);
      return Object.assign(new Booked(), { booking, token: bookings.tokenOf(attendeeId), redirectUrl });
    });
  }

  @Mutation(() => SendCodeResult, { description: "Sends another code for a slot that is kept; at most three in all." })
  sendCodeAgain(@Arg("holdToken", () => String) holdToken: string, @Ctx() { ip }: RequestContext) {
    return answer(async () => {
      await this.deps.attempts.admit("prove", { address: ip });
      return Object.assign(new CodeSent(), { expiresAt: await this.deps.proofs.sendAgain(holdToken) });
    });
  }
}
