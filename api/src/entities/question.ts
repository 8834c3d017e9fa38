import { Field, ObjectType } from "type-graphql";
import { QuestionKind } from "./enums.ts";

/** When a question is asked: an earlier one was answered so. */
@ObjectType({ description: "A question is asked only when an earlier one has one of these answers." })
export class QuestionCondition {
  @Field(() => String, { description: "Key of the earlier question." })
  question!: string;

  @Field(() => [String], { description: "Any of these; of a checkbox: yes or no." })
  answers!: string[];
}

/** Something a session type asks whoever books it. A JSON value of the type. */
@ObjectType({ description: "Something that is asked of whoever books." })
export class Question {
  @Field(() => String, { description: "Names the question within its session type, for good." })
  key!: string;

  @Field(() => QuestionKind)
  kind!: QuestionKind;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  help!: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => [String], { description: "What can be chosen; empty but for the two kinds of choice." })
  options!: string[];

  @Field(() => QuestionCondition, { nullable: true, description: "Without one it is always asked." })
  shownWhen!: QuestionCondition | null;
}

/** What was answered, with the question as it was then. A JSON value of the seat. */
@ObjectType({ description: "What was answered to a question, as it was asked then." })
export class Answer {
  @Field(() => String, { description: "Key of the question." })
  question!: string;

  @Field(() => String)
  label!: string;

  @Field(() => [String], { description: "One text or choice, several choices, or yes for a ticked box." })
  values!: string[];
}

/** Somebody a client brings along. A JSON value of the seat. */
@ObjectType({ description: "Somebody a client brings along." })
export class Guest {
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String)
  email!: string;
}
