import type { PreviewAvailabilityQuery } from "../../../../generated/console.ts";
import type { AffectedAction, AffectedBookingInput } from "../../../../generated/schema.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";

type Result = PreviewAvailabilityQuery["previewAvailability"];
type Previewed = Extract<Result, { __typename: "AvailabilityPreview" }>;
export type AffectedSession = Previewed["affected"][number];
export type Warning = Previewed["warnings"][number];

export interface Decision {
  readonly action: AffectedAction;
  readonly message: string;
}

export type Decisions = ReadonlyMap<string, Decision>;

export const KEPT: Decision = { action: "KEEP", message: "" };

export const decided = (decisions: Decisions, id: string, decision: Decision): Decisions =>
  new Map([...decisions, [id, decision]]);

/** The same for all; what was written to one stays with it. */
export const decidedForAll = (
  decisions: Decisions,
  sessions: readonly AffectedSession[],
  action: AffectedAction,
): Decisions =>
  new Map([
    ...decisions,
    ...sessions.map(({ booking: { id } }): [string, Decision] => [id, { ...(decisions.get(id) ?? KEPT), action }]),
  ]);

/** What is sent: sessions that stay need no word, and those that are no longer affected are none of its business. */
export function decisionInputs(decisions: Decisions, sessions: readonly AffectedSession[]): AffectedBookingInput[] {
  return sessions.flatMap(({ booking: { id } }) => {
    const { action, message } = decisions.get(id) ?? KEPT;
    const text = message.trim();
    return action === "KEEP" ? [] : [{ booking: id, action, ...(text !== "" && { message: text }) }];
  });
}

/** "2 are cancelled, 1 is offered new times, 4 stay" */
export function outcomeWords(decisions: Decisions, sessions: readonly AffectedSession[]): string {
  const count = (action: AffectedAction) =>
    sessions.filter(({ booking }) => (decisions.get(booking.id) ?? KEPT).action === action).length;
  const [cancelled, offered, kept] = [count("CANCEL"), count("OFFER_NEW_TIMES"), count("KEEP")];
  return [
    cancelled > 0 && `${cancelled} ${cancelled === 1 ? "is" : "are"} cancelled`,
    offered > 0 && `${offered} ${offered === 1 ? "is" : "are"} offered new times`,
    kept > 0 && `${kept} ${kept === 1 ? "stays" : "stay"}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The server writes dates as 2026-11-26; the coach reads them as she is used to. */
export const datesInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDateRange(date, date));

export const affectedWords = (count: number): string =>
  count === 0 ? "No session is affected" : count === 1 ? "1 session is affected" : `${count} sessions are affected`;
