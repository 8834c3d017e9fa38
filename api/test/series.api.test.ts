import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let sessionType: string;
let client: string;

const today = zone("America/New_York").localDate(Date.now());
/** Far beyond the demo's sessions, at an hour that it never uses. */
const first = addDays(today, 120);
const key = () => crypto.randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  const { viewer } = await coach<{
    viewer: { sessionTypes: { id: string; capacity: number }[]; clients: { edges: { node: { id: string } }[] } };
  }>(`{ viewer { sessionTypes { id capacity } clients(first: 1) { edges { node { id } } } } }`);
  sessionType = viewer.sessionTypes.find(({ capacity }) => capacity === 1)?.id ?? "";
  client = viewer.clients.edges[0]?.node.id ?? "";
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const coach = <Data = Record<string, unknown>>(document: string, variables = {}) =>
  server.query<Data>(document, variables, cookie);

const previewed = `__typename ... on Problem { code message } ... on SeriesPreview {
  revision fingerprint timeZone recurrence isEndless open told { name }
  occurrences { recurrenceId effect startAt localStart coachLocalStart clientLocalStart coachClockShiftMinutes
    clientClockShiftMinutes isSkippedTime mayKeep outcome bookedStartAt wasStartAt sessionType { name }
    reasons { code message booking { id attendees { name } } holiday { name } timeOff { reason } }
    nearest { startAt localStart } } }`;
interface Previewed {
  __typename: string;
  fingerprint: string;
  open: number;
  occurrences: { recurrenceId: string; effect: string; outcome: string | null; reasons: { code: string }[] }[];
}
const dates = (more = {}) => ({
  start: `${first}T06:00`,
  recurrence: "FREQ=WEEKLY;COUNT=5",
  policy: "REFUSE",
  ...more,
});
async function preview(more = {}, as: string | undefined = cookie): Promise<Previewed> {
  const document = `query ($input: PreviewSeriesInput!) { previewSeries(input: $input) { ${previewed} } }`;
  const variables = { input: { sessionType, dates: dates(more), clientTimeZone: "Europe/Berlin" } };
  return (await server.query<{ previewSeries: Previewed }>(document, variables, as)).previewSeries;
}
const keepAll = async () => {
  const { occurrences } = await preview();
  return occurrences
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ recurrenceId }) => ({ recurrenceId, kind: "KEEP" }));
};
interface Booked {
  bookSeries: {
    __typename: string;
    code?: string;
    preview?: { open: number };
    series: { id: string; pattern: unknown; members: { client: { id: string } }[] };
    bookings: { id: string; recurrenceId: string; series: { id: string } }[];
    undo: { id: string };
  };
}
async function book(more = {}) {
  const document = `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { __typename
    ... on Problem { code } ... on SeriesClash { preview { open } } ... on SeriesBooked {
      series { id minutes isEndless recurrence pauses { fromDate } members { client { id } }
        pattern { frequency interval weekdays { weekday nth } count isPlain } sessionType { id } }
      bookings { id recurrenceId series { id } } undo { id } } } }`;
  const input = { sessionType, dates: dates(more), clients: [client], idempotencyKey: key() };
  return (await coach<Booked>(document, { input })).bookSeries;
}
interface AgendaEvent {
  agendaChanged: { bookings: { recurrenceId: string | null; localStart: string; series: { id: string } | null }[] };
}
const seriesOf = `query ($id: ID!) { node(id: $id) { ... on Series { version occurrences(from: "${first}", to: "${addDays(first, 60)}") {
  state localStart isException reason booking { status } } } } }`;

