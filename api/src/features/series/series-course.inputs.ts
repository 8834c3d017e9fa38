import { Field, ID, InputType } from "type-graphql";

@InputType()
export class AddSeriesMemberInput {
  @Field(() => ID)
  series!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String, { nullable: true, description: "With each seat; at most 2,000 characters." })
  note?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class RemoveSeriesMemberInput {
  @Field(() => ID)
  series!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}
