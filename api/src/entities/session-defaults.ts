import { Field, Int, ObjectType } from "type-graphql";
import { SlotGrid } from "./enums.ts";

@ObjectType({ description: "What a new session type begins with." })
export class SessionDefaults {
  @Field(() => Int)
  stepMinutes: number = 30;

  @Field(() => Int)
  bufferBeforeMinutes: number = 0;

  @Field(() => Int)
  bufferAfterMinutes: number = 0;

  @Field(() => Int)
  noticeMinutes: number = 0;

  @Field(() => Int)
  horizonDays: number = 60;

  @Field(() => Int)
  cancelNoticeMinutes: number = 1440;

  @Field(() => SlotGrid)
  grid: SlotGrid = SlotGrid.WINDOW;

  @Field(() => Int, { nullable: true })
  maxPerDay: number | null = null;

  @Field(() => Int, { nullable: true })
  maxPerWeek: number | null = null;

  @Field(() => Int, { nullable: true })
  maxPerMonth: number | null = null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerDay: number | null = null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerWeek: number | null = null;

  @Field(() => Int, { nullable: true })
  maxMinutesPerMonth: number | null = null;
}
