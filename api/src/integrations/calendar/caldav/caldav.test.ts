import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaldavHand, type CaldavServer } from "../../../../test/stand-ins/caldav-server.ts";
import { hasCyrus, startCyrus } from "../../../../test/stand-ins/cyrus.ts";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { hasRadicale, startRadicale } from "../../../../test/stand-ins/radicale.ts";
import { calendarProviderSuite } from "../calendar-provider.suite.ts";
import type { EventTime, PasswordSignIn } from "../calendar-provider.ts";
import type { OutsideHand, ProviderUnderTest } from "../calendar-under-test.suite.ts";
import { createCaldavCalendar } from "./caldav.ts";

const servers = [
  { name: "Radicale", isThere: hasRadicale, start: startRadicale, deadToken: "http://radicale.org/ns/sync/0" },
  { name: "Cyrus", isThere: hasCyrus, start: startCyrus, deadToken: "http://cyrusimap.org/ns/sync/none-1" },
];

for (const { name, isThere, start, deadToken } of servers) {
  describe.skipIf(!isThere)(`CalDAV on ${name}${isThere ? "" : " (skipped: it is not installed)"}`, () => {
    let server: CaldavServer;
    let caldav: CaldavHand;
    let road: FaultyRoad;
    const provider = createCaldavCalendar({ pageSize: 5 });
    const impatient = createCaldavCalendar({ timeoutMs: 100 });

    beforeAll(async () => {
      server = await start();
      caldav = new CaldavHand(server);
      await caldav.ready();
      road = await FaultyRoad.to(server.url);
    });
    afterAll(async () => {
      await road?.close();
      await server?.stop();
    });

    const signIn = () => {
      if (provider.signIn.kind !== "password") throw new Error("CalDAV signs in with a password.");
      return provider.signIn;
    };
    const connect = (more: Partial<Parameters<PasswordSignIn["connect"]>[0]> = {}) => {
      const { username, password } = server;
      return signIn().connect({ server: road.url, username, password, signal: AbortSignal.timeout(20_000), ...more });
    };

    async function open(): Promise<ProviderUnderTest> {
      const calendarId = await caldav.createCalendar();
      const homeUrl = `${road.url}${server.home}`;
      const { username, password } = server;
      return {
        ...{ provider, impatient, calendarId, credentials: { kind: "password", homeUrl, username, password } },
        hand: handOf(caldav, calendarId),
        hasFloatingTimes: true,
        remembersDeleted: false,
        refusals: {
          unauthorized: { kind: "answer", status: 401 },
          forbidden: { kind: "answer", status: 403 },
          busy: { kind: "answer", status: 429 },
        },
        meet: (fault, which = "any") =>
          road.meet(fault, ({ method }) => which === "any" || (method === "PUT") === (which === "write")),
        requests: () => road.passed.length,
        killed: (cursor) => cursor.replace(/"token":"[^"]*"/, `"token":"${deadToken}"`),
      };
    }

    calendarProviderSuite(open);

    test("an account is found from the server’s address alone", async () => {
      await caldav.createCalendar();
      const connected = await connect();
      expect(connected).toMatchObject({ ok: true, value: { address: server.username } });
      if (!connected.ok) return;
      const access = { credentials: connected.value.credentials, signal: AbortSignal.timeout(20_000) };
      const calendars = await provider.calendars(access);
      expect(calendars.ok && calendars.value.filter(({ isPrimary }) => isPrimary).length).toBe(1);
    });

    test("a wrong password is told as such, and never tried twice", async () => {
      const before = road.passed.length;
      expect(await connect({ password: "wrong" })).toMatchObject({ ok: false, failure: { kind: "unauthorized" } });
      expect(road.passed.length - before).toBeLessThanOrEqual(2);
    });

    test("a server without sync tokens is read by the tags of its events", async () => {
      const calendarId = await caldav.createCalendar();
      const hand = handOf(caldav, calendarId);
      const plain = createCaldavCalendar({ pageSize: 2, fetch: withoutSyncTokens });
      const { username, password } = server;
      const credentials = { kind: "password", homeUrl: `${server.url}${server.home}`, username, password } as const;
      let cursor: string | null = null;
      const read = async () => {
        const changes: string[] = [];
        for (let more = true; more; ) {
          const question = { calendarId, cursor, window: { start: 0, end: Date.UTC(2030, 0) } };
          const page = await plain.changes({ credentials, signal: AbortSignal.timeout(20_000) }, question);
          if (!page.ok) throw new Error(page.failure.detail);
          changes.push(...page.value.changes.map((it) => (it.kind === "changed" ? it.event.details.title : "removed")));
          ({ cursor, more } = page.value);
        }
        return changes.sort();
      };
      const start = Date.UTC(2027, 2, 1, 15);
      const time = { kind: "timed", start, end: start + 3_600_000, timeZone: "America/New_York" } as const;
      const [a, b] = [await hand.add({ title: "A", time }), await hand.add({ title: "B", time })];
      await hand.add({ title: "C", time });
      expect(await read()).toEqual(["A", "B", "C"]);
      expect(await read()).toEqual([]);
      await hand.move(a, start + 3_600_000, start + 7_200_000);
      await hand.delete(b);
      expect(await read()).toEqual(["A", "removed"]);
      expect(await read()).toEqual([]);
    });

    test("what else is in an event of ours is read, and a task is none", async () => {
      const calendarId = await caldav.createCalendar();
      const task = lines("BEGIN:VTODO", `UID:${randomUUID()}`, "DTSTAMP:20270101T000000Z", "SUMMARY:Do", "END:VTODO");
      await caldav.write(`${calendarId}task.ics`, task).catch(() => undefined);
      const credentials = { kind: "password", homeUrl: `${road.url}${server.home}`, ...server } as const;
      const question = { calendarId, cursor: null, window: { start: 0, end: Date.UTC(2030, 0) } };
      const page = await provider.changes({ credentials, signal: AbortSignal.timeout(20_000) }, question);
      expect(page.ok && page.value.changes.filter(({ kind }) => kind === "changed")).toEqual([]);
    });
  });
}

