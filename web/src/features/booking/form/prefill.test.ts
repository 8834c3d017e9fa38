import { expect, test } from "vitest";
import type { Page } from "../BookingFlow.tsx";
import { prefilled } from "./prefill.ts";

const asked = { __typename: "Question", label: "", help: null, required: false, shownWhen: null } as const;
const questions: Page["sessionType"]["questions"] = [
  { ...asked, key: "topic", kind: "CHOICE", options: ["Team", "Other"] },
  { ...asked, key: "days", kind: "MULTIPLE_CHOICE", options: ["Mon", "Tue", "Wed"] },
  { ...asked, key: "before", kind: "CHECKBOX", options: [] },
];
const page = (prefill: Page["prefill"] = null): Page => ({
  __typename: "BookingPage",
  firstDate: "2027-01-01",
  lastDate: "2027-03-01",
  coach: {
    __typename: "Coach",
    id: "c",
    name: "Maya",
    headline: null,
    timeZone: "America/New_York",
    accent: "#2f6f5e",
  },
  link: { __typename: "BookingLink", id: "l", kind: "PUBLIC", minutes: [60] },
  prefill,
  sessionType: {
    __typename: "SessionType",
    id: "t",
    name: "Session",
    description: null,
    capacity: 1,
    maxGuests: 0,
    maxSeriesSessions: 0,
    requiresApproval: false,
    approvalHours: 24,
    requiresEmailProof: false,
    place: { __typename: "Place", kind: "VIDEO", detail: "" },
    questions,
  },
});

test("the link's client is known, and the address has the last word", () => {
  const known = page({ __typename: "Prefill", name: "Ana", email: "ana@example.org", phone: "+351 1" });
  const { details } = prefilled(new URLSearchParams("name=Ana+F.&note=From+the+newsletter"), known);
  expect(details).toEqual({
    name: "Ana F.",
    email: "ana@example.org",
    phone: "+351 1",
    note: "From the newsletter",
  });
});

test("answers come by their key, and only those that can be given", () => {
  const address =
    "answers.topic=Team&answers.days=Wed&answers.days=Mon&answers.days=Sun&answers.before=yes&answers.x=1";
  expect(prefilled(new URLSearchParams(address), page()).answers).toEqual({
    topic: ["Team"],
    days: ["Mon", "Wed"],
    before: ["yes"],
  });
  expect(prefilled(new URLSearchParams("answers.topic=Nonsense&answers.before=on"), page()).answers).toEqual({});
});

test("what cannot be typed is left out of what an address says", () => {
  const hostile = new URLSearchParams({ name: "Ada\r\nBcc: x\u202e", email: "a".repeat(300) });
  const { details } = prefilled(hostile, page());
  expect(details.name).toBe("AdaBcc: x");
  expect(details.email).toHaveLength(254);
});
