import { describe, expect, test } from "vitest";
import { type Availability, compileAvailability, openWindows, type Template, weeklyTemplate } from "./availability.ts";
import { DAY } from "./local-date.ts";
import { zone } from "./zone.ts";

const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** The open windows that begin on some dates, as wall times of the coach's zone. */
function open(availability: Partial<Availability>, from: string, until: string): string[] {
  const timeZone = availability.timeZone ?? "Europe/Berlin";
  const at = zone(timeZone);
  const compiled = compileAvailability({ timeZone, templates: [], ...availability });
  return openWindows(compiled, at.startOfDay(from), at.endOfDay(until)).map(({ start, end, anchor }) => {
    const label = `${at.toLocal(start).slice(5)}–${at.toLocal(end).slice(5)}`;
    return anchor === start ? label : `${label} from ${at.toLocal(anchor).slice(5)}`;
  });
}

const daily = (start: string, end: string, rest: Partial<Template> = {}): Template => ({
  ...weeklyTemplate([{ days: everyDay, start, end }]),
  ...rest,
});

describe("open windows", () => {
  test("repeat in cycles of weeks from Sunday to Saturday, counted from the anchor in both directions", () => {
    const template: Template = {
      cycleWeeks: 2,
      anchorDate: "2027-06-10",
      windows: [
        { week: 1, weekday: 1, start: "09:00", end: "10:00" },
        { week: 2, weekday: 1, start: "14:00", end: "15:00" },
        { weekday: 0, start: "08:00", end: "09:00" },
      ],
    };
    expect(open({ templates: [template] }, "2027-05-30", "2027-06-14")).toEqual([
      "05-30T08:00–05-30T09:00",
      "05-31T14:00–05-31T15:00",
      "06-06T08:00–06-06T09:00",
      "06-07T09:00–06-07T10:00",
      "06-13T08:00–06-13T09:00",
      "06-14T14:00–06-14T15:00",
    ]);
  });

  test("come from the season that began last, then from the template below it again", () => {
    const templates = [
      daily("10:00", "11:00", { effectiveFrom: "2027-07-02", effectiveUntil: "2027-07-02" }),
      daily("09:00", "10:00"),
    ];
    expect(open({ templates }, "2027-07-01", "2027-07-03")).toEqual([
      "07-01T09:00–07-01T10:00",
      "07-02T10:00–07-02T11:00",
      "07-03T09:00–07-03T10:00",
    ]);
  });

  test("run past midnight, and end there before a day off", () => {
    const night = weeklyTemplate([{ days: [1, 2], start: "22:00", end: "02:00" }]);
    expect(open({ templates: [night] }, "2027-06-07", "2027-06-09")).toEqual([
      "06-07T22:00–06-08T02:00",
      "06-08T22:00–06-09T02:00",
    ]);
    const timeOff = [{ fromDate: "2027-06-09", toDate: "2027-06-09" }];
    expect(open({ templates: [night], timeOff }, "2027-06-07", "2027-06-09")).toEqual([
      "06-07T22:00–06-08T02:00",
      "06-08T22:00–06-09T00:00",
    ]);
  });

  test("give way to those of the next date where they overlap, so that the grid is the same in any range", () => {
    const templates = [daily("20:00", "12:30"), weeklyTemplate([{ days: everyDay, start: "08:10", end: "10:00" }])];
    const pieces = ["06-08T08:10–06-08T10:00", "06-08T10:00–06-08T12:30 from 06-07T20:00", "06-08T20:00–06-09T08:10"];
    expect(open({ templates }, "2027-06-08", "2027-06-08").slice(1)).toEqual(pieces);
    expect(open({ templates }, "2027-05-01", "2027-06-08").slice(-3)).toEqual(pieces);
  });

  test("keep their grid when exact time off cuts them", () => {
    const at = zone("Europe/Berlin");
    const timeOff = [{ start: at.toInstant("2027-06-07T10:05"), end: at.toInstant("2027-06-07T10:20") }];
    expect(open({ templates: [daily("09:00", "12:00")], timeOff }, "2027-06-07", "2027-06-07")).toEqual([
      "06-07T09:00–06-07T10:05",
      "06-07T10:20–06-07T12:00 from 06-07T09:00",
    ]);
  });

  test("are read where the coach is, by the stay that began last", () => {
    const travel = [
      { fromDate: "2027-06-08", timeZone: "Europe/London" },
      { fromDate: "2027-06-09", toDate: "2027-06-09", timeZone: "Asia/Kolkata" },
    ];
    const templates = [daily("09:00", "10:00", { timeZone: "Europe/Helsinki" })];
    expect(open({ templates, travel }, "2027-06-07", "2027-06-10")).toEqual([
      "06-07T08:00–06-07T09:00",
      "06-08T10:00–06-08T11:00",
      "06-09T05:30–06-09T06:30",
      "06-10T10:00–06-10T11:00",
    ]);
  });

  test("of two overrides of one date are joined", () => {
    const overrides = [
      { date: "2027-06-07", windows: [{ start: "09:00", end: "10:00" }] },
      { date: "2027-06-07", windows: [{ start: "10:00", end: "11:00" }] },
    ];
    expect(open({ overrides }, "2027-06-07", "2027-06-07")).toEqual(["06-07T09:00–06-07T11:00"]);
  });

  test("do not exist on a date that the zone leaves out", () => {
    const availability = { timeZone: "Pacific/Apia", templates: [daily("09:00", "10:00")] };
    expect(open(availability, "2011-12-29", "2011-12-31")).toEqual([
      "12-29T09:00–12-29T10:00",
      "12-31T09:00–12-31T10:00",
    ]);
  });

  test.each([
    ["02:00", "03:00", []],
    ["01:30", "02:30", ["03-28T01:30–03-28T03:30"]],
    ["02:30", "04:00", ["03-28T03:30–03-28T04:00"]],
    ["00:00", "24:00", ["03-28T00:00–03-29T00:00"]],
  ])("from %s to %s on the day the clocks skip from 02:00 to 03:00", (start, end, expected) => {
    const overrides = [{ date: "2027-03-28", windows: [{ start, end }] }];
    expect(open({ overrides }, "2027-03-28", "2027-03-28")).toEqual(expected);
  });

  test("of nothing are nothing", () => {
    expect(open({ templates: [daily("09:00", "09:00")] }, "2027-06-07", "2027-06-07")).toEqual([]);
    expect(openWindows(compileAvailability({ timeZone: "UTC", templates: [] }), 0, 400 * DAY)).toEqual([]);
  });
});
