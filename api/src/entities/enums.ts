import { registerEnumType } from "type-graphql";

export const BookingStatus = {
  HELD: "held",
  PENDING: "pending",
  CONFIRMED: "confirmed",
  CANCELLED: "cancelled",
  COMPLETED: "completed",
  NO_SHOW: "noShow",
} as const;
export type BookingStatus = (typeof BookingStatus)[keyof typeof BookingStatus];

export const PlaceKind = { VIDEO: "video", PHONE: "phone", ADDRESS: "address" } as const;
export type PlaceKind = (typeof PlaceKind)[keyof typeof PlaceKind];

export const SlotGrid = { WINDOW: "window", RESTART: "restart" } as const;
export type SlotGrid = (typeof SlotGrid)[keyof typeof SlotGrid];

export const HourCycle = { H12: "h12", H24: "h24" } as const;
export type HourCycle = (typeof HourCycle)[keyof typeof HourCycle];

export const LinkKind = { PUBLIC: "public", SECRET: "secret", SINGLE_USE: "singleUse" } as const;
export type LinkKind = (typeof LinkKind)[keyof typeof LinkKind];

export const QuestionKind = {
  TEXT: "text",
  LONG_TEXT: "longText",
  CHOICE: "choice",
  MULTIPLE_CHOICE: "multipleChoice",
  CHECKBOX: "checkbox",
  PHONE: "phone",
} as const;
export type QuestionKind = (typeof QuestionKind)[keyof typeof QuestionKind];

export const CancelCause = { CLIENT: "client", COACH: "coach", DECLINED: "declined", LAPSED: "lapsed" } as const;
export type CancelCause = (typeof CancelCause)[keyof typeof CancelCause];

registerEnumType(LinkKind, {
  name: "LinkKind",
  description: "Who can find a link.",
  valuesConfig: {
    PUBLIC: { description: "At an address that can be read out and guessed." },
    SECRET: { description: "Only who was given it: its address has 160 random bits." },
    SINGLE_USE: { description: "Secret, and gone after one booking." },
  },
});
registerEnumType(QuestionKind, { name: "QuestionKind", description: "How a question is answered." });
registerEnumType(CancelCause, {
  name: "CancelCause",
  description: "Why a session does not take place.",
  valuesConfig: {
    DECLINED: { description: "The coach did not approve it." },
    LAPSED: { description: "The coach did not answer in time." },
  },
});
registerEnumType(HourCycle, { name: "HourCycle", description: "9:00 PM or 21:00." });
registerEnumType(BookingStatus, {
  name: "BookingStatus",
  description: "The life of a booking. Held, pending and confirmed ones occupy their time.",
});
registerEnumType(PlaceKind, { name: "PlaceKind", description: "Where a session happens." });
registerEnumType(SlotGrid, {
  name: "SlotGrid",
  description: "How starts are laid out.",
  valuesConfig: {
    WINDOW: { description: "In steps from the opening of each window: starts stay put when a neighbour is booked." },
    RESTART: { description: "Every free stretch begins a new grid, so that sessions pack tightly." },
  },
});
