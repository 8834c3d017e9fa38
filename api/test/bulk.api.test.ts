import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let sessionType: string;
const today = zone("America/New_York").localDate(Date.now());
const startDate = addDays(today, 70);

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  const { viewer } = await ask<{ viewer: { sessionTypes: { id: string; name: string }[] } }>(
    "{ viewer { sessionTypes { id name } } }",
  );
  sessionType = viewer.sessionTypes[0]?.id ?? "";
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const ask = <Data>(document: string, variables = {}) => server.query<Data>(document, variables, cookie);
const send = async <Answer>(mutation: string, input: object, fields: string) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ${fields} ... on Problem { code message } } }`;
  return (await ask<{ answer: Answer }>(document, { input })).answer;
};
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const newProgram = async () => {
  const steps = [{ sessionType, minutes: 60, count: 3, fromTime: "09:00", toTime: "17:00" }];
  const saved = await send<{ program: { id: string } }>(
    "createProgram",
    { name: "Three weeks", steps },
    "... on ProgramSaved { program { id } }",
  );
  return saved.program.id;
};

test("a program is planned, booked, moved and taken back over the API, and only by its coach", async () => {
  const program = await newProgram();
  const plan = `query ($input: PlanProgramInput!) { planProgram(input: $input) {
    ... on ProgramPlan { fingerprint open lastDate sessions { number step sessionType { id } startAt coachLocalStart clientLocalStart
      unkept { wish because message reasons { code } } nearest { startAt } reasons { code } } }
    ... on Problem { code message } } }`;
  const input = { program, startDate, clientTimeZone: "Asia/Tokyo" };
  type Plan = { fingerprint: string; open: number; sessions: { number: number; nearest: object[] }[] };
  const { planProgram } = await ask<{ planProgram: Plan }>(plan, { input });
  expect(planProgram).toMatchObject({ open: 0, sessions: [{ number: 0 }, { number: 1 }, { number: 2 }] });
  const stranger = await server.query(plan, { input });
  expect(stranger).toMatchObject({ planProgram: { code: "NOT_SIGNED_IN" } });
  const newClient = { name: "Cy Young", email: "cy@example.com", timeZone: "Asia/Tokyo" };
  const booked = await send<{ bookings: { id: string }[]; undo: { id: string } }>(
    "bookProgram",
    { ...input, newClient, shown: planProgram.fingerprint, ...key() },
    "... on ProgramBooked { programBooking { name client { name } program { name } bookings { id } } bookings { id programSession programBooking { id } } undo { id expiresAt } }",
  );
  expect(booked).toMatchObject({ __typename: "ProgramBooked", programBooking: { client: { name: "Cy Young" } } });
  expect(booked.bookings).toHaveLength(3);
  const shift = { booking: booked.bookings[0]?.id, start: { at: new Date(Date.parse(`${startDate}T23:00:00Z`)) } };
  const shown = await ask(
    "query ($input: ShiftProgramInput!) { previewProgramShift(input: $input) { ... on ProgramPlan { fingerprint sessions { startAt wasStartAt } } ... on Problem { code message } } }",
    { input: shift },
  );
  expect(shown).toHaveProperty("previewProgramShift.fingerprint");
  const undone = await send<object>(
    "undoProgramChange",
    { undo: booked.undo.id, ...key() },
    "... on ProgramChangeUndone { undone }",
  );
  expect(undone).toMatchObject({ undone: true });
  const left = await ask("{ viewer { programBookings(first: 5) { totalCount } } }");
  expect(left).toMatchObject({ viewer: { programBookings: { totalCount: 0 } } });
});

test("a file of clients becomes a draft, a run that is heard of client by client, a report, and nothing again", async () => {
  const program = await newProgram();
  const csv =
    "name,email,zone\nAnn A,ann.a@example.com,Europe/Berlin\nBo B,bo.example.com,\nCy C,cy.c@example.com,\nDi D,di.d@example.com,\n";
  const run =
    "run { id version status counts { clients ready invalid booked sessionsReady sessionsBooked } items { id line raw status field problem sessions { coachLocalStart clientLocalStart notes sessionType { name } } } undoUntil }";
  type Run = { run: { id: string; version: number; items: { id: string }[] } };
  const drafted = await send<Run>(
    "draftBulkRun",
    { program: { program, startDate }, csv },
    `... on BulkRunSaved { ${run} }`,
  );
  expect(drafted).toMatchObject({
    run: { status: "DRAFT", counts: { clients: 4, ready: 3, invalid: 1, sessionsReady: 9 } },
  });
  expect(drafted.run.items[1]).toMatchObject({
    line: 3,
    raw: "Bo B,bo.example.com,",
    status: "INVALID",
    field: "email",
    sessions: [],
  });
  const mended = await send<Run>(
    "updateBulkItem",
    { id: drafted.run.items[1]?.id, email: "bo.b@example.com" },
    `... on BulkRunSaved { ${run} }`,
  );
  const { id, version } = mended.run;
  type Event = { bulkRunChanged: { run: { status: string; counts: { booked: number } }; items: { status: string }[] } };
  const document = `subscription ($run: ID!) { bulkRunChanged(run: $run) {
    ... on BulkRunProgress { run { status version counts { booked ready failed } } items { id status problem } } ... on Problem { code } } }`;
  const live = server.subscribe<Event>(document, { run: id }, cookie);
  await live.until((events) => events.length > 0);
  expect(live.events[0]).toMatchObject({ bulkRunChanged: { run: { status: "DRAFT" }, items: [{}, {}, {}, {}] } });
  const strangers = server.subscribe(document, { run: id });
  await strangers.until((events) => events.length > 0);
  expect(strangers.events[0]).toMatchObject({ bulkRunChanged: { code: "NOT_SIGNED_IN" } });
  const started = await send(
    "startBulkRun",
    { run: id, version, allOrNothing: false, ...key() },
    `... on BulkRunSaved { ${run} }`,
  );
  expect(started).toMatchObject({ run: { id } });
  await live.until((events) => events.at(-1)?.bulkRunChanged.run.status === "DONE");
  expect(live.events.at(-1)?.bulkRunChanged.run.counts).toMatchObject({ booked: 4, ready: 0, failed: 0 });
  // Told on the way, each time only of those that changed.
  const told = live.events.slice(1).flatMap(({ bulkRunChanged }) => bulkRunChanged.items);
  expect(told).toHaveLength(4);
  const undone = await send("undoBulkRun", { run: id, ...key() }, `... on BulkRunSaved { ${run} }`);
  expect(undone).toMatchObject({ run: { status: "UNDONE", counts: { booked: 0 }, undoUntil: null } });
  const left = await ask(
    "{ viewer { programBookings(first: 5) { totalCount } bulkRuns { totalCount edges { node { name program { name } } } } } }",
  );
  expect(left).toMatchObject({ viewer: { programBookings: { totalCount: 0 }, bulkRuns: { totalCount: 1 } } });
  await Promise.all([live.close(), strangers.close()]);
});

test("everything on a day is moved over the API just as its preview shows", async () => {
  const [first] = await server.context.db.sql<{ day: string }>`
    select to_char(start_at at time zone 'America/New_York', 'YYYY-MM-DD') as day from booking
    where status = 'confirmed' and start_at > now() + interval '2 days' group by 1 order by count(*) desc, 1 limit 1`;
  const day = first?.day ?? startDate;
  const change = { selection: { from: day, to: day }, move: { days: 2 }, policy: "NEAREST_OF_WEEK" };
  const preview = `query ($input: BulkChangeInput!) { previewBulkChange(input: $input) {
    ... on BulkChangePreview { fingerprint open told { name } sessions { outcome startAt coachLocalStart booking { id startAt } reasons { code } nearest { startAt } } }
    ... on Problem { code message } } }`;
  type Preview = {
    previewBulkChange: { fingerprint: string; open: number; sessions: { startAt: string; booking: { id: string } }[] };
  };
  const { previewBulkChange: shown } = await ask<Preview>(preview, { input: change });
  expect(shown.open).toBe(0);
  const changed = await send<{ bookings: { id: string; startAt: string }[]; undo: { id: string } }>(
    "changeInBulk",
    { change, shown: shown.fingerprint, ...key() },
    "... on ChangedInBulk { bookings { id startAt } undo { id } }",
  );
  const wanted = new Map(shown.sessions.map(({ startAt, booking }) => [booking.id, startAt]));
  expect(changed.bookings.length).toBeGreaterThan(0);
  for (const { id, startAt } of changed.bookings) expect(startAt).toBe(wanted.get(id));
  const undone = await send(
    "undoBulkChange",
    { undo: changed.undo.id, ...key() },
    "... on BulkChangeUndone { undone }",
  );
  expect(undone).toMatchObject({ undone: true });
});

test("a practice is shared and read again over the API", async () => {
  const program = await newProgram();
  const share =
    "query ($programs: [ID!]) { sharePractice(programs: $programs) { ... on SharedFile { fileName text } ... on Problem { code message } } }";
  const { sharePractice } = await ask<{ sharePractice: { text: string } }>(share, { programs: [program] });
  const { text } = sharePractice;
  const check = `query ($input: SharedFileInput!) { checkSharedFile(input: $input) { __typename
    ... on SharedFileContents { sessionTypes { name newName isOwn } programs { newName } }
    ... on SharedFileRefused { message faults { line path message } } } }`;
  const checked = await ask(check, { input: { text: text.replace('"count": 3', '"count": 300'), useOwnTypes: true } });
  expect(checked).toMatchObject({ checkSharedFile: { faults: [{ path: "programs.0.steps.0.count" }] } });
  const imported = await send(
    "importSharedFile",
    { text, useOwnTypes: true, ...key() },
    "... on SharedFileImported { programs { name steps { sessionType { name } } } sessionTypes { id } }",
  );
  expect(imported).toMatchObject({ programs: [{ steps: [{}] }], sessionTypes: [] });
});
