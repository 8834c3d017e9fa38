import { describe, expect, test } from "vitest";
import { createCaldavCalendar } from "./caldav.ts";

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
}

/** A server made of answers by address; the rest is 404. */
function connectTo(answers: Readonly<Record<string, () => Response>>, server: string) {
  const sent: Sent[] = [];
  const { signIn } = createCaldavCalendar({
    fetch: async (input, init) => {
      const url = String(input);
      sent.push({ url, authorization: new Headers(init?.headers).get("authorization") });
      return answers[url]?.() ?? new Response("", { status: 404 });
    },
  });
  if (signIn.kind !== "password") throw new Error("CalDAV signs in with a password.");
  const request = { server, username: "ann@example.com", password: "geheim", signal: AbortSignal.timeout(5000) };
  return { sent, outcome: signIn.connect(request) };
}

const redirect = (location: string) => () => new Response(null, { status: 301, headers: { location } });
const told = (property: string, href: string) => () => {
  const found = `<d:prop><c:${property.slice(2)} xmlns:c="${property.startsWith("c:") ? "urn:ietf:params:xml:ns:caldav" : "DAV:"}"><d:href>${href}</d:href></c:${property.slice(2)}></d:prop>`;
  const propstat = `<d:propstat>${found}<d:status>HTTP/1.1 200 OK</d:status></d:propstat>`;
  const body = `<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href>${propstat}</d:response></d:multistatus>`;
  return new Response(body, { status: 207, headers: { "content-type": "application/xml" } });
};

describe("finding calendars", () => {
  test("Apple's are found by their name alone, on the server of the account", async () => {
    const home = "https://p42-caldav.icloud.com:443/123/calendars/";
    const { sent, outcome } = connectTo(
      {
        "https://caldav.icloud.com/": told("d:current-user-principal", "/123/principal/"),
        "https://caldav.icloud.com/123/principal/": told("c:calendar-home-set", home),
      },
      "icloud",
    );
    const homeUrl = "https://p42-caldav.icloud.com/123/calendars/";
    expect(await outcome).toMatchObject({ ok: true, value: { address: "ann@example.com", credentials: { homeUrl } } });
    expect(sent.length).toBe(2);
  });

  test.each(["example.com", "https://cal.example.com"])(
    "%s is asked where such things are well known to be",
    async (server) => {
      const { outcome } = connectTo(
        {
          [`https://${server.replace("https://", "")}/.well-known/caldav`]: redirect("https://dav.example.com/root/"),
          "https://dav.example.com/root/": told("d:current-user-principal", "/me/"),
          "https://dav.example.com/me/": told("c:calendar-home-set", "/me/calendars/"),
        },
        server,
      );
      const homeUrl = "https://dav.example.com/me/calendars/";
      expect(await outcome).toMatchObject({ ok: true, value: { credentials: { homeUrl } } });
    },
  );

  test.each([
    ["another site", "https://evil.example.net/"],
    ["another site under the same country's companies", "https://evil.co.uk/"],
    ["the same site without encryption", "http://cal.shop.co.uk/"],
    ["an inner address", "http://127.0.0.1/"],
  ])("the password is not sent to %s", async (_name, location) => {
    const { sent, outcome } = connectTo({ "https://cal.shop.co.uk/": redirect(location) }, "https://cal.shop.co.uk/");
    expect(await outcome).toMatchObject({
      ok: false,
      failure: { kind: "invalid", detail: "redirected to another site" },
    });
    expect(sent.every(({ url }) => url.startsWith("https://cal.shop.co.uk/"))).toBe(true);
  });

  test("redirects in a circle end, and calendars at another site are not taken", async () => {
    const circle = connectTo(
      { "https://a.example.com/": redirect("https://a.example.com/") },
      "https://a.example.com/",
    );
    expect(await circle.outcome).toMatchObject({
      ok: false,
      failure: { kind: "invalid", detail: "too many redirects" },
    });
    expect(circle.sent.length).toBe(4);
    const away = connectTo(
      {
        "https://a.example.com/": told("d:current-user-principal", "/me/"),
        "https://a.example.com/me/": told("c:calendar-home-set", "https://evil.net/me/"),
      },
      "https://a.example.com/",
    );
    expect(await away.outcome).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  });

  test.each(["", "ftp://example.com/", "https://ann:geheim@example.com/", "javascript:alert(1)", "https://"])(
    "“%s” is no server",
    async (server) => {
      const { sent, outcome } = connectTo({}, server);
      expect(await outcome).toMatchObject({ ok: false });
      expect(sent.filter(({ url }) => !url.startsWith("https://"))).toEqual([]);
    },
  );

  test("a server that is none is told as such", async () => {
    const page = () => new Response("<html>", { headers: { "content-type": "text/html" } });
    const { outcome } = connectTo({ "https://example.com/": page }, "https://example.com/");
    expect(await outcome).toMatchObject({ ok: false, failure: { kind: "notFound", detail: "no CalDAV server" } });
  });
});
