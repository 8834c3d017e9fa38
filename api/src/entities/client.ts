import type { Ref } from "@mikro-orm/core";
import { Embedded, Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { Preferences } from "./preferences.ts";
import { DateTimeScalar, TimeZoneScalar } from "./scalars.ts";

/** Somebody who books; belongs to one coach and needs no account. */
@Entity({ tableName: "client" })
@ObjectType({ implements: Node, description: "Somebody who books. Belongs to one coach and needs no account." })
export class Client extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String)
  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  phone: string | null = null;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => Preferences)
  @Embedded(() => Preferences, { prefix: false })
  preferences: Preferences = new Preferences();

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
