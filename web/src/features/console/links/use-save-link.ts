import { useApolloClient } from "@apollo/client/react";
import {
  MomentsDocument,
  useCreateBookingLinkMutation,
  useDeleteBookingLinkMutation,
  useUpdateBookingLinkMutation,
} from "../../../generated/console.ts";
import { useCoach } from "../shell/coach.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import type { LinkDraft, ReadLink } from "./link-draft.ts";
import type { Link } from "./link-words.ts";

type Outcome = { readonly saved: Link } | { readonly problem: SaveProblem };

const REFETCH = { refetchQueries: ["BookingLinks"], awaitRefetchQueries: true };

/** Makes, changes and deletes links; each answers why not, where it was not done. */
export function useSaveLink() {
  const client = useApolloClient();
  const { timeZone } = useCoach();
  const [create, creating] = useCreateBookingLinkMutation(REFETCH);
  const [update, updating] = useUpdateBookingLinkMutation();
  const [remove, removing] = useDeleteBookingLinkMutation(REFETCH);

  async function instantOf(local: string | null): Promise<string | null> {
    if (local === null) return null;
    const variables = { of: [{ local, timeZone }], timeZone };
    const { data } = await client.query({ query: MomentsDocument, variables });
    const at = data?.moments[0]?.at;
    if (!at) throw new Error("The server did not say when that is.");
    return at;
  }
  async function save({ id, sessionType, kind }: LinkDraft, { input, end }: ReadLink): Promise<Outcome> {
    try {
      const given = { ...input, expiresAt: await instantOf(end) };
      const answer =
        id === null
          ? (await create({ variables: { input: { ...given, sessionType, kind } } })).data?.createBookingLink
          : (await update({ variables: { input: { ...given, id } } })).data?.updateBookingLink;
      if (answer?.__typename === "BookingLinkSaved") return { saved: answer.link };
      return { problem: answer ? saveProblemOf(answer) : unansweredProblem() };
    } catch {
      return { problem: unansweredProblem() };
    }
  }
  async function deleteLink({ id }: Link): Promise<SaveProblem | null> {
    try {
      const answer = (await remove({ variables: { id } })).data?.deleteBookingLink;
      if (answer?.__typename === "BookingLinkDeleted") return null;
      return answer ? saveProblemOf(answer) : unansweredProblem();
    } catch {
      return unansweredProblem();
    }
  }
  return { save, deleteLink, busy: creating.loading || updating.loading || removing.loading };
}

/** Switches a link on and off; gives why not, where that was not done. Lists have many of these. */
export function useSwitchLink() {
  const [update, { loading }] = useUpdateBookingLinkMutation();
  async function switchLink({ id }: Link, active: boolean): Promise<SaveProblem | null> {
    try {
      const answer = (await update({ variables: { input: { id, active } } })).data?.updateBookingLink;
      if (answer?.__typename === "BookingLinkSaved") return null;
      return answer ? saveProblemOf(answer) : unansweredProblem();
    } catch {
      return unansweredProblem();
    }
  }
  return { switchLink, busy: loading };
}
