import type { DeskEntryPartsFragment, DeskOfferPartsFragment } from "../../../generated/console.ts";

/** Somebody who waits, for tests: weekdays after five within three weeks. */
export function aWait(given: Partial<DeskEntryPartsFragment> = {}): DeskEntryPartsFragment {
  return {
    __typename: "WaitlistEntry",
    id: "w1",
    version: 1,
    status: "WAITING",
    name: "Ana Lopez",
    email: "ana@example.com",
    phone: null,
    note: null,
    timeZone: "Europe/Lisbon",
    kind: "WISH",
    minutes: 60,
    startAt: null,
    localStart: null,
    fromDate: "2026-11-24",
    toDate: "2026-12-12",
    fromTime: "17:00",
    toTime: "24:00",
    weekdays: [1, 2, 3, 4, 5],
    joinedAt: "2026-11-20T10:00:00.000Z",
    endedAt: null,
    lapsesAt: "2026-12-12T23:00:00.000Z",
    position: 1,
    favoured: false,
    sessionType: { __typename: "SessionType", id: "t1", name: "Coaching", colour: "#2f5d50" },
    offer: null,
    offers: [],
    ...given,
  };
}

export function anOffer(given: Partial<DeskOfferPartsFragment> = {}): DeskOfferPartsFragment {
  return {
    __typename: "Offer",
    id: "o1",
    status: "OPEN",
    startAt: "2026-11-24T17:00:00.000Z",
    endAt: "2026-11-24T18:00:00.000Z",
    localStart: "2026-11-24T17:00",
    offeredAt: "2026-11-20T12:00:00.000Z",
    tellAt: "2026-11-20T12:00:00.000Z",
    toldAt: null,
    expiresAt: "2026-11-20T12:30:00.000Z",
    closedAt: null,
    byHand: false,
    ...given,
  };
}
