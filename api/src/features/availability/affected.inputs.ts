import { Field, ID, InputType, registerEnumType } from "type-graphql";

export const AffectedAction = { KEEP: "keep", OFFER_NEW_TIMES: "offerNewTimes", CANCEL: "cancel" } as const;
export type AffectedAction = (typeof AffectedAction)[keyof typeof AffectedAction];
registerEnumType(AffectedAction, {
  name: "AffectedAction",
  description: "What becomes of a session that a change of hours affects.",
  valuesConfig: {
    KEEP: { description: "It stays as it is, outside of the hours." },
    OFFER_NEW_TIMES: { description: "It stands until the client, who is asked to, has chosen another time." },
    CANCEL: { description: "It is cancelled for everybody in it." },
  },
});

@InputType({ description: "A decision about a session that the change affects. Sessions that are not named stay." })
export class AffectedBookingInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => AffectedAction)
  action!: AffectedAction;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string;
}
