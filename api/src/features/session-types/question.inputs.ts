import { Field, InputType } from "type-graphql";
import { QuestionKind } from "../../entities/index.ts";

@InputType({ description: "The question is asked only when an earlier one has one of these answers." })
export class QuestionConditionInput {
  @Field(() => String, { description: "Key of an earlier choice, multiple choice or checkbox." })
  question!: string;

  @Field(() => [String], { description: "Any of these options; of a checkbox: yes or no." })
  answers!: string[];
}

@InputType({ description: "Something that is asked of whoever books." })
export class QuestionInput {
  @Field(() => String, { description: "Names the question for good: 1 to 40 of a–z, 0–9 and hyphens." })
  key!: string;

  @Field(() => QuestionKind)
  kind!: QuestionKind;

  @Field(() => String, { description: "At most 200 characters." })
  label!: string;

  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  help?: string | null;

  @Field(() => Boolean, { defaultValue: false })
  required!: boolean;

  @Field(() => [String], { nullable: true, description: "2 to 20 different ones for the two kinds of choice." })
  options?: string[] | null;

  @Field(() => QuestionConditionInput, { nullable: true })
  shownWhen?: QuestionConditionInput | null;
}
