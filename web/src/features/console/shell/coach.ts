import { createContext, useContext } from "react";

/** The signed-in coach, and the clock of her zone. */
export interface SignedInCoach {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly email: string;
  readonly timeZone: string;
  readonly accent: string;
  /** Minutes east of UTC in her zone now. */
  readonly offsetMinutes: number;
  readonly zones: readonly ZoneInfo[];
  /** Release of the time zone database that the server answers with. */
  readonly zoneRelease: string;
}

interface ZoneInfo {
  readonly id: string;
  readonly offsetMinutes: number;
  readonly aliases: readonly string[];
}

export const CoachContext = createContext<SignedInCoach | null>(null);

export function useCoach(): SignedInCoach {
  const coach = useContext(CoachContext);
  if (coach === null) throw new Error("useCoach outside SignedIn");
  return coach;
}
