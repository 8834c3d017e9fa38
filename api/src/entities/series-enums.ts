import { registerEnumType } from "type-graphql";

export const ClashPolicy = {
  REFUSE: "refuse",
  SKIP: "skip",
  NEAREST_OF_DAY: "nearestOfDay",
  NEAREST_OF_WEEK: "nearestOfWeek",
  APPEND: "append",
  STAY: "stay",
} as const;
export type ClashPolicy = (typeof ClashPolicy)[keyof typeof ClashPolicy];

registerEnumType(ClashPolicy, {
  name: "ClashPolicy",
  description: "What becomes of the sessions of a series whose time is not free.",
  valuesConfig: {
    REFUSE: { description: "Nothing is done until each has a place." },
    SKIP: { description: "They are left out." },
    NEAREST_OF_DAY: { description: "They go to the nearest free time of their date." },
    NEAREST_OF_WEEK: { description: "They go to the nearest free time from Sunday to Saturday." },
    APPEND: { description: "They are left out, and as many are added at the end." },
    STAY: { description: "They stay where they are. For changes alone." },
  },
});
