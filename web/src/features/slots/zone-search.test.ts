import { expect, test } from "vitest";
import { searchZones } from "./zone-search.ts";

const zones = [
  { id: "America/Argentina/Buenos_Aires", offsetMinutes: -180, aliases: ["America/Buenos_Aires"] },
  { id: "America/New_York", offsetMinutes: -300, aliases: ["US/Eastern"] },
  { id: "Asia/Kolkata", offsetMinutes: 330, aliases: ["Asia/Calcutta"] },
  { id: "Europe/Kyiv", offsetMinutes: 120, aliases: ["Europe/Kiev"] },
  { id: "Europe/London", offsetMinutes: 0, aliases: ["GB"] },
  { id: "Europe/Paris", offsetMinutes: 60, aliases: ["Europe/Monaco"] },
];
const found = (text: string) => searchZones(zones, text).map(({ zone }) => zone.id);

test("an old name finds the zone and is shown beside it", () => {
  expect(searchZones(zones, "calcutta")).toEqual([{ zone: zones[2], alias: "Asia/Calcutta" }]);
  expect(found("Kiev")).toEqual(["Europe/Kyiv"]);
});

test("words with blanks, accents and capitals find their city", () => {
  expect(found("buenos aires")).toEqual(["America/Argentina/Buenos_Aires"]);
  expect(found("PÁRIS")).toEqual(["Europe/Paris"]);
});

test("a city beats a region that contains the same letters", () => {
  expect(found("lon")[0]).toBe("Europe/London");
  expect(found("europe")).toHaveLength(3);
});

test("an offset finds who lives by it", () => {
  expect(found("+5:30")).toEqual(["Asia/Kolkata"]);
  expect(found("UTC-5")).toEqual(["America/New_York"]);
});

test("nothing typed lists everything, nonsense nothing", () => {
  expect(found("")).toHaveLength(zones.length);
  expect(found("atlantis")).toEqual([]);
});
