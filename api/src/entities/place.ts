import { Embeddable, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { PlaceKind } from "./enums.ts";

/** Where a session happens: two columns, `place_kind` and `place_detail`. */
@Embeddable()
@ObjectType({ description: "Where a session happens." })
export class Place {
  @Field(() => PlaceKind)
  @Property({ type: "text" })
  kind: PlaceKind;

  @Field(() => String, { description: "Meeting link, phone number or address." })
  @Property({ type: "text" })
  detail: string;

  constructor(kind: PlaceKind, detail: string) {
    this.kind = kind;
    this.detail = detail;
  }
}
