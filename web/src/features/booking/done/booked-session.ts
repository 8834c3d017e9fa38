import type { BookedPartsFragment } from "../../../generated/details.ts";

export type BookedSession = {
  booking: BookedPartsFragment["booking"];
  token: string | null;
  /** Where the coach, or whoever made the link, sends the visitor now. */
  redirectUrl: string | null;
  clientName: string;
  clientEmail: string;
  /** Addresses of those who come along. */
  guests: readonly string[];
};
