import { expect, test } from "vitest";
import { checkDraft, type Draft, emptyDetails, fieldOf } from "./details.ts";

const ada = { ...emptyDetails, name: "Ada", email: "ada@example.org" };
const draft = (fields: Partial<Draft> = {}): Draft => ({ details: ada, answers: {}, guests: [], ...fields });

test("a name and something like an address are enough", () => {
  expect(checkDraft(draft(), [])).toEqual({});
});

test("what is missing and what is wrong are told apart", () => {
  expect(checkDraft(draft({ details: { ...ada, name: " ", email: "" } }), [])).toEqual({
    name: "Enter your name.",
    email: "Enter your email address.",
  });
  expect(checkDraft(draft({ details: { ...ada, email: "ada" } }), []).email).toContain("not an email address");
});

test("all that the server would refuse is told at once", () => {
  const details = { ...ada, name: "A\u202eda", phone: "abc", note: "x".repeat(2001) };
  expect(checkDraft(draft({ details }), [])).toEqual({
    name: "This contains invisible or control characters; use plain text.",
    phone: "This is not a phone number; write it like +1 212 555 0100.",
    note: "This has 2001 characters; at most 2000 are possible.",
  });
});

test("each guest comes once, and is somebody else", () => {
  const guests = ["bob@example.org", "", "BOB@example.org ", "Ada@example.org"];
  expect(Object.keys(checkDraft(draft({ guests }), []))).toEqual(["guests.1", "guests.2", "guests.3"]);
});

test("the server's path leads to the field, or to none", () => {
  const { guests } = draft({ guests: ["bob@example.org"] });
  expect(fieldOf("client.email", { guests })).toBe("email");
  expect(fieldOf("answers.topic", { guests })).toBe("answers.topic");
  expect(fieldOf("guests.0.email", { guests })).toBe("guests.0");
  expect(fieldOf("guests", { guests: [] })).toBeNull();
  expect(fieldOf("startAt", { guests })).toBeNull();
  expect(fieldOf("client.preferences.locale", { guests })).toBeNull();
});
