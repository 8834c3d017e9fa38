import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readOrCreateSecret } from "./platform/secret-file.ts";
import { StartError } from "./platform/start-error.ts";

/** What one process of Kairos needs to know, read once at its start. */
export interface Config {
  /** What this process does: serve the API and the pages, run jobs, or both. */
  readonly role: "api" | "worker" | "both";
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** The origin people reach Kairos at, without a slash at its end. Unset: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** How many proxies in front of us may be believed about the caller's address and scheme. */
  readonly trustProxy: number;
  /** An absolute path; holds the embedded database and what else must outlive the process. */
  readonly dataDirectory: string;
  /** Unset: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Unset: jobs are kept in PostgreSQL. */
  readonly mongodbUrl: string | undefined;
  /** Unset: events travel between processes through PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Signs cookies and links. */
  readonly authSecret: string;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly production: boolean;
}

/** A variable that is missing or wrong; the message is for the person who set it. */
class ConfigError extends StartError {}

const topDirectory = resolve(import.meta.dirname, "../..");

/** An empty variable is an unset one: `PORT= npm start` and compose files with blanks mean just that. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const url = (what: string, ...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ""), `should be ${what}`);

const wholeNumber = (limit: number, what: string) =>
  z
    .string()
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) <= limit, `should be ${what}`)
    .transform(Number);

const variables = z.object({
  NODE_ENV: optional(z.string()),
  KAIROS_ROLE: optional(z.enum(["api", "worker", "both"], "should be api, worker or both")),
  HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]+$/, "should be an address or a name of this machine, like 0.0.0.0")),
  PORT: optional(wholeNumber(65535, "a port, a whole number from 0 to 65535")),
  PUBLIC_URL: optional(
    url("the address people use, like https://book.example.com", "http:", "https:").refine(
      (value) => /^https?:\/\/[^/?#@]+\/?$/.test(value),
      "should be an origin alone, without a path, like https://book.example.com",
    ),
  ),
  TRUST_PROXY: optional(wholeNumber(10, "the number of proxies in front of Kairos, from 0 to 10")),
  KAIROS_DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(url("like postgres://user:password@host:5432/kairos", "postgres:", "postgresql:")),
  // A replica set has several hosts, which no URL of the web has.
  MONGODB_URL: optional(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/[^/\s]+(\/\S*)?$/, "should be like mongodb://host:27017/kairos?replicaSet=rs0"),
  ),
  REDIS_URL: optional(url("like redis://host:6379", "redis:", "rediss:")),
  AUTH_SECRET: optional(z.string().min(32, "should have at least 32 characters; openssl rand -base64 32 makes one")),
  LOG_LEVEL: optional(
    z.enum(["debug", "info", "warn", "error", "silent"], "should be debug, info, warn, error or silent"),
  ),
});

/** Values that may stand in an error message; the others hold passwords. */
const showable = new Set(["KAIROS_ROLE", "HOST", "PORT", "PUBLIC_URL", "TRUST_PROXY", "LOG_LEVEL"]);

/** Reads and checks the environment. @throws ConfigError that names every variable that is wrong, and what is right. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const result = variables.safeParse(environment);
  if (!result.success)
    throw new ConfigError(result.error.issues.map((issue) => describe(issue, environment)).join("\n"));
  const given = result.data;
  const dataDirectory = resolve(topDirectory, given.KAIROS_DATA_DIR ?? ".kairos");
  return Object.freeze<Config>({
    role: given.KAIROS_ROLE ?? "both",
    host: given.HOST ?? "127.0.0.1",
    port: given.PORT ?? 4000,
    publicUrl: given.PUBLIC_URL?.replace(/\/$/, ""),
    trustProxy: given.TRUST_PROXY ?? 0,
    dataDirectory,
    databaseUrl: given.DATABASE_URL,
    mongodbUrl: given.MONGODB_URL,
    redisUrl: given.REDIS_URL,
    authSecret: given.AUTH_SECRET ?? keptSecret(dataDirectory, given.DATABASE_URL),
    logLevel: given.LOG_LEVEL ?? "info",
    production: given.NODE_ENV === "production",
  });
}

/** One machine makes its own secret and keeps it. Several that share a database must be told theirs. */
function keptSecret(dataDirectory: string, databaseUrl: string | undefined): string {
  if (databaseUrl) {
    throw new ConfigError(
      "AUTH_SECRET is not set. With DATABASE_URL, all processes on that database should have the same secret of at " +
        "least 32 characters; openssl rand -base64 32 makes one.",
    );
  }
  mkdirSync(dataDirectory, { recursive: true });
  return readOrCreateSecret(join(dataDirectory, "auth-secret"));
}

function describe({ path, message }: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string {
  const name = String(path[0]);
  return showable.has(name) ? `${name} is "${environment[name]}" and ${message}.` : `${name} ${message}.`;
}
