import { expect, test } from "vitest";
import { checkDetails, emptyDetails, fieldOf } from "./details.ts";

test("name and address are asked for, the rest is not", () => {
  expect(Object.keys(checkDetails(emptyDetails))).toEqual(["name", "email"]);
  expect(checkDetails({ ...emptyDetails, name: "Ada", email: " ada@example.org " })).toEqual({});
});

test("an address without its parts is told what one looks like", () => {
  for (const email of ["ada", "ada@example", "a da@example.org", "@example.org"]) {
    expect(checkDetails({ ...emptyDetails, name: "Ada", email }).email).toContain("ada@example.org");
  }
});

test("a refusal finds its field by the end of its path", () => {
  expect(fieldOf("client.email")).toBe("email");
  expect(fieldOf("input.client.note")).toBe("note");
  expect(fieldOf("startAt")).toBeNull();
});
