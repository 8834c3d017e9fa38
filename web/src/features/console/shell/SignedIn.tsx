import { type ReactNode, useLayoutEffect, useMemo, useState } from "react";
import { Redirect } from "wouter";
import { useConsoleViewerQuery } from "../../../generated/console.ts";
import { adoptHabits, type HabitChoice, noChoice } from "../../../lib/habits.ts";
import { useAccent } from "../../../ui/use-accent.ts";
import { CoachContext, type SignedInCoach } from "./coach.ts";
import { PageError, ShellLoading } from "./PageStates.tsx";

const CLOCK_CHECK_MS = 30 * 60_000;

/** Lets only a signed-in coach through; everybody else is led to the sign-in page and back. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data, error, loading, refetch } = useConsoleViewerQuery({ pollInterval: CLOCK_CHECK_MS });
  const viewer = data?.viewer;
  useAccent(viewer?.accent);
  const reading = useCoachHabits(viewer?.preferences);
  const coach = useMemo<SignedInCoach | null>(() => {
    if (!data || !viewer) return null;
    const { release, zones } = data.timeZones;
    const zone = zones.find(({ id, aliases }) => id === viewer.timeZone || aliases.includes(viewer.timeZone));
    return {
      ...viewer,
      email: viewer.email ?? "",
      preferences: viewer.preferences ?? noChoice,
      zones,
      zoneRelease: release,
      offsetMinutes: zone?.offsetMinutes ?? 0,
    };
  }, [data, viewer]);

  if (coach !== null && reading) return <CoachContext value={coach}>{children}</CoachContext>;
  if (error) return <PageError alone what="The console" error={error} onRetry={() => void refetch()} />;
  if (loading || viewer !== null) return <ShellLoading />;
  return <Redirect to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
}

/** Reads times as the coach prefers, wherever she signs in; true once it does, so that nothing is written twice. */
function useCoachHabits(preferences: HabitChoice | null | undefined): boolean {
  const [adopted, setAdopted] = useState(false);
  useLayoutEffect(() => {
    if (preferences === undefined) return;
    adoptHabits(preferences);
    setAdopted(true);
  }, [preferences]);
  useLayoutEffect(() => () => adoptHabits(null), []);
  return adopted;
}