describe("series through the API", () => {
  test("are shown, clash while something stands against them, and are booked once it was decided", async () => {
    const shown = await preview();
    expect(shown.occurrences).toHaveLength(5);
    expect(shown.open).toBeGreaterThan(0);
    expect(await book()).toMatchObject({
      __typename: "SeriesClash",
      code: "SERIES_CLASH",
      preview: { open: shown.open },
    });
    const choices = await keepAll();
    const booked = await book({ choices });
    expect(booked).toMatchObject({
      __typename: "SeriesBooked",
      series: {
        pattern: { frequency: "WEEKLY", interval: 1, count: 5, isPlain: true },
        members: [{ client: { id: client } }],
      },
    });
    expect(booked.bookings.map(({ series }) => series.id)).toEqual(Array.from({ length: 5 }, () => booked.series.id));
    const again = await preview({ choices });
    expect(again.occurrences[0]).toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ code: "BOOKING" })]),
    });
  });

  test("change live in the calendar of their coach, and come back when that is undone", async () => {
    const range = `from: "${first}", to: "${addDays(first, 80)}"`;
    const feed = server.subscribe<AgendaEvent>(
      `subscription { agendaChanged(${range}) { ... on AgendaSnapshot { bookings { recurrenceId localStart series { id } } }
        ... on AgendaChange { bookings { recurrenceId localStart series { id } } } } }`,
      {},
      cookie,
    );
    await feed.until(({ length }) => length === 1);
    const at = `${first}T05:00`;
    const { occurrences } = await preview({ start: at });
    const choices = occurrences.map(({ recurrenceId }) => ({ recurrenceId, kind: "KEEP" }));
    const { series } = await book({ start: at, choices });
    const inSeries = (event?: AgendaEvent) =>
      event?.agendaChanged.bookings.filter((booking) => booking.series?.id === series.id) ?? [];
    await feed.until((events) => inSeries(events.at(-1)).length === 5);
    expect(
      inSeries(feed.events.at(-1))
        .map(({ recurrenceId }) => recurrenceId)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4].map((week) => `${addDays(first, 7 * week)}T05:00`));
    const pause = { fromDate: addDays(first, 7), toDate: addDays(first, 13), reason: "Away" };
    const change = { series: series.id, pause };
    const effect = await coach<{ previewSeriesChange: Previewed }>(
      `query ($input: SeriesChangeInput!) { previewSeriesChange(input: $input) { ${previewed} } }`,
      { input: change },
    );
    expect(effect.previewSeriesChange.occurrences.map((one) => [one.effect, one.outcome])).toEqual([["PAUSE", null]]);
    const changed = await coach<{ changeSeries: { undo: { id: string } } }>(
      `mutation ($input: ChangeSeriesInput!) { changeSeries(input: $input) { __typename ... on SeriesChanged { undo { id } series { pauses { fromDate toDate reason } } } } }`,
      { input: { change, shown: effect.previewSeriesChange.fingerprint, idempotencyKey: key() } },
    );
    expect(changed).toMatchObject({ changeSeries: { __typename: "SeriesChanged", series: { pauses: [pause] } } });
    await feed.until((events) => inSeries(events.at(-1)).length === 1);
    const { node } = await coach<{ node: { occurrences: { state: string }[] } }>(seriesOf, { id: series.id });
    expect(node.occurrences.map(({ state }) => state)).toEqual(["BOOKED", "PAUSED", "BOOKED", "BOOKED", "BOOKED"]);
    const undone = await coach(
      `mutation ($input: UndoSeriesChangeInput!) { undoSeriesChange(input: $input) { __typename ... on SeriesChangeUndone { series { pauses { fromDate } } } } }`,
      { input: { undo: changed.changeSeries.undo.id, idempotencyKey: key() } },
    );
    expect(undone).toEqual({ undoSeriesChange: { __typename: "SeriesChangeUndone", series: [{ pauses: [] }] } });
    await feed.close();
  });

  test("are for their coach alone", async () => {
    expect(await preview({}, "")).toMatchObject({ __typename: "Refused", code: "NOT_SIGNED_IN" });
    const { viewer } = await coach<{ viewer: { series: { totalCount: number; edges: { node: { id: string } }[] } } }>(
      `{ viewer { series(first: 10) { totalCount edges { node { id timeZone } } } } }`,
    );
    // Two that were booked above, and the one of the demo practice.
    expect(viewer.series.totalCount).toBe(3);
    expect(await server.query(seriesOf, { id: viewer.series.edges[0]?.node.id })).toEqual({ node: null });
  });
});
