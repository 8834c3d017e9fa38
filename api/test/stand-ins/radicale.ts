import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "../../src/platform/postgres/embedded.ts";
import { type CaldavServer, scratch } from "./caldav-server.ts";

/** Whether tests can have a Radicale: it is on the PATH. */
export const hasRadicale = spawnSync("radicale", ["--version"]).status === 0;

/** A real CalDAV server of its own, with one user. It keeps `sync-collection`, and knows neither free-busy nor expansion. */
export async function startRadicale(): Promise<CaldavServer> {
  const port = await findFreePort();
  const directory = mkdtempSync(join(scratch, "kairos-radicale-"));
  const file = (name: string) => join(directory, name);
  writeFileSync(file("users"), "ann@example.com:geheim\n");
  writeFileSync(
    file("config"),
    [
      `[server]\nhosts = 127.0.0.1:${port}`,
      `[auth]\ntype = htpasswd\nhtpasswd_filename = ${file("users")}\nhtpasswd_encryption = plain\ndelay = 0`,
      `[storage]\nfilesystem_folder = ${file("collections")}\n[logging]\nlevel = critical\n`,
    ].join("\n"),
  );
  const server = spawn("radicale", ["--config", file("config")], { stdio: "ignore" });
  return {
    ...{ url: `http://127.0.0.1:${port}`, username: "ann@example.com", password: "geheim" },
    home: "/ann%40example.com/",
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
