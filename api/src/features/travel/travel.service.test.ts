import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import { Booking } from "../../entities/index.ts";
import type { CreateTravelInput } from "./travel.inputs.ts";
import { stayAt, zoneOn } from "./travel.service.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const lisbon = { place: "Lisbon", fromDate: "2026-06-08", toDate: "2026-06-10", timeZone: "Europe/Lisbon" };
const create = (input: Partial<CreateTravelInput> = {}) =>
  hours.save(practice.travel.create(practice.coach.id, { ...lisbon, ...input }));

test("hours are read where she is, or stay at home time, as she chooses", async () => {
  const { globalId: id } = await create();
  expect((await hours.startsOn("2026-06-08"))[0]).toBe("04:00");
  expect((await hours.startsOn("2026-06-11"))[0]).toBe("09:00");
  expect((await hours.startsOn("2026-06-08", "Europe/Lisbon"))[0]).toBe("09:00");
  await hours.save(practice.travel.update(practice.coach.id, { id, keepHomeHours: true }));
  expect((await hours.startsOn("2026-06-08"))[0]).toBe("09:00");
  await hours.save(practice.travel.delete(practice.coach.id, id));
  expect(await practice.travel.listOf(practice.coach.id)).toEqual([]);
});

test("booked sessions keep their instant, and she reads them on the clocks of the place", async () => {
  const { bookingId } = await hours.book("2026-06-08T13:00:00Z");
  await create();
  const booking = await practice.db.em().findOneOrFail(Booking, { id: bookingId });
  expect(booking).toMatchObject({ startAt: new Date("2026-06-08T13:00:00Z"), timeZone: "America/New_York" });
  const travel = await practice.travel.listOf(practice.coach.id);
  expect(stayAt(travel, booking.startAt.getTime())).toMatchObject({ place: "Lisbon" });
  // The stay ends with the date in Lisbon, not in New York.
  expect(stayAt(travel, Date.parse("2026-06-10T22:59:00Z"))).toMatchObject({ place: "Lisbon" });
  expect(stayAt(travel, Date.parse("2026-06-10T23:00:00Z"))).toBeNull();
  expect(zoneOn(practice.coach, travel, "2026-06-10")).toBe("Europe/Lisbon");
  expect(zoneOn(practice.coach, travel, "2026-06-11")).toBe("America/New_York");
});

describe("what is refused, by field", () => {
  test.each([
    ["a place without a name", { place: " " }, "place"],
    ["a stay that ends before it begins", { toDate: "2026-06-07" }, "toDate"],
    ["a stay longer than a year", { toDate: "2027-06-09" }, "toDate"],
    ["a date that the zone skipped", { fromDate: "2011-12-30", timeZone: "Pacific/Apia" }, "fromDate"],
  ])("%s", async (_, wrong, field) => {
    expect(await problemOf(() => create(wrong))).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await practice.travel.listOf(practice.coach.id)).toEqual([]);
  });

  test("two places at once", async () => {
    await create();
    const problem = await problemOf(() => create({ place: "Porto", fromDate: "2026-06-10", toDate: "2026-06-12" }));
    expect(problem).toMatchObject({ field: "fromDate", message: expect.stringContaining("Lisbon") });
  });
});