/** A server as it was before RFC 6578. */
const withoutSyncTokens: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const body = (await response.text()).replaceAll("sync-collection", "other-report");
  return new Response(body, { status: response.status, headers: response.headers });
};

function lines(...body: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//Else//EN", ...body, "END:VCALENDAR", ""].join("\r\n");
}

const newYork = [
  ...["BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:STANDARD", "DTSTART:20071104T020000", "TZOFFSETFROM:-0400"],
  ...["TZOFFSETTO:-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD", "BEGIN:DAYLIGHT"],
  ...["DTSTART:20070311T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"],
  ...["END:DAYLIGHT", "END:VTIMEZONE"],
];

function utc(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** A wall time in New York: the tests are in March 2027, when the clocks change on the 14th at 7:00 UTC. */
function local(instant: number): string {
  return utc(instant - (instant < Date.UTC(2027, 2, 14, 7) ? 5 : 4) * 3_600_000).slice(0, -1);
}

function times(time: EventTime): string[] {
  const basic = (text: string) => text.replaceAll(/[-:]/g, "");
  if (time.kind === "allDay") return [`DTSTART;VALUE=DATE:${basic(time.start)}`, `DTEND;VALUE=DATE:${basic(time.end)}`];
  if (time.kind === "floating") return [`DTSTART:${basic(time.start)}00`, `DTEND:${basic(time.end)}00`];
  const at = (name: string, instant: number) => `${name};TZID=America/New_York:${local(instant)}`;
  return [at("DTSTART", time.start), at("DTEND", time.end)];
}

/** Edits the text of events as calendar programs do. */
function handOf(caldav: CaldavHand, calendarId: string): OutsideHand {
  const change = async (id: string, edit: (text: string) => string) => {
    const text = await caldav.read(id);
    await caldav.write(id, edit(text.replaceAll(/\r?\n[ \t]/g, "").replaceAll(/\r?\n/g, "\r\n")));
  };
  const timed = (start: number, end: number) => times({ kind: "timed", start, end, timeZone: "America/New_York" });
  return {
    add: async ({ title, time, rule, blocking }) => {
      const uid = randomUUID();
      const path = `${calendarId}${uid}.ics`;
      const body = [
        ...["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20270101T000000Z", `SUMMARY:${title}`, ...times(time)],
        ...(rule === undefined ? [] : [`RRULE:${rule}`]),
        ...(blocking === "tentative" ? ["STATUS:TENTATIVE"] : []),
        ...(blocking === "free" ? ["TRANSP:TRANSPARENT"] : []),
      ];
      await caldav.write(path, lines(...newYork, ...body, "END:VEVENT"));
      return path;
    },
    move: (id, start, end) =>
      change(id, (text) => {
        const others = text.replaceAll(/(BEGIN:VEVENT[\s\S]*?)DTSTART[^\r]*\r\n([\s\S]*?)DTEND[^\r]*\r\n/g, "$1$2");
        return others.replace("BEGIN:VEVENT\r\n", `BEGIN:VEVENT\r\n${timed(start, end).join("\r\n")}\r\n`);
      }),
    delete: (id) => caldav.delete(id),
    moveOccurrence: (id, original, start) =>
      change(id, (text) => {
        const uid = /UID:([^\r\n]+)/.exec(text)?.[1];
        const exception = [
          ...["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20270101T000000Z", "SUMMARY:Moved"],
          ...[
            `RECURRENCE-ID;TZID=America/New_York:${local(original)}`,
            ...timed(start, start + 3_600_000),
            "END:VEVENT",
          ],
        ];
        return text.replace("END:VCALENDAR", `${exception.join("\r\n")}\r\nEND:VCALENDAR`);
      }),
    decorate: (id) => {
      const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Soon", "END:VALARM"].join("\r\n");
      return change(id, (text) => text.replace("END:VEVENT", `CATEGORIES:Gold\r\n${alarm}\r\nEND:VEVENT`));
    },
    isDecorated: async (id) => {
      const text = await caldav.read(id);
      return text.includes("TRIGGER:-PT10M") && text.includes("CATEGORIES:Gold");
    },
    deleteOccurrence: (id, original) =>
      change(id, (text) =>
        text.replace(
          /(BEGIN:VEVENT\r\n(?:(?!END:VEVENT)[\s\S])*?)RRULE/,
          `$1EXDATE;TZID=America/New_York:${local(original)}\r\nRRULE`,
        ),
      ),
  };
}
