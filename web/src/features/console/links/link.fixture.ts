import type { Link } from "./link-words.ts";

/** A public link as the server sends it, with what a test cares about. */
export function linkOf(fields: Partial<Link> = {}): Link {
  return {
    __typename: "BookingLink",
    id: "l1",
    kind: "PUBLIC",
    slug: "coaching",
    path: "/maya/coaching",
    name: null,
    active: true,
    state: "OPEN",
    uses: 0,
    maxUses: null,
    expiresAt: null,
    minutes: [60, 90],
    fromDate: null,
    toDate: null,
    redirectUrl: null,
    client: null,
    sessionType: {
      __typename: "SessionType",
      id: "t1",
      name: "Coaching",
      colour: "#2f5d50",
      minutes: [60, 90],
      capacity: 1,
      active: true,
      place: { __typename: "Place", kind: "VIDEO" },
    },
    ...fields,
  };
}
