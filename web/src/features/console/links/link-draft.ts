import type { CreateBookingLinkInput, LinkKind, UpdateBookingLinkInput } from "../../../generated/schema.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf } from "../../../lib/time.ts";
import { localTimeOf, readTime } from "../hours/time-text.ts";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import { hasSomeLengths, type Link } from "./link-words.ts";

/** A link as it stands in the form. What is not ticked keeps what was typed, and counts for nothing. */
export interface LinkDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly sessionType: string;
  readonly kind: LinkKind;
  readonly name: string;
  readonly slug: string;
  readonly client: PickedClient | null;
  readonly ends: boolean;
  readonly endDate: string;
  readonly endTime: string;
  readonly limited: boolean;
  readonly maxUses: string;
  readonly someLengths: boolean;
  readonly minutes: readonly number[];
  readonly someDates: boolean;
  readonly fromDate: string;
  readonly toDate: string;
  readonly redirects: boolean;
  readonly redirectUrl: string;
}

export type LinkProblems = { [field in keyof LinkDraft | "expiresAt"]?: string };

const NOTHING: LinkDraft = {
  ...{ id: null, sessionType: "", kind: "PUBLIC", name: "", slug: "", client: null },
  ...{ ends: false, endDate: "", endTime: "", limited: false, maxUses: "" },
  ...{ someLengths: false, minutes: [], someDates: false, fromDate: "", toDate: "", redirects: false, redirectUrl: "" },
};

/** What is made for somebody is secret from the start: a public link must not say who a client is. */
export const newLinkDraft = (given: { sessionType?: string; client?: PickedClient }): LinkDraft => ({
  ...NOTHING,
  ...given,
  kind: given.client ? "SECRET" : "PUBLIC",
});

/** `end` is when it ends on the coach's clock. */
export function linkDraftOf(link: Link, end: string | null): LinkDraft {
  const wholeDay = end?.slice(11, 16) === "00:00";
  return {
    id: link.id,
    sessionType: link.sessionType.id,
    kind: link.kind,
    name: link.name ?? "",
    slug: link.slug,
    client: link.client,
    ends: end !== null,
    endDate: end === null ? "" : wholeDay ? addDays(dateOf(end), -1) : dateOf(end),
    endTime: end === null || wholeDay ? "" : end.slice(11, 16),
    limited: link.maxUses !== null && link.kind !== "SINGLE_USE",
    maxUses: link.maxUses === null ? "" : String(link.maxUses),
    someLengths: hasSomeLengths(link),
    minutes: link.minutes,
    someDates: link.fromDate !== null || link.toDate !== null,
    fromDate: link.fromDate ?? "",
    toDate: link.toDate ?? "",
    redirects: link.redirectUrl !== null,
    redirectUrl: link.redirectUrl ?? "",
  };
}

type Given = Omit<
  CreateBookingLinkInput & UpdateBookingLinkInput,
  "id" | "sessionType" | "kind" | "expiresAt" | "active"
>;
export interface ReadLink {
  readonly input: Given;
  /** When it ends on the coach's clock; the server makes an instant of it. */
  readonly end: string | null;
}

/** What the form means, or what in it cannot be read, by field. Ranges are the server's to judge. */
export function readLink(draft: LinkDraft): ReadLink | { readonly problems: LinkProblems } {
  const problems: LinkProblems = {};
  if (!draft.sessionType) problems.sessionType = "Choose what it opens.";
  const end = draft.ends ? readEnd(draft, problems) : null;
  const limited = draft.limited && draft.kind !== "SINGLE_USE";
  if (limited && !/^\d+$/.test(draft.maxUses.trim())) problems.maxUses = "Write a whole number of bookings.";
  if (draft.someLengths && draft.minutes.length === 0) problems.minutes = "Tick one length or more.";
  if (draft.someDates && !draft.fromDate && !draft.toDate)
    problems.fromDate = "Give the first date, the last, or both.";
  if (draft.redirects && !draft.redirectUrl.trim()) problems.redirectUrl = "Write the address of the page.";
  if (Object.keys(problems).length > 0) return { problems };
  const slug = draft.slug.trim();
  return {
    end,
    input: {
      name: draft.name.trim() || null,
      ...(draft.kind === "PUBLIC" && slug && { slug }),
      client: draft.kind === "PUBLIC" ? null : (draft.client?.id ?? null),
      ...(draft.kind !== "SINGLE_USE" && { maxUses: limited ? Number(draft.maxUses) : null }),
      minutes: draft.someLengths ? draft.minutes : null,
      fromDate: (draft.someDates && draft.fromDate) || null,
      toDate: (draft.someDates && draft.toDate) || null,
      redirectUrl: draft.redirects ? draft.redirectUrl.trim() : null,
    },
  };
}

/** Without a time it ends with the day. */
function readEnd({ endDate, endTime }: LinkDraft, problems: LinkProblems): string | null {
  if (!endDate) problems.endDate = "Give the last day.";
  const minutes = endTime.trim() === "" ? 1440 : readTime(endTime);
  if (minutes === null) problems.endTime = "Write a time like 18:00, or leave it empty for the end of the day.";
  if (!endDate || minutes === null) return null;
  return minutes === 1440 ? `${addDays(endDate, 1)}T00:00` : `${endDate}T${localTimeOf(minutes)}`;
}

/** The field of the form that a refusal is about; null when it is none of these. */
export function linkFieldOf(field: string | null): keyof LinkProblems | null {
  if (field === "expiresAt") return "endDate";
  return field !== null && field in NOTHING && isField(field) ? field : null;
}

const isField = (field: string): field is keyof LinkDraft => field in NOTHING;
