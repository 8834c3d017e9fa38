import { expect, test } from "vitest";
import type { ClientPartsFragment } from "../../../generated/console.ts";
import { clientDraftOf, readClient } from "./client-draft.ts";

const CLIENT: ClientPartsFragment = {
  __typename: "Client",
  id: "c1",
  name: "Ann Archer",
  email: "ann@example.com",
  phone: null,
  timeZone: "Asia/Kathmandu",
  createdAt: "2026-01-01T00:00:00.000Z",
  preferences: { __typename: "Preferences", locale: null, hourCycle: "H12", firstWeekday: 0 },
};

test("what nobody touched is saved as it was", () => {
  expect(readClient(clientDraftOf(CLIENT))).toEqual({
    name: "Ann Archer",
    email: "ann@example.com",
    phone: "",
    timeZone: "Asia/Kathmandu",
    preferences: { locale: null, hourCycle: "H12", firstWeekday: 0 },
  });
});

test("Sunday is a choice, and what is usual is none", () => {
  const draft = clientDraftOf(CLIENT);
  expect(draft.firstWeekday).toBe("0");
  expect(readClient({ ...draft, firstWeekday: "usual", hourCycle: "usual" }).preferences).toEqual({
    locale: null,
    hourCycle: null,
    firstWeekday: null,
  });
});
