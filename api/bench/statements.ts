import { Client } from "pg";

export interface RecordedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every statement that the work sends to PostgreSQL, transaction control included. */
export async function recordStatements(work: () => Promise<unknown>): Promise<RecordedStatement[]> {
  const recorded: RecordedStatement[] = [];
  const original = Client.prototype.query;
  Client.prototype.query = function record(this: Client, ...given: unknown[]) {
    const [first, second] = given;
    // Called with a text and values, or with one object that holds both.
    const { text, values } = typeof first === "string" ? { text: first, values: second } : Object(first);
    if (typeof text === "string") recorded.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(original, this, given);
  };
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return recorded;
}

export interface ScriptOptions {
  /** Start of booking number 0, epoch milliseconds, and the distance between two. */
  readonly base: number;
  readonly apart: number;
  /** The recorded booking is of practice 0; client n of pgbench books for practice `practices` + n. */
  readonly practices: number;
}

/**
 * One recorded booking as a pgbench script that makes another one at each run. What differs between bookings is
 * computed in SQL: ids of the practice from the client's number, times and new ids from the run's number. Literals
 * hold no colon before a word, which pgbench would take for a variable.
 */
export function pgbenchScript(statements: readonly RecordedStatement[], options: ScriptOptions): string {
  const made = new Map<string, number>();
  const lines = statements.map(({ text, values }) => {
    const filled = text.replace(/\$(\d+)/g, (_, number: string) => toSql(values[Number(number) - 1], options, made));
    return `${filled.replace(/\s+/g, " ").trim()};`;
  });
  return ["\\set i :i + 1", `\\set practice :client_id + ${options.practices}`, ...lines].join("\n");
}

const practiceUuid = /^([cde])0000000-0000-4000-8000-000000000000$/;
const anyUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const THREE_DAYS = 3 * 86_400_000;

function toSql(value: unknown, options: ScriptOptions, made: Map<string, number>): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return instantSql(value.getTime(), options);
  if (Buffer.isBuffer(value)) return `decode('${value.toString("hex")}', 'hex')`;
  if (Array.isArray(value)) return `'{${value.join(",")}}'`;
  return textSql(String(value), made);
}

function instantSql(instant: number, { base, apart }: ScriptOptions): string {
  if (Math.abs(instant - base) > THREE_DAYS) return "now()";
  return `to_timestamp(${(instant - apart) / 1000} + (:i + 1) * ${apart / 1000})`;
}

function textSql(text: string, made: Map<string, number>): string {
  const practice = practiceUuid.exec(text)?.[1];
  if (practice) return `('${practice}0000000-0000-4000-8000-' || lpad(:practice ::text, 12, '0'))::uuid`;
  if (anyUuid.test(text)) {
    const number = made.get(text) ?? made.size;
    made.set(text, number);
    return `md5('${number} ' || :practice || ' ' || :i)::uuid`;
  }
  if (text === "coach-0") return "('coach-' || :practice)";
  if (text.startsWith("key ")) return "('key ' || :practice || ' ' || :i)";
  if (text.startsWith("bookSession ")) return "('bookSession ' || :practice)";
  const parts = text.split(/:(?=\w)/).map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join("") : `(${parts.join(" || chr(58) || ")})`;
}
