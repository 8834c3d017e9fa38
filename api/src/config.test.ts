import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadConfig } from "./config.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kairos-config-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const load = (environment: NodeJS.ProcessEnv) => loadConfig({ KAIROS_DATA_DIR: directory, ...environment });

describe("the defaults", () => {
  test("serve everything on this machine alone, with the embedded parts", () => {
    expect(load({})).toMatchObject({
      role: "both",
      host: "127.0.0.1",
      port: 4000,
      publicUrl: undefined,
      trustProxy: 0,
      databaseUrl: undefined,
      dataDirectory: directory,
    });
  });

  test("hold for variables that are set to nothing", () => {
    expect(load({ PORT: "", DATABASE_URL: "", AUTH_SECRET: "" })).toEqual(load({}));
  });

  test("keep the data inside the clone", () => {
    expect(loadConfig({ AUTH_SECRET: "s".repeat(32) }).dataDirectory).toMatch(/\/\.kairos$/);
  });

  test("take a MongoDB replica set of several hosts", () => {
    const mongodbUrl = "mongodb://a:27017,b:27017,c:27017/kairos?replicaSet=rs0";
    expect(load({ MONGODB_URL: mongodbUrl })).toMatchObject({ mongodbUrl });
  });

  test("cannot be changed afterwards", () => {
    expect(Object.isFrozen(load({}))).toBe(true);
  });
});

describe("a value that is wrong", () => {
  test.for([
    ["PORT", "80a", 'PORT is "80a" and should be a port, a whole number from 0 to 65535.'],
    ["PORT", "65536", 'PORT is "65536" and should be a port, a whole number from 0 to 65535.'],
    ["PORT", "-1", 'PORT is "-1" and should be a port, a whole number from 0 to 65535.'],
    ["KAIROS_ROLE", "web", 'KAIROS_ROLE is "web" and should be api, worker or both.'],
    ["LOG_LEVEL", "loud", 'LOG_LEVEL is "loud" and should be debug, info, warn, error or silent.'],
    ["HOST", "a b", 'HOST is "a b" and should be an address or a name of this machine, like 0.0.0.0.'],
    [
      "TRUST_PROXY",
      "yes",
      'TRUST_PROXY is "yes" and should be the number of proxies in front of Kairos, from 0 to 10.',
    ],
    ["DATABASE_URL", "mysql://u:secret@h/d", "DATABASE_URL should be like postgres://user:password@host:5432/kairos."],
    ["DATABASE_URL", "localhost", "DATABASE_URL should be like postgres://user:password@host:5432/kairos."],
    ["REDIS_URL", "host:6379", "REDIS_URL should be like redis://host:6379."],
    ["MONGODB_URL", "http://host", "MONGODB_URL should be like mongodb://host:27017/kairos?replicaSet=rs0."],
  ] as const)("%s=%s is named with what is right", ([name, value, message]) => {
    expect(() => load({ [name]: value })).toThrow(message);
  });

  test.for(["https://book.example.com/kairos", "book.example.com", "https://me@book.example.com", "ftp://x"])(
    "PUBLIC_URL=%s is refused",
    (value) => {
      expect(() => load({ PUBLIC_URL: value })).toThrow(
        /PUBLIC_URL is ".*" and should be .*https:\/\/book\.example\.com/,
      );
    },
  );

  test("is told together with the other wrong ones", () => {
    expect(() => load({ PORT: "x", KAIROS_ROLE: "y" })).toThrow(/KAIROS_ROLE is .*\nPORT is /);
  });

  test("never shows a secret", () => {
    expect(() => load({ AUTH_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2).*AUTH_SECRET should have at least 32/);
  });
});

describe("a value that is right", () => {
  test("is taken as it is meant", () => {
    const given = {
      PORT: "0",
      HOST: "::",
      PUBLIC_URL: "https://book.example.com/",
      TRUST_PROXY: "1",
      KAIROS_ROLE: "api",
    };
    expect(load(given)).toMatchObject({
      port: 0,
      host: "::",
      publicUrl: "https://book.example.com",
      trustProxy: 1,
      role: "api",
    });
  });
});

describe("the secret", () => {
  test("is made once, kept, and readable by its owner alone", () => {
    const { authSecret } = load({});
    expect(authSecret.length).toBeGreaterThanOrEqual(32);
    expect(load({}).authSecret).toBe(authSecret);
    expect(readFileSync(join(directory, "auth-secret"), "utf8").trim()).toBe(authSecret);
    expect(statSync(join(directory, "auth-secret")).mode & 0o777).toBe(0o600);
  });

  test("must be given together with a database that others may share", () => {
    expect(() => load({ DATABASE_URL: "postgres://u:p@h/d" })).toThrow("AUTH_SECRET is not set. With DATABASE_URL");
  });
});

describe("docker-compose.yml", () => {
  const compose = readFileSync(join(import.meta.dirname, "../../docker-compose.yml"), "utf8");
  /** What stands before the services that are not ours. */
  const ours = compose.slice(0, compose.indexOf("\n  postgres:\n"));
  const given = { POSTGRES_PASSWORD: "pass", AUTH_SECRET: "s".repeat(32) };

  /** `${NAME:-default}` and `${NAME:?complaint}`, as compose resolves them. */
  const resolved = (value: string): string =>
    value.replace(/\$\{([A-Z_]+):([-?])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
      const known = Object.entries(given).find(([key]) => key === name)?.[1];
      return known ?? (kind === "-" ? rest : "");
    });

  test.for(["api", "worker"] as const)("gives %s processes just what is read, and all of it is right", (role) => {
    const settings = [...ours.matchAll(/^ +([A-Z_]+): (.+)$/gm)].map(([, name = "", value = ""]) => [
      name,
      resolved(value),
    ]);
    const environment = { ...Object.fromEntries(settings), KAIROS_ROLE: role };
    expect(loadConfig({ NODE_ENV: "production", HOST: "0.0.0.0", PORT: "4000", ...environment })).toMatchObject({
      role,
      host: "0.0.0.0",
      port: 4000,
      publicUrl: "http://localhost:4000",
      trustProxy: 0,
      databaseUrl: "postgres://kairos:pass@postgres:5432/kairos",
      mongodbUrl: "mongodb://mongo:27017/kairos?replicaSet=rs0",
      redisUrl: "redis://redis:6379",
      authSecret: given.AUTH_SECRET,
      production: true,
    });
    expect(Object.keys(environment).sort()).toEqual([
      "AUTH_SECRET",
      "DATABASE_URL",
      "KAIROS_ROLE",
      "MONGODB_URL",
      "PUBLIC_URL",
      "REDIS_URL",
      "TRUST_PROXY",
    ]);
    expect(ours).toContain(`KAIROS_ROLE: ${role}`);
    expect(ours).toContain("ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000");
  });
});
