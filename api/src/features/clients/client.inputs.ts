import { Field, InputType, ObjectType } from "type-graphql";
import { Client, Preferences, TimeZoneScalar } from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { optionalPhone, optionalText, requireEmail, requireLine } from "../../platform/validation.ts";
import { applyPreferences, PreferencesInput } from "../time-zones/reading.inputs.ts";

@InputType({ description: "Who is booking." })
export class ClientInput {
  @Field(() => String, { description: "At most 120 characters." })
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  phone?: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => String, { nullable: true, description: "For the coach; at most 2,000 characters." })
  note?: string;

  @Field(() => PreferencesInput, { nullable: true, description: "How she reads times, for what she is sent." })
  preferences?: PreferencesInput;
}

/** What was typed about a client, checked and trimmed. */
export interface ClientDetails {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly note: string | null;
  readonly preferences: Preferences;
}

/** Refuses what cannot be a person's details, naming the field below `path`. */
export function checkClient(path: string, input: ClientInput): ClientDetails {
  const preferences = new Preferences();
  applyPreferences(`${path}.preferences`, preferences, input.preferences);
  return {
    preferences,
    name: requireLine(`${path}.name`, input.name, 120),
    email: requireEmail(`${path}.email`, input.email),
    phone: optionalPhone(`${path}.phone`, input.phone),
    timeZone: input.timeZone,
    note: optionalText(`${path}.note`, input.note, 2000),
  };
}

@ObjectType()
class ClientEdge extends edgeOf(Client) {}

@ObjectType()
export class ClientConnection extends connectionOf(ClientEdge) {}
