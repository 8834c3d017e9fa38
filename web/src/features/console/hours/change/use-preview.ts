import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { PreviewAvailabilityDocument } from "../../../../generated/console.ts";
import type { AvailabilityChangeInput } from "../../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../../shell/save-problem.ts";
import type { AffectedSession, Warning } from "./decisions.ts";

/** What a change would do, as far as the server has said. */
export type Preview =
  | { readonly state: "none" | "asking" }
  | { readonly state: "known"; readonly affected: readonly AffectedSession[]; readonly warnings: readonly Warning[] }
  | { readonly state: "refused" | "failed"; readonly problem: SaveProblem };

const SETTLE_MS = 300;
const NONE: Preview = { state: "none" };
const ASKING: Preview = { state: "asking" };

interface Answered {
  readonly key: string;
  readonly preview: Preview;
}

/** Asks the server what a change would do, once the hand has paused; check() asks at once. */
export function usePreview(change: AvailabilityChangeInput | null, timeZone: string) {
  const client = useApolloClient();
  const key = change === null ? null : JSON.stringify(change);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const running = useRef<{ readonly key: string; readonly answer: Promise<Preview> } | null>(null);

  const check = useCallback((): Promise<Preview> => {
    if (key === null) return Promise.resolve(NONE);
    if (running.current?.key === key) return running.current.answer;
    const answer = ask(client, JSON.parse(key), timeZone).then((preview) => {
      if (running.current?.key === key) setAnswered({ key, preview });
      // A failure is no answer: who asks again is heard again.
      if (preview.state === "failed" && running.current?.key === key) running.current = null;
      return preview;
    });
    running.current = { key, answer };
    return answer;
  }, [client, key, timeZone]);

  useEffect(() => {
    if (key === null) {
      running.current = null;
      return undefined;
    }
    const timer = setTimeout(() => void check(), SETTLE_MS);
    const again = () => void check();
    addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", again);
    };
  }, [key, check]);

  const preview = key === null ? NONE : answered?.key === key ? answered.preview : ASKING;
  return { preview, check };
}

export async function ask(client: ApolloClient, change: AvailabilityChangeInput, timeZone: string): Promise<Preview> {
  try {
    const variables = { change, timeZone };
    const { data } = await client.query({ query: PreviewAvailabilityDocument, variables, fetchPolicy: "no-cache" });
    const result = data?.previewAvailability;
    if (result === undefined) return { state: "failed", problem: unansweredProblem() };
    if (result.__typename !== "AvailabilityPreview") return { state: "refused", problem: saveProblemOf(result) };
    return { state: "known", affected: result.affected, warnings: result.warnings };
  } catch {
    return { state: "failed", problem: unansweredProblem() };
  }
}
