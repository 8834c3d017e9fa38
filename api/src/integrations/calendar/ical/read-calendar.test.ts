import { describe, expect, test } from "vitest";
import { Refusal } from "../failure.ts";
import { occurrencesOf } from "../occurrences.ts";
import { icalTexts } from "./ical.ts";

const calendar = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", "UID:a", ...lines, "END:VEVENT"];
const read = async (...lines: readonly string[]) => icalTexts.read(calendar(...lines), { self: ["maya@example.com"] });
const first = async (...lines: readonly string[]) => (await read(...event(...lines))).events[0];
const year = { start: Date.UTC(2027, 0), end: Date.UTC(2028, 0) };
const startsOf = async (...lines: readonly string[]) => {
  const { events } = await read(...lines);
  const { occurrences } = occurrencesOf(events, year, "Europe/Berlin");
  return occurrences.map(({ start }) => new Date(start).toISOString().slice(0, 16));
};

describe("times", () => {
  test.each([
    ["UTC", ["DTSTART:20270301T150000Z", "DTEND:20270301T160000Z"], "UTC", "15:00", 60],
    [
      "an IANA name",
      ["DTSTART;TZID=America/New_York:20270301T100000", "DURATION:PT45M"],
      "America/New_York",
      "15:00",
      45,
    ],
    ["a Windows name", ["DTSTART;TZID=Eastern Standard Time:20270301T100000"], "America/New_York", "15:00", 0],
    ["a quoted Windows name", ['DTSTART;TZID="W. Europe Standard Time":20270301T100000'], "Europe/Berlin", "09:00", 0],
    [
      "a name in a path",
      ["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Lisbon:20270301T100000"],
      "Europe/Lisbon",
      "10:00",
      0,
    ],
    ["an end before the start", ["DTSTART:20270301T150000Z", "DTEND:20270301T140000Z"], "UTC", "15:00", 0],
    [
      "an end in another zone",
      ["DTSTART:20270301T150000Z", "DTEND;TZID=Europe/Berlin:20270301T170000"],
      "UTC",
      "15:00",
      60,
    ],
  ])("in %s", async (_name, lines, timeZone, start, minutes) => {
    const time = (await first(...lines))?.details.time;
    if (time?.kind !== "timed") throw new Error("It has no instants.");
    expect(time.timeZone).toBe(timeZone);
    expect(new Date(time.start).toISOString()).toContain(`T${start}`);
    expect((time.end - time.start) / 60_000).toBe(minutes);
  });

  test("a day of a duration is a day on the wall, also when the clocks change", async () => {
    const time = (await first("DTSTART;TZID=Europe/Berlin:20270327T120000", "DURATION:P1DT1H"))?.details.time;
    if (time?.kind !== "timed") throw new Error("It has no instants.");
    expect((time.end - time.start) / 3_600_000).toBe(24);
  });

  test("without a zone they float, and whole days are dates", async () => {
    const floating = { kind: "floating", start: "2027-03-01T10:00", end: "2027-03-01T11:00" };
    expect((await first("DTSTART:20270301T100000", "DTEND:20270301T110000"))?.details.time).toEqual(floating);
    const day = { kind: "allDay", start: "2027-03-01", end: "2027-03-02" };
    expect((await first("DTSTART;VALUE=DATE:20270301"))?.details.time).toEqual(day);
    expect((await first("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270301"))?.details.time).toEqual(day);
    const days = { ...day, end: "2027-03-04" };
    expect((await first("DTSTART;VALUE=DATE:20270301", "DURATION:P3D"))?.details.time).toEqual(days);
  });

  test("a zone that means nothing by its name is the one that does the same by its rules", async () => {
    const zone = (...names: readonly string[]) => [
      ...["BEGIN:VTIMEZONE", ...names, "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200"],
      ...["TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT"],
      ...["DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
      ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"],
    ];
    const yoga = event("DTSTART;TZID=Customized Time Zone:20270326T100000", "RRULE:FREQ=WEEKLY;COUNT=2");
    const expected = ["2027-03-26T09:00", "2027-04-02T08:00"];
    expect(await startsOf(...zone("TZID:Customized Time Zone"), ...yoga)).toEqual(expected);
    const named = zone("TZID:Customized Time Zone", "X-LIC-LOCATION:America/New_York");
    expect(await startsOf(...named, ...yoga)).toEqual(["2027-03-26T14:00", "2027-04-02T14:00"]);
    const fixed = ["BEGIN:VTIMEZONE", "TZID:Odd", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+1200"];
    const odd = [...fixed, "TZOFFSETTO:+1200", "END:STANDARD", "END:VTIMEZONE"];
    expect(await startsOf(...odd, ...event("DTSTART;TZID=Odd:20270326T100000"))).toEqual(["2027-03-25T22:00"]);
    expect(await startsOf(...event("DTSTART;TZID=Nowhere:20270326T100000"))).toEqual(["2027-03-26T09:00"]);
    const meant = ["X-WR-TIMEZONE:America/New_York", ...event("DTSTART;TZID=Nowhere:20270326T100000")];
    expect(await startsOf(...meant)).toEqual(["2027-03-26T14:00"]);
  });
});

describe("recurrence", () => {
  const weekly = ["DTSTART;TZID=Europe/Berlin:20270319T100000", "RRULE:FREQ=WEEKLY;COUNT=4"];

  test("exceptions, left-out and added dates are followed, in whatever zone they are given", async () => {
    const lines = [
      ...event(...weekly, "DURATION:PT1H", "EXDATE:20270326T090000Z", "RDATE;TZID=Europe/Berlin:20270401T120000"),
      ...event("RECURRENCE-ID:20270402T080000Z", "DTSTART;TZID=Europe/Berlin:20270402T150000", "SEQUENCE:2"),
      ...event("RECURRENCE-ID:20270402T080000Z", "DTSTART;TZID=Europe/Berlin:20270402T170000", "SEQUENCE:1"),
      ...event("RECURRENCE-ID;TZID=Europe/Berlin:20270409T100000", "DTSTART:20270409T080000Z", "STATUS:CANCELLED"),
    ];
    expect(await startsOf(...lines)).toEqual(["2027-03-19T09:00", "2027-04-01T10:00", "2027-04-02T13:00"]);
  });

  test("an occurrence named by its date alone is the one on that date", async () => {
    const lines = [...event(...weekly), ...event("RECURRENCE-ID;VALUE=DATE:20270326", "DTSTART:20270327T100000Z")];
    expect((await startsOf(...lines)).slice(0, 2)).toEqual(["2027-03-19T09:00", "2027-03-27T10:00"]);
  });

  test("who was invited to single occurrences has those alone", async () => {
    const one = event("RECURRENCE-ID:20270326T090000Z", "DTSTART:20270326T090000Z");
    const two = event("RECURRENCE-ID:20270402T090000Z", "DTSTART:20270402T120000Z");
    expect(await startsOf(...one, ...two)).toEqual(["2027-03-26T09:00", "2027-04-02T12:00"]);
  });
});

test("what blocks is told from what does not", async () => {
  const blocking = async (...lines: readonly string[]) =>
    (await first("DTSTART:20270301T150000Z", ...lines))?.details.blocking;
  expect(await blocking()).toBe("busy");
  expect(await blocking("TRANSP:TRANSPARENT")).toBe("free");
  expect(await blocking("X-MICROSOFT-CDO-BUSYSTATUS:FREE")).toBe("free");
  expect(await blocking("STATUS:TENTATIVE")).toBe("tentative");
  expect(await blocking("ATTENDEE;PARTSTAT=DECLINED:mailto:Maya@example.com")).toBe("free");
  expect(await blocking("ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:maya@example.com")).toBe("tentative");
  expect(await blocking("ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.com")).toBe("busy");
});

test("text comes unescaped and unfolded, and no alarm is taken for the event", async () => {
  const alarm = ["BEGIN:VALARM", "SUMMARY:Alarm", "DTSTART:20200101T000000Z", "END:VALARM"];
  const found = await first("SUMMARY:Gr\\, \\;ö\\n", " ße", "DTSTART:20270301T150000Z", ...alarm);
  expect(found?.details.title).toBe("Gr, ;ö\nße");
});

describe("what nobody can mean costs nothing", () => {
  const quickly = async <T>(work: () => Promise<T>, ms = 6000): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    expect(performance.now() - begun).toBeLessThan(ms);
    return result;
  };

  test.each([
    ["a rule per second", ["DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY"]],
    [
      "a rule with every second of a day",
      ["DTSTART:20200101T000000Z", `RRULE:FREQ=DAILY;BYHOUR=${range(24)};BYMINUTE=${range(60)};BYSECOND=${range(60)}`],
    ],
    ["a rule that never falls", ["DTSTART:20200101T000000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]],
    ["a count beyond all", ["DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;COUNT=999999999"]],
    ["a start in the year 1", ["DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY"]],
    [
      "the year 9999",
      ["DTSTART:99991231T235959Z", "DTEND:99991231T235959Z", "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"],
    ],
    ["an endless length", ["DTSTART:20270301T000000Z", "DURATION:P999999999W"]],
    ["endless whole days", ["DTSTART;VALUE=DATE:20270301", "DURATION:P999999999D", "RRULE:FREQ=DAILY"]],
    ["a million added dates", ["DTSTART:20270301T000000Z", `RDATE:${"20270301T000000Z,".repeat(100_000)}`]],
    ["a line without end", ["DTSTART:20270301T000000Z", `SUMMARY:${"x".repeat(4_000_000)}`]],
    ["a line folded without end", ["DTSTART:20270301T000000Z", `SUMMARY:${"x\r\n ".repeat(800_000)}`]],
  ])("%s", async (_name, lines) => {
    const { occurrences } = await quickly(async () =>
      occurrencesOf((await read(...event(...lines))).events, year, "UTC"),
    );
    expect(occurrences.length).toBeLessThan(20_000);
  });

  test("a rule that is more than can be followed is told of, with its first occurrence", async () => {
    const { events } = await read(...event("DTSTART:20270301T150000Z", "RRULE:FREQ=SECONDLY"));
    const { occurrences, unfollowed } = occurrencesOf(events, year, "UTC");
    expect(unfollowed).toEqual(["a"]);
    expect(occurrences.length).toBe(1);
  });

  test("a zone with a rule per second is not counted out", async () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Bomb", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0100"];
    const bomb = [...zone, "TZOFFSETTO:+0200", "RRULE:FREQ=SECONDLY", "END:STANDARD", "END:VTIMEZONE"];
    expect(await quickly(() => startsOf(...bomb, ...event("DTSTART;TZID=Bomb:20270301T100000")))).toHaveLength(1);
  });

  test("a million events are refused, and twenty thousand read while others have their turn", async () => {
    const one = `${event("DTSTART:20270301T150000Z").join("\r\n")}\r\n`;
    await expect(quickly(() => read(one.repeat(100_000)))).rejects.toThrow(Refusal);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const many = Array.from({ length: 20_000 }, (_, i) =>
      event(`SUMMARY:${i}`, "DTSTART:20270301T150000Z").join("\r\n"),
    );
    await quickly(() => read(...many), 20_000);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  test("what is no calendar, breaks off or nests without end is refused", async () => {
    for (const text of ["", "<html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "BEGIN:X\n".repeat(100_000)]) {
      await expect(icalTexts.read(text, { self: [] })).rejects.toThrow(Refusal);
    }
  });

  test("one event that makes no sense costs itself alone", async () => {
    const bad = [event("DTSTART:tomorrow"), event("SUMMARY:no start")].flat();
    const found = await read(
      ...bad,
      ...event("DTSTART:20270301T150000Z"),
      "BEGIN:VEVENT",
      "DTSTART:20270301",
      "END:VEVENT",
    );
    expect(found.events.length).toBe(1);
    expect(found.unreadable).toBe(3);
  });
});

function range(count: number): string {
  return Array.from({ length: count }, (_, i) => i).join();
}
