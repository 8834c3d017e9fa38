import { Field, ID, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../entities/index.ts";

@ObjectType({ description: "A way back to how the session was before, while nothing else happens to it." })
export class Undo {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;
}
