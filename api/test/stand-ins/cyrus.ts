import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { findFreePort } from "../../src/platform/postgres/embedded.ts";
import { type CaldavServer, scratch } from "./caldav-server.ts";

const master = ["/usr/sbin/cyrmaster", "/usr/lib/cyrus/bin/master"].find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

/** Whether tests can have a Cyrus: it and the tools that make its users are there, and we may become its user. */
export const hasCyrus =
  master !== undefined &&
  isRoot &&
  existsSync("/usr/lib/cyrus/bin/httpd") &&
  spawnSync("saslpasswd2", ["-h"]).status !== null;

/** A real CalDAV server with scheduling, nearest to Apple's. It answers some writes without a tag. */
export async function startCyrus(): Promise<CaldavServer> {
  const [imap, http] = [await findFreePort(), await findFreePort()];
  const directory = mkdtempSync(join(scratch, "kairos-cyrus-"));
  chmodSync(directory, 0o755);
  const file = (name: string) => join(directory, name);
  for (const name of ["conf", "conf/proc", "conf/lock", "conf/socket", "spool", "conf/db", "conf/log"]) {
    mkdirSync(file(name), { recursive: true });
  }
  const sockets = file("conf/socket");
  writeFileSync(
    file("imapd.conf"),
    [
      `configdirectory: ${file("conf")}`,
      `proc_path: ${file("conf/proc")}`,
      `mboxname_lockpath: ${file("conf/lock")}`,
      `partition-default: ${file("spool")}`,
      ...["defaultpartition: default", "unixhierarchysep: yes", "altnamespace: yes", "admins: cyrus"],
      ...["httpmodules: caldav", "allowplaintext: yes", "sasl_pwcheck_method: auxprop"],
      ...["sasl_auxprop_plugin: sasldb", `sasl_sasldb_path: ${file("conf/sasldb2")}`, "sasl_mech_list: PLAIN"],
      ...["calendar_user_address_set: example.com", "virtdomains: off"],
      ...[`lmtpsocket: ${sockets}/lmtp`, `idlesocket: ${sockets}/idle`, `notifysocket: ${sockets}/notify`],
    ].join("\n"),
  );
  const service = (name: string, port: number) => `${name} -C ${file("imapd.conf")}" listen="127.0.0.1:${port}"`;
  writeFileSync(
    file("cyrus.conf"),
    [
      `START { recover cmd="/usr/sbin/cyrus ctl_cyrusdb -C ${file("imapd.conf")} -r" }`,
      `SERVICES {\n imap cmd="${service("imapd", imap)} prefork=0\n http cmd="${service("httpd", http)} prefork=1\n}`,
      "EVENTS { }\n",
    ].join("\n"),
  );
  for (const [user, password] of [
    ["cyrus", "admin"],
    ["ann", "geheim"],
  ] as const) {
    spawnSync("saslpasswd2", ["-f", file("conf/sasldb2"), "-p", "-c", user], { input: password });
  }
  spawnSync("chown", ["-R", "cyrus:mail", directory]);
  const server = spawn(String(master), ["-M", file("cyrus.conf"), "-C", file("imapd.conf"), "-p", file("pid")], {
    stdio: "ignore",
  });
  await createMailbox(imap);
  return {
    ...{ url: `http://127.0.0.1:${http}`, username: "ann", password: "geheim", home: "/dav/calendars/user/ann/" },
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The user’s mailbox, in which her calendars will be. */
async function createMailbox(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await speak(port, ["a LOGIN cyrus admin", "b CREATE user/ann", "c LOGOUT"]).catch(String);
    if (answer.includes("b OK") || answer.includes("b NO")) return;
    if (tries === 100) throw new Error(`Cyrus does not start: ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function speak(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.setTimeout(5000, () => socket.destroy());
  socket.on("data", (chunk) => {
    heard += String(chunk);
  });
  await once(socket, "connect");
  socket.write(`${lines.join("\r\n")}\r\n`);
  await once(socket, "close");
  return heard;
}
