import type { BookSessionMutation } from "../../generated/client.ts";

type Booked = Extract<BookSessionMutation["bookSession"], { __typename: "Booked" }>;

export type BookedSession = {
  booking: Booked["booking"];
  token: string | null;
  clientName: string;
  clientEmail: string;
};
