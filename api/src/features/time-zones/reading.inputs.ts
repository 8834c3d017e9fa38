import { Field, InputType, Int } from "type-graphql";
import { HourCycle, LocaleScalar, type Preferences } from "../../entities/index.ts";
import { requireWholeNumber } from "../../platform/validation.ts";

@InputType({ description: "What is left out stays as it is; null lets the locale, or the browser, decide." })
export class PreferencesInput {
  @Field(() => LocaleScalar, { nullable: true })
  locale?: string | null;

  @Field(() => HourCycle, { nullable: true })
  hourCycle?: HourCycle | null;

  @Field(() => Int, { nullable: true, description: "0 = Sunday … 6 = Saturday." })
  firstWeekday?: number | null;
}

/** Checks what is given and writes it, naming a refused value below `path`. */
export function applyPreferences(
  path: string,
  preferences: Preferences,
  input: PreferencesInput | null | undefined,
): void {
  if (!input) return;
  if (input.locale !== undefined) preferences.locale = input.locale;
  if (input.hourCycle !== undefined) preferences.hourCycle = input.hourCycle;
  if (input.firstWeekday !== undefined) {
    const day = input.firstWeekday;
    preferences.firstWeekday = day === null ? null : requireWholeNumber(`${path}.firstWeekday`, day, 0, 6);
  }
}
