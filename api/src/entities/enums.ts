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
