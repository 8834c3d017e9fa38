import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { SessionType } from "./session-type.ts";

/** How strangers reach a session type. */
@Entity({ tableName: "booking_link" })
@ObjectType({ implements: Node, description: "How strangers reach a session type: /:coach/:link." })
export class BookingLink extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @ManyToOne(() => SessionType, { ref: true })
  sessionType!: Ref<SessionType>;

  @Field(() => String)
  @Property({ type: "text" })
  slug!: string;

  @Property({ type: "boolean" })
  active: boolean = true;

  @Property({ type: "integer", nullable: true })
  maxUses: number | null = null;

  @Property({ type: "integer" })
  uses: number = 0;

  @Property({ type: "timestamptz", nullable: true })
  expiresAt: Date | null = null;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
