import type { Account, PasswordConnection } from "../calendar-provider.ts";
import { invalid, orElse, Refusal } from "../failure.ts";
import { asXml, DavClient, type DavOptions, type DavResource, isSameSite, textOf } from "./dav-client.ts";

/** Where Apple's accounts are; the password is one made for this app at account.apple.com. */
const ICLOUD = "https://caldav.icloud.com/";

/** Finds the collection of a user's calendars from an address near it (RFC 6764, RFC 4791 6.2.1). */
export async function connect(options: DavOptions, request: PasswordConnection): Promise<Account> {
  const { server, username, password, signal } = request;
  const url = server === "icloud" ? ICLOUD : server;
  const client = new DavClient(options, { url, username, password, signal });
  const found = await principalOf(client);
  const home = found.home ?? (await homeOf(client, found.principal));
  const homeUrl = new URL(home, client.at);
  if (!isSameSite(client.at, homeUrl)) throw invalid("calendars at another site");
  return { credentials: { kind: "password", homeUrl: homeUrl.href, username, password }, address: username };
}

/** Who we are to the server: asked at the address itself, and then where such things are well known to be. */
async function principalOf(client: DavClient): Promise<{ principal: string; home: string | null }> {
  const given = `${client.at.pathname}${client.at.search}`;
  for (const path of [given, "/.well-known/caldav", "/"]) {
    const found = await orElse(
      client.ask(path, "PROPFIND", "0", wantedProperties),
      ({ failure: { kind, detail } }) => kind === "notFound" || detail === "cut off" || detail === "405",
      () => null,
    );
    const resource = found?.resources[0];
    const principal = hrefOf(resource, "currentUserPrincipal");
    if (principal !== null) return { principal, home: hrefOf(resource, "calendarHomeSet") };
  }
  throw new Refusal({ kind: "notFound", detail: "no CalDAV server" });
}

async function homeOf(client: DavClient, principal: string): Promise<string> {
  const { resources } = await client.ask(principal, "PROPFIND", "0", wantedProperties);
  const home = hrefOf(resources[0], "calendarHomeSet");
  if (home === null) throw new Refusal({ kind: "notFound", detail: "no calendars" });
  return home;
}

const wantedProperties = {
  "d:propfind": { "d:prop": { "d:current-user-principal": {}, "c:calendar-home-set": {} } },
};

function hrefOf(resource: DavResource | undefined, property: string): string | null {
  const { href } = asXml(resource?.properties[property]);
  return textOf(Array.isArray(href) ? href[0] : href);
}
