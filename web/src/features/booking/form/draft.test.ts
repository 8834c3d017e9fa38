import { expect, test } from "vitest";
import { readDraft } from "./draft.ts";

test("a draft comes back as it was kept", () => {
  const draft = {
    details: { name: "Ada", email: "a@b.c", phone: "", note: "Hello" },
    answers: { topic: ["Team"] },
    guests: ["bob@example.org"],
  };
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test("what is no draft is none, and what is missing in one is empty", () => {
  expect(readDraft(null)).toBeNull();
  expect(readDraft("Ada")).toBeNull();
  expect(readDraft({ details: [] })).toBeNull();
  expect(readDraft({ details: { name: 7 }, answers: { topic: "Team" } })).toEqual({
    details: { name: "", email: "", phone: "", note: "" },
    answers: { topic: [] },
    guests: [],
  });
});
