import { registerEnumType } from "type-graphql";

export const BulkStatus = {
  DRAFT: "draft",
  RUNNING: "running",
  DONE: "done",
  FAILED: "failed",
  UNDONE: "undone",
} as const;
export type BulkStatus = (typeof BulkStatus)[keyof typeof BulkStatus];

export const BulkItemStatus = {
  INVALID: "invalid",
  UNPLACED: "unplaced",
  READY: "ready",
  LEFT: "left",
  BOOKED: "booked",
  FAILED: "failed",
  UNDONE: "undone",
} as const;
export type BulkItemStatus = (typeof BulkItemStatus)[keyof typeof BulkItemStatus];

registerEnumType(BulkStatus, {
  name: "BulkStatus",
  description: "How far a bulk run is.",
  valuesConfig: {
    DRAFT: { description: "It shows what would be booked; nothing is yet." },
    RUNNING: { description: "It books one client after the other." },
    DONE: { description: "Every client was tried, and some or all are booked." },
    FAILED: { description: "Every client was tried, and none could be booked." },
    UNDONE: { description: "All of it was taken back." },
  },
});
registerEnumType(BulkItemStatus, {
  name: "BulkItemStatus",
  description: "What becomes of one client of a bulk run.",
  valuesConfig: {
    INVALID: { description: "The line of the file has to be mended." },
    UNPLACED: { description: "There is no room for all of the sessions." },
    READY: { description: "Planned, to be booked." },
    LEFT: { description: "Left out by the coach." },
    FAILED: { description: "It could not be booked; nothing of it was." },
    UNDONE: { description: "It was booked, and taken back." },
  },
});
