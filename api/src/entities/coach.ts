import { Embedded, Entity, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Node } from "./node.ts";
import { Preferences } from "./preferences.ts";
import { TimeZoneScalar } from "./scalars.ts";
import type { SessionDefaults } from "./session-defaults.ts";
import { SessionLimits } from "./session-limits.ts";

/** A coach: public face and calendar. Fields that only she may read are resolved in features/coaches. */
@Entity({ tableName: "coach" })
@ObjectType({ implements: Node, description: "A coach: her public face, and, for herself alone, her practice." })
export class Coach extends Node {
  /** The sign-in that is this coach, or null before there is one. */
  @Property({ type: "uuid", nullable: true })
  userId: string | null = null;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, { description: "First part of her booking addresses: /:coach/:link." })
  @Property({ type: "text" })
  slug!: string;

  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  headline: string | null = null;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => String, { description: "Accent colour of her pages, #rrggbb." })
  @Property({ type: "text" })
  accent!: string;

  /** Raised by every write to her calendar. */
  @Property({ type: "integer" })
  revision: number = 0;

  @Embedded(() => Preferences, { prefix: false })
  preferences: Preferences = new Preferences();

  @Embedded(() => SessionLimits, { prefix: "max_" })
  limits: SessionLimits = new SessionLimits();

  /** Where visitors may be sent after booking: names of hosts, reached over https. */
  @Property({ type: "array", runtimeType: "string[]" })
  redirectHosts: string[] = [];

  /** What differs from `SessionDefaults` of its own accord. */
  @Property({ type: "json" })
  sessionDefaults: Partial<SessionDefaults> = {};

  /** Where her public holidays are: codes of country, state and region. */
  @Property({ type: "text", nullable: true })
  holidayCountry: string | null = null;

  @Property({ type: "text", nullable: true })
  holidayState: string | null = null;

  @Property({ type: "text", nullable: true })
  holidayRegion: string | null = null;
}
