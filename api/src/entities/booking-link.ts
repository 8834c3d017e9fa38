import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Client } from "./client.ts";
import { Coach } from "./coach.ts";
import { LinkKind } from "./enums.ts";
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

  @Field(() => LinkKind)
  @Property({ type: "text" })
  kind: LinkKind = LinkKind.PUBLIC;

  /** For the coach's own eyes. */
  @Property({ type: "text", nullable: true })
  name: string | null = null;

  /** Whose details the form begins with. */
  @ManyToOne(() => Client, { ref: true, nullable: true })
  client: Ref<Client> | null = null;

  /** The lengths it is restricted to; null offers all. */
  @Property({ type: "array", runtimeType: "number[]", nullable: true })
  minutes: number[] | null = null;

  /** The first and the last date it is restricted to, on the coach's calendar. */
  @Property({ type: "date", nullable: true })
  fromDate: string | null = null;

  @Property({ type: "date", nullable: true })
  toDate: string | null = null;

  @Property({ type: "text", nullable: true })
  redirectUrl: string | null = null;

  @Property({ type: "boolean" })
  active: boolean = true;

  @Property({ type: "integer", nullable: true })
  maxUses: number | null = null;

  @Property({ type: "timestamptz", nullable: true })
  expiresAt: Date | null = null;

  @Property({ type: "timestamptz", nullable: true })
  deletedAt: Date | null = null;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
