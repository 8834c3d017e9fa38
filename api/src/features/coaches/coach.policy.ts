import type { Viewer } from "../../platform/graphql/request-context.ts";
import { Refusal, Refused } from "../../platform/problem.ts";

/** Whether the viewer is this coach and may see her practice. */
export function isCoach(viewer: Viewer | null, coachId: string): boolean {
  return viewer?.coachId === coachId;
}

/** The coach who is asking; refuses everybody else. */
export function requireCoach(viewer: Viewer | null): string {
  if (!viewer?.coachId) throw new Refusal(new Refused("NOT_SIGNED_IN", "Sign in as a coach first."));
  return viewer.coachId;
}

/** What somebody else owns and what does not exist look alike. */
export function refuseUnknown(what: string): never {
  throw new Refusal(new Refused("NOT_FOUND", `There is no such ${what} in your practice.`));
}
