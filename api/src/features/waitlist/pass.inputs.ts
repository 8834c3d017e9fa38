import { registerEnumType } from "type-graphql";

/** Core's reasons, and the one that is the coach's own doing. */
export const PassReason = {
  HAS_OFFER: "hasOffer",
  DECLINED: "declined",
  SILENT: "silent",
  FREE_BEFORE: "freeBefore",
  OTHER_TIMES: "otherTimes",
  OTHER_LENGTH: "otherLength",
  NIGHT: "night",
  TOO_CLOSE: "tooClose",
  LINK_CLOSED: "linkClosed",
  BY_HAND: "byHand",
} as const;
export type PassReason = (typeof PassReason)[keyof typeof PassReason];

registerEnumType(PassReason, {
  name: "PassReason",
  description: "Why somebody was passed over.",
  valuesConfig: {
    HAS_OFFER: { description: "Another time was offered to her already." },
    DECLINED: { description: "She had declined this time." },
    SILENT: { description: "She had not answered when it was offered." },
    FREE_BEFORE: { description: "It was free when she joined, and she chose to wait for others." },
    OTHER_TIMES: { description: "She waits for other times." },
    OTHER_LENGTH: { description: "She waits for another length." },
    NIGHT: { description: "Her night lasts until it is too late to book." },
    TOO_CLOSE: { description: "It begins too soon for an answer." },
    LINK_CLOSED: { description: "The link she came by is closed." },
    BY_HAND: { description: "The coach offered it to somebody else." },
  },
});

export const passMessages: Record<PassReason, string> = {
  hasOffer: "Another time was offered to this person already.",
  declined: "This person declined this time before.",
  silent: "This person did not answer when the time was offered.",
  freeBefore: "The time was free when this person joined to wait for others.",
  otherTimes: "This person waits for other times.",
  otherLength: "This person waits for another length.",
  night: "It is night for this person until it is too late to book.",
  tooClose: "The session begins too soon to wait for an answer.",
  linkClosed: "The link this person came by is closed.",
  byHand: "You offered the time to somebody else yourself.",
};
