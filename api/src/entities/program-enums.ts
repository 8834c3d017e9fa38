import { registerEnumType } from "type-graphql";

export const GapUnit = { DAYS: "days", WEEKS: "weeks" } as const;
export type GapUnit = (typeof GapUnit)[keyof typeof GapUnit];

registerEnumType(GapUnit, {
  name: "GapUnit",
  description: "What the distance between two sessions of a program is counted in.",
  valuesConfig: {
    DAYS: { description: "Exactly so many local dates." },
    WEEKS: { description: "So many weeks, and up to three days more or less." },
  },
});
