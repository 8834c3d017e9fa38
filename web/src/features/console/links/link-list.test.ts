import { expect, test } from "vitest";
import { linkOf } from "./link.fixture.ts";
import { listed, NO_FILTER } from "./link-list.ts";

const links = [
  linkOf({ id: "secret", kind: "SECRET", name: "Retreat" }),
  linkOf({ id: "public" }),
  linkOf({ id: "used", kind: "SINGLE_USE", state: "USED_UP" }),
];
const ids = (filter: Partial<typeof NO_FILTER>) => listed(links, { ...NO_FILTER, ...filter }).map(({ id }) => id);

test("public links come before secret ones", () => {
  expect(ids({})).toEqual(["public", "secret", "used"]);
});

test("links are found by name, by state and by kind", () => {
  expect(ids({ text: " retr" })).toEqual(["secret"]);
  expect(ids({ shown: "closed" })).toEqual(["used"]);
  expect(ids({ kind: "SINGLE_USE", shown: "open" })).toEqual([]);
});
