import { registerEnumType } from "type-graphql";

export const WaitlistKind = { SESSION: "session", SLOT: "slot", DAY: "day", WISH: "wish" } as const;
export type WaitlistKind = (typeof WaitlistKind)[keyof typeof WaitlistKind];

export const WaitlistStatus = {
  WAITING: "waiting",
  BOOKED: "booked",
  LEFT: "left",
  LAPSED: "lapsed",
  REMOVED: "removed",
} as const;
export type WaitlistStatus = (typeof WaitlistStatus)[keyof typeof WaitlistStatus];

export const OfferStatus = {
  OPEN: "open",
  ACCEPTED: "accepted",
  DECLINED: "declined",
  LAPSED: "lapsed",
  WITHDRAWN: "withdrawn",
} as const;
export type OfferStatus = (typeof OfferStatus)[keyof typeof OfferStatus];

registerEnumType(WaitlistKind, {
  name: "WaitlistKind",
  description: "What somebody waits for.",
  valuesConfig: {
    SESSION: { description: "A seat in a full group session, wherever it moves." },
    SLOT: { description: "One certain start." },
    DAY: { description: "Any time that begins on one date." },
    WISH: { description: "Certain weekdays and times of day within a range of dates." },
  },
});
registerEnumType(WaitlistStatus, {
  name: "WaitlistStatus",
  description: "How a wait goes on or ended.",
  valuesConfig: {
    BOOKED: { description: "The client has what she waited for." },
    LEFT: { description: "The client gave up waiting." },
    LAPSED: { description: "The time that was wanted is over." },
    REMOVED: { description: "The coach took her off the list." },
  },
});
registerEnumType(OfferStatus, {
  name: "OfferStatus",
  description: "What became of an offer.",
  valuesConfig: {
    LAPSED: { description: "Nobody answered in time." },
    WITHDRAWN: { description: "The time is no longer to be had, or the client no longer waits for it." },
  },
});
