import { expect, test } from "vitest";
import { linkOf } from "./link.fixture.ts";
import { linkDraftOf, newLinkDraft, readLink } from "./link-draft.ts";

const ANA = { id: "c1", name: "Ana", email: "ana@example.com", timeZone: "Europe/Lisbon" };

test("a form that nobody touched saves what was there", () => {
  const link = linkOf({
    kind: "SECRET",
    maxUses: 3,
    minutes: [60],
    fromDate: "2026-12-01",
    redirectUrl: "https://www.example.com/",
    client: { __typename: "Client", ...ANA },
  });
  expect(readLink(linkDraftOf(link, "2026-12-24T18:00"))).toEqual({
    end: "2026-12-24T18:00",
    input: {
      ...{ name: null, client: "c1", maxUses: 3, minutes: [60] },
      ...{ fromDate: "2026-12-01", toDate: null, redirectUrl: "https://www.example.com/" },
    },
  });
});

test("without a time a link ends with its last day, and comes back as that day", () => {
  const draft = { ...newLinkDraft({ sessionType: "t1" }), ends: true, endDate: "2026-12-31" };
  expect(readLink(draft)).toMatchObject({ end: "2027-01-01T00:00" });
  expect(readLink({ ...draft, endTime: "6pm" })).toMatchObject({ end: "2026-12-31T18:00" });
  expect(linkDraftOf(linkOf(), "2027-01-01T00:00")).toMatchObject({ endDate: "2026-12-31", endTime: "" });
});

test("what is not ticked counts for nothing, whatever was typed", () => {
  const draft = { ...newLinkDraft({ sessionType: "t1" }), endDate: "soon", maxUses: "many", redirectUrl: "x" };
  expect(readLink(draft)).toMatchObject({ end: null, input: { maxUses: null, redirectUrl: null } });
});

test("one for a client begins secret, and made public it forgets her", () => {
  const draft = newLinkDraft({ sessionType: "t1", client: ANA });
  expect(readLink(draft)).toMatchObject({ input: { client: "c1" } });
  expect(readLink({ ...draft, kind: "PUBLIC" })).toMatchObject({ input: { client: null } });
});

test("a single use is not counted anew", () => {
  const read = readLink({ ...newLinkDraft({ sessionType: "t1" }), kind: "SINGLE_USE", limited: true, maxUses: "5" });
  expect(read).not.toHaveProperty("input.maxUses");
});

test("each field that cannot be read says how to write it", () => {
  const draft = newLinkDraft({});
  const ticked = { ends: true, endTime: "late", limited: true, someLengths: true, someDates: true, redirects: true };
  expect(readLink({ ...draft, ...ticked })).toEqual({
    problems: {
      sessionType: expect.any(String),
      endDate: expect.any(String),
      endTime: expect.stringContaining("18:00"),
      maxUses: expect.any(String),
      minutes: expect.any(String),
      fromDate: expect.any(String),
      redirectUrl: expect.any(String),
    },
  });
});
