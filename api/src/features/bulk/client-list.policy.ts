import { isZone } from "../../core/zone.ts";
import { InvalidInput, Refusal } from "../../platform/problem.ts";
import { optionalPhone, optionalText, refuseInput, requireEmail, requireLine } from "../../platform/validation.ts";
import { type CsvRow, readCsv } from "./csv.policy.ts";

/** A program or series for so many clients at once, and no more. */
export const MAX_CLIENTS = 100;
const MAX_CHARACTERS = 40_000;
const MAX_RAW = 500;

/** Somebody on the list, as typed where something has to be mended. */
export interface ListedClient {
  readonly line: number | null;
  readonly raw: string | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  /** Empty where none was typed. */
  readonly timeZone: string;
  readonly note: string | null;
  /** A local date, or a date and a time: `2026-03-05`, `2026-03-05T10:00`. */
  readonly start: string | null;
  /** What has to be mended, and why. */
  readonly field: string | null;
  readonly problem: string | null;
}

export type ClientField = "name" | "email" | "phone" | "timeZone" | "note" | "start";
export type TypedClient = Partial<Record<ClientField, string>>;

export interface ClientFile {
  readonly clients: readonly ListedClient[];
  readonly ignoredColumns: readonly string[];
}

const TITLES: Readonly<Record<string, ClientField | "firstName" | "lastName">> = {
  ...{ name: "name", "full name": "name", client: "name", "first name": "firstName", "last name": "lastName" },
  ...{ email: "email", "e-mail": "email", "email address": "email", mail: "email" },
  ...{ phone: "phone", "phone number": "phone", mobile: "phone", telephone: "phone" },
  ...{ "time zone": "timeZone", timezone: "timeZone", zone: "timeZone" },
  ...{ note: "note", notes: "note" },
  ...{ start: "start", "start date": "start", "first session": "start" },
};

/** Reads a file of clients line by line. Lines that cannot be used are in it too, each with what has to be mended. */
export function readClients(file: string): ClientFile {
  if (file.length > MAX_CHARACTERS) {
    refuseInput(
      "csv",
      `This file has ${file.length} characters; at most ${MAX_CHARACTERS} are possible. Split it into several.`,
    );
  }
  if (file.includes("\u0000") || !file.isWellFormed())
    refuseInput("csv", "This is no text. Save the list as CSV in UTF-8.");
  const [head, ...rows] = readCsv(file);
  if (!head) return refuseInput("csv", "This file is empty. Its first line names the columns: name, email.");
  const columns = columnsOf(head);
  if (rows.length === 0) refuseInput("csv", "Below the names of the columns, this file has no line.");
  if (rows.length > MAX_CLIENTS) {
    refuseInput(
      "csv",
      `This file has ${rows.length} clients; at most ${MAX_CLIENTS} fit into one run. Split it into several.`,
    );
  }
  const ignoredColumns = head.cells.filter((title, index) => title !== "" && columns[index] === undefined);
  return {
    clients: refuseTwice(rows.map((row) => clientOf(row, columns))),
    ignoredColumns: ignoredColumns.map((title) => title.slice(0, 80)),
  };
}

type Column = ClientField | "firstName" | "lastName" | undefined;

function columnsOf({ cells, problem }: CsvRow): Column[] {
  const columns = cells.map((title): Column => TITLES[title.toLowerCase().replaceAll(/[\s_]+/g, " ")]);
  const twice = columns.find((column, index) => column !== undefined && columns.indexOf(column) < index);
  if (twice) refuseInput("csv", `Two columns say the same: ${twice}. Leave one of them out.`);
  const isNamed = columns.includes("name") || columns.includes("firstName") || columns.includes("lastName");
  if (problem !== null || !isNamed || !columns.includes("email")) {
    refuseInput(
      "csv",
      "The first line has to name the columns: name and email, and if you like phone, time zone, note and start.",
    );
  }
  return columns;
}

function clientOf(row: CsvRow, columns: readonly Column[]): ListedClient {
  const typed: Record<string, string> = {};
  for (const [index, column] of columns.entries()) if (column) typed[column] = row.cells[index] ?? "";
  const { firstName = "", lastName = "" } = typed;
  const name = typed["name"] || `${firstName} ${lastName}`.trim();
  const raw = row.raw.slice(0, MAX_RAW);
  if (row.problem !== null)
    return { ...asTyped({ ...typed, name }), line: row.line, raw, field: null, problem: row.problem };
  if (row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell !== "")) {
    const problem = `This line has ${row.cells.length} fields, the first line names ${columns.length}. Put text with a separator in quotation marks.`;
    return { ...asTyped({ ...typed, name }), line: row.line, raw, field: null, problem };
  }
  return { ...checkListed({ ...typed, name }), line: row.line, raw };
}

type Checked = Omit<ListedClient, "line" | "raw">;

/** What was typed about somebody, checked; the first thing that has to be mended is named, and all is kept as typed. */
export function checkListed(typed: TypedClient): Checked {
  try {
    return {
      name: requireLine("name", typed.name ?? "", 120),
      email: requireEmail("email", typed.email ?? ""),
      phone: optionalPhone("phone", typed.phone),
      timeZone: requireZone(typed.timeZone?.trim() ?? ""),
      note: optionalText("note", typed.note, 2000),
      start: requireStart(typed.start?.trim() ?? ""),
      ...{ field: null, problem: null },
    };
  } catch (error) {
    if (!(error instanceof Refusal && error.problem instanceof InvalidInput)) throw error;
    return { ...asTyped(typed), field: error.problem.field, problem: error.problem.message };
  }
}

function asTyped({ name = "", email = "", phone = "", timeZone = "", note = "", start = "" }: TypedClient) {
  const short = (text: string, most: number) => text.slice(0, most).toWellFormed();
  return {
    ...{ name: short(name, 120), email: short(email, 254), phone: short(phone, 40) || null },
    ...{
      timeZone: short(timeZone, 80),
      note: short(note, 2000) || null,
      start: short(start, 40) || null,
    },
  };
}

function requireZone(text: string): string {
  if (text === "" || isZone(text)) return text;
  return refuseInput("timeZone", "This is not a time zone; write it like Europe/Berlin.");
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d))?$/;

function requireStart(text: string): string | null {
  if (text === "") return null;
  const match = DATE.exec(text);
  const date = match?.[1] ?? "";
  if (
    match &&
    !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) &&
    new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  ) {
    return match[2] ? `${date}T${match[2]}:${match[3]}` : date;
  }
  return refuseInput(
    "start",
    "This is not a start; write a date like 2026-03-05, or with a time like 2026-03-05 10:00.",
  );
}

/** Whoever stands on the list twice is booked once: the later line is the one to be mended. */
export function refuseTwice<Client extends Checked & { readonly line: number | null; readonly status?: string }>(
  clients: readonly Client[],
): Client[] {
  const seen = new Map<string, Client>();
  return clients.map((client) => {
    if (client.problem !== null || client.status === "left") return client;
    const email = client.email.toLowerCase();
    const first = seen.get(email);
    if (!first) {
      seen.set(email, client);
      return client;
    }
    const where = first.line === null ? "above" : `on line ${first.line}`;
    return { ...client, field: "email", problem: `This address stands ${where} already. Leave one of the two out.` };
  });
}
