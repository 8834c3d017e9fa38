import { createContext, useContext } from "react";
import type { HabitChoice } from "../../../lib/habits.ts";
import type { Zone } from "../../slots/zone-search.ts";

/** The signed-in coach, and the clock of her zone. */
export interface SignedInCoach {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly headline: string | null;
  readonly email: string;
  readonly timeZone: string;
  readonly accent: string;
  /** Minutes east of UTC in her zone now. */
  readonly offsetMinutes: number;
  readonly zones: readonly Zone[];
  /** How she reads dates and times. */
  readonly preferences: HabitChoice;
  /** Release of the time zone database that the server answers with. */
  readonly zoneRelease: string;
}

export const CoachContext = createContext<SignedInCoach | null>(null);

export function useCoach(): SignedInCoach {
  const coach = useContext(CoachContext);
  if (coach === null) throw new Error("useCoach outside SignedIn");
  return coach;
}
