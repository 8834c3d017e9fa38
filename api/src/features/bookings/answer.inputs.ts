import { Field, InputType } from "type-graphql";

@InputType({ description: "What is answered to one question of the session type." })
export class AnswerInput {
  @Field(() => String, { description: "Key of the question." })
  question!: string;

  @Field(() => [String], {
    description:
      "One text, number or option; several options of a multiple choice; yes for a ticked box, nothing else.",
  })
  values!: string[];
}

@InputType({ description: "Somebody whom the client brings along." })
export class GuestInput {
  @Field(() => String, { nullable: true, description: "At most 120 characters." })
  name?: string | null;

  @Field(() => String)
  email!: string;
}
