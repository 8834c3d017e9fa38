import { expect, test } from "vitest";
import { emptyProgram, newStep, type ProgramDraft, problemsAt, readProgram, spokenStep } from "./program-draft.ts";

const types = [{ id: "coaching", name: "Coaching", minutes: [60, 90] }];
const draft: ProgramDraft = { ...emptyProgram(types), name: " Half a year " };
const [first] = draft.steps;
if (!first) throw new Error("A new program has a step.");
const second = { ...newStep(draft.steps, types[0]), count: "3" };

test("a new program is one session in its first week", () => {
  expect(readProgram(draft)).toEqual({
    input: {
      ...{ name: "Half a year", description: "", spareWeeks: 2 },
      steps: [
        {
          ...{ name: "", sessionType: "coaching", minutes: 60, count: 1, weekdays: [], fromTime: null, toTime: null },
          after: { unit: "DAYS", min: 0, wished: 0, max: 6 },
        },
      ],
    },
  });
});

test("distances, wishes and room are read as they were typed", () => {
  const every = { unit: "WEEKS", wished: "2", min: "", max: "3" } as const;
  const steps = [
    { ...first, week: "2" },
    { ...second, every, weekdays: [2], from: "9", to: "1pm" },
  ];
  expect(readProgram({ ...draft, steps })).toMatchObject({
    input: {
      steps: [
        { after: { unit: "DAYS", min: 7, wished: 7, max: 13 } },
        {
          ...{ count: 3, weekdays: [2], fromTime: "09:00", toTime: "13:00" },
          after: { unit: "WEEKS", wished: 1 },
          every: { unit: "WEEKS", wished: 2, max: 3 },
        },
      ],
    },
  });
});

test("what cannot be read is named by step and field", () => {
  const steps = [
    { ...first, minutes: "long" },
    { ...second, from: "noonish", after: { ...second.after, wished: "" } },
  ];
  expect(readProgram({ ...draft, name: "", spareWeeks: "few", steps })).toMatchObject({
    problems: {
      name: "Give it a name that you will know it by.",
      spareWeeks: "Write a whole number of weeks, 0 to 26.",
      steps: {
        [first.id]: { minutes: "Write a length like 60 or 1 h 30." },
        [second.id]: { fromTime: "Write a time like 9, 9:30 or 5pm.", "after.wished": "Write a whole number." },
      },
    },
  });
});

test("what the server refuses finds its place in the form", () => {
  const two = { ...draft, steps: [first, second] };
  expect(problemsAt("steps.1.every.max", "No.", two)).toEqual({ steps: { [second.id]: { "every.max": "No." } } });
  expect(problemsAt("steps.0.after.max", "No.", two)).toEqual({ steps: { [first.id]: { week: "No." } } });
  expect(problemsAt("spareWeeks", "No.", two)).toEqual({ spareWeeks: "No.", steps: {} });
  expect(problemsAt("steps", "No.", two)).toBeNull();
});

test("a step is told while it is written", () => {
  expect(spokenStep({ ...first, count: "", minutes: "?" }, true, types)).toMatchObject({
    ...{ name: null, sessionType: { name: "Coaching" }, minutes: 60, count: 1 },
    after: { unit: "DAYS", min: 0, wished: 0, max: 6 },
  });
});
