import { randomUUID } from "node:crypto";
import { PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Field, ID, InterfaceType } from "type-graphql";
import { toGlobalId } from "./global-id.ts";

/** Anything with an identity of its own: one uuid in the database, one global id in the API. */
@InterfaceType("Node", {
  description: "Anything that can be fetched again by its global id.",
  resolveType: (value: Node) => value.constructor.name,
})
export abstract class Node {
  @PrimaryKey({ type: "uuid" })
  id: string = randomUUID();

  @Field(() => ID, { name: "id" })
  get globalId(): string {
    return toGlobalId(this.constructor.name, this.id);
  }
}
