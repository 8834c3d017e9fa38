import { expect, test } from "vitest";
import { nearestFirst, placeOf, placesOf, searchPlaces } from "./zone-search.ts";

const zone = (id: string, offsetMinutes: number, countries: string[], ...aliases: string[]) => ({
  id,
  offsetMinutes,
  city: id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " "),
  countries,
  aliases,
});
const places = placesOf([
  zone("America/Argentina/Buenos_Aires", -180, ["AR"], "America/Buenos_Aires"),
  zone("America/New_York", -300, ["US"], "US/Eastern"),
  zone("Asia/Kathmandu", 345, ["NP"], "Asia/Katmandu"),
  zone("Asia/Kolkata", 330, ["IN"], "Asia/Calcutta"),
  zone("Etc/GMT+5", -300, []),
  zone("Etc/UTC", 0, [], "UTC", "Zulu"),
  zone("Europe/Berlin", 60, ["DE", "DK", "NO"], "Europe/Copenhagen", "Europe/Oslo"),
  zone("Europe/Kyiv", 120, ["UA"], "Europe/Kiev"),
  zone("Europe/London", 0, ["GB"], "GB"),
  zone("Europe/Paris", 60, ["FR", "MC"], "Europe/Monaco"),
]);
const found = (text: string) => searchPlaces(places, text).map(({ place }) => place.id);

test("an old name finds the zone and is shown beside it", () => {
  expect(searchPlaces(places, "calcutta")).toEqual([
    { place: expect.objectContaining({ id: "Asia/Kolkata", country: "India" }), alias: "Asia/Calcutta" },
  ]);
  expect(found("Kiev")).toEqual(["Europe/Kyiv"]);
  expect(found("Katmandu")).toEqual(["Asia/Kathmandu"]);
});

test("a city that shares its clock with a larger one is found by its own name", () => {
  expect(searchPlaces(places, "oslo")[0]).toEqual({
    place: expect.objectContaining({ id: "Europe/Oslo", city: "Oslo", offsetMinutes: 60 }),
    alias: null,
  });
});

test("words with blanks, accents and capitals find their city", () => {
  expect(found("buenos aires")).toEqual(["America/Argentina/Buenos_Aires"]);
  expect(found("PÁRIS")).toEqual(["Europe/Paris"]);
});

test("a country finds its places, by what people call it too", () => {
  expect(found("nepal")).toEqual(["Asia/Kathmandu"]);
  expect(found("usa")).toEqual(["America/New_York"]);
  expect(found("norw")).toContain("Europe/Oslo");
});

test("a city beats a region that contains the same letters", () => {
  expect(found("lon")[0]).toBe("Europe/London");
  expect(found("europe")).toHaveLength(7);
});

test("an offset finds who lives by it", () => {
  expect(found("+5:30")).toEqual(["Asia/Kolkata"]);
  expect(found("UTC-5")).toEqual(["America/New_York"]);
});

test("a zone that is no place is not offered, UTC is", () => {
  expect(found("gmt")).toEqual([]);
  expect(searchPlaces(places, "utc")[0]?.place.city).toBe("UTC");
});

test("nothing typed lists what is near by the clock, nonsense nothing", () => {
  const ids = nearestFirst(places, ["Asia/Kathmandu", "Europe/London"], 345).map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual(["Asia/Kathmandu", "Europe/London", "Asia/Kolkata"]);
  expect(found("")).toHaveLength(places.length);
  expect(found("atlantis")).toEqual([]);
});

test("a zone has a place under each of its names", () => {
  expect(placeOf(places, "Asia/Calcutta")?.id).toBe("Asia/Kolkata");
  expect(placeOf(places, "Europe/Oslo")?.id).toBe("Europe/Oslo");
  expect(placeOf(places, "Mars/Olympus")).toBeUndefined();
});
