import type { TravelPartsFragment } from "../../../../generated/console.ts";
import type { CreateTravelInput } from "../../../../generated/schema.ts";

/** A stay elsewhere as it stands in the form. */
export interface TravelDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly place: string;
  readonly timeZone: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly keepHomeHours: boolean;
}

export type TravelField = "place" | "timeZone" | "fromDate" | "toDate";
export type TravelProblems = { readonly [field in TravelField]?: string };

export const NEW_TRAVEL: TravelDraft = {
  id: null,
  place: "",
  timeZone: "",
  fromDate: "",
  toDate: "",
  keepHomeHours: false,
};

export const travelDraftOf = (travel: TravelPartsFragment): TravelDraft => {
  const { id, place, timeZone, fromDate, toDate, keepHomeHours } = travel;
  return { id, place, timeZone, fromDate, toDate, keepHomeHours };
};

type Read = { readonly input: CreateTravelInput } | { readonly problems: TravelProblems };

/** What the form means, or what is missing in it. */
export function readTravel({ place, timeZone, fromDate, toDate, keepHomeHours }: TravelDraft): Read {
  const problems: TravelProblems = {
    ...(timeZone === "" && { timeZone: "Choose the city whose clocks you will live by." }),
    ...(place.trim() === "" && { place: "Say where you will be." }),
    ...(fromDate === "" && { fromDate: "Choose the first day there." }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { input: { place: place.trim(), timeZone, fromDate, toDate: toDate || fromDate, keepHomeHours } };
}

/** Another zone: the place takes the city's name, unless it has been given one of its own. */
export function withZone(draft: TravelDraft, timeZone: string, city: string, cityBefore: string | null): TravelDraft {
  const own = draft.place.trim() !== "" && draft.place !== cityBefore;
  return { ...draft, timeZone, place: own ? draft.place : city };
}
