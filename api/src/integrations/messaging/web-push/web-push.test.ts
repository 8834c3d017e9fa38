import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hostileTexts } from "../../../../test/hostile-texts.ts";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { PushService } from "../../../../test/stand-ins/push-service.ts";
import { type ChannelUnderTest, describeChannel, type Wrong } from "../channel.suite.ts";
import type { Push } from "../push.ts";
import { manyLines, oneLine } from "../text.ts";
import { vapidKeysOf } from "./vapid-keys.ts";
import { createWebPush, isBrowserPushService, type WebPushOptions } from "./web-push.ts";

const keys = vapidKeysOf("a secret of the tests, long enough");
let service: PushService;
let road: FaultyRoad;

beforeAll(async () => {
  service = await PushService.start();
  road = await FaultyRoad.to(service.url);
});
beforeEach(() => {
  service.shown.splice(0);
  road.passed.splice(0);
});
afterAll(async () => {
  await road.close();
  await service.close();
});

function webPush(more: Partial<WebPushOptions> = {}) {
  const there = { isPushService: () => true, fetch: PushService.fetchBy(road.url) };
  return createWebPush({ keys, subject: "mailto:coach@example.com", ...there, ...more });
}

function pushWith(parts: Partial<Push> = {}): Push {
  return {
    ...{
      id: randomUUID(),
      to: service.subscribe(keys.publicKey),
      title: "Your session is at 10:00",
      body: "With Maya",
    },
    ...{ url: "https://kairos.example/s/1", tag: "booking-1", ttlSeconds: 3600, urgency: "high" },
    ...parts,
  };
}

const endpoint =
  (address: string) =>
  (push: Push): Push => ({ ...push, to: { ...push.to, endpoint: address } });

const wrong: Wrong<Push> = [
  [
    "a key that is on no curve",
    (it) => ({ ...it, to: { ...it.to, keys: { ...it.to.keys, p256dh: Buffer.alloc(65, 4).toString("base64url") } } }),
    "address",
  ],
  ["an address without TLS", endpoint("http://push.example.com/p/1"), "address"],
  ["an address at another port", endpoint("https://push.example.com:8443/p/1"), "address"],
  ["no address", endpoint("push"), "address"],
  ["a key that is none", (it) => ({ ...it, to: { ...it.to, keys: { ...it.to.keys, p256dh: "AAAA" } } }), "address"],
  [
    "a secret that is too short",
    (it) => ({ ...it, to: { ...it.to, keys: { ...it.to.keys, auth: "AAAA" } } }),
    "address",
  ],
  ["no title", (it) => ({ ...it, title: " \u0000" }), "message"],
  ["a script to open", (it) => ({ ...it, url: "javascript:alert(1)" }), "message"],
  ["no tag", (it) => ({ ...it, tag: "" }), "message"],
];

function open(): ChannelUnderTest<Push> {
  return {
    channel: webPush(),
    message: pushWith,
    arrived: async () => service.shown.length,
    wire: {
      calls: () => road.passed.length,
      meet: (trouble) => {
        if (trouble === "busy") road.meet({ kind: "answer", status: 429, headers: { "retry-after": "7" } });
        else road.meet({ kind: trouble === "silence" ? "silence" : "lostAnswer" });
      },
      unreachable: webPush({ fetch: PushService.fetchBy("http://127.0.0.1:2") }),
      hasty: webPush({ timeoutMs: 300 }),
    },
  };
}

describe("web push as a channel", () => describeChannel(open, wrong));

describe("web push", () => {
  test("says what it says to the browser alone, and how urgent and how long it matters to the service", async () => {
    const push = pushWith();
    const { title, body, url, tag } = push;
    expect(await webPush().send(push)).toMatchObject({
      kind: "handedOver",
      providerId: expect.stringContaining("/m/"),
    });
    const [shown] = service.shown;
    expect(JSON.parse(shown?.text ?? "")).toEqual({ title, body, url, tag });
    expect(shown?.headers).toMatchObject({ ttl: "3600", urgency: "high", topic: expect.stringMatching(/^[\w-]{32}$/) });
    await webPush().send(pushWith({ ttlSeconds: 1e9 }));
    await webPush().send(pushWith({ ttlSeconds: -5, tag: "booking-2" }));
    expect(service.shown.map(({ headers }) => headers["ttl"])).toEqual(["3600", "2419200", "0"]);
    expect(new Set(service.shown.map(({ headers }) => headers["topic"])).size).toBe(2);
  });

  test("stays within what services take, whatever it is given", async () => {
    const long = "日本👩🏽‍💻\n".repeat(2000);
    const url = `https://kairos.example/${"x".repeat(1400)}`;
    expect(await webPush().send(pushWith({ title: long, body: long, url, tag: "t".repeat(100) }))).toMatchObject({
      kind: "handedOver",
    });
    expect(service.shown[0]?.bytes).toBeLessThan(3500);
    const { title, body } = JSON.parse(service.shown[0]?.text ?? "");
    expect([title.length <= 120, body.length <= 400, title.isWellFormed(), body.isWellFormed()]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(body.endsWith("…")).toBe(true);
  });

  test("carries hostile text as text", async () => {
    for (const make of Object.values(hostileTexts)) {
      const text = make("marked").slice(0, 100);
      service.shown.splice(0);
      expect(await webPush().send(pushWith({ title: text, body: text }))).toMatchObject({ kind: "handedOver" });
      expect(JSON.parse(service.shown[0]?.text ?? "")).toMatchObject({
        title: oneLine(text),
        body: manyLines(text).trim(),
      });
    }
  });

  test("knows a subscription that has ended, and one that nobody knows", async () => {
    const push = pushWith();
    service.end(push.to);
    expect(await webPush().send(push)).toEqual({
      kind: "rejected",
      cause: "gone",
      code: "410",
      words: "No such subscription",
    });
    const unknown = { ...push.to, endpoint: "https://push.example.com/p/nobody" };
    expect(await webPush().send(pushWith({ to: unknown }))).toMatchObject({
      kind: "rejected",
      cause: "gone",
      code: "404",
    });
  });

  test("with other keys than the page subscribed with is our own trouble", async () => {
    const result = await webPush({ keys: vapidKeysOf("another secret") }).send(pushWith());
    expect(result).toMatchObject({ kind: "rejected", cause: "account", code: "403" });
  });

  test.each([
    [413, { kind: "rejected", cause: "message" }],
    [400, { kind: "rejected", cause: "message" }],
    [401, { kind: "rejected", cause: "account" }],
    [503, { kind: "retry", afterMs: 7000 }],
    [500, { kind: "unclear" }],
    [307, { kind: "rejected" }],
  ])("answered with %i", async (status, result) => {
    road.meet({
      kind: "answer",
      status,
      headers: { "retry-after": "7", location: "http://127.0.0.1:2/" },
      body: "<p>no</p>",
    });
    expect(await webPush().send(pushWith())).toMatchObject(result);
    expect(road.passed).toHaveLength(1);
  });

  test("calls the push services of browsers alone, whatever a page claims", async () => {
    const services = [
      "fcm.googleapis.com/fcm/send/x",
      "updates.push.services.mozilla.com/wpush/v2/x",
      "web.push.apple.com/x",
    ];
    for (const each of [...services, "wns2-par02p.notify.windows.com/w/?token=x"])
      expect(isBrowserPushService(`https://${each}`)).toBe(true);
    const others = [
      "169.254.169.254/latest",
      "localhost/p",
      "fcm.googleapis.com.evil.example/x",
      "evil.example/fcm.googleapis.com",
    ];
    const options = { keys, subject: "mailto:coach@example.com" };
    for (const each of [...others, "fcm.googleapis.com@evil.example/x", "a.b.push.apple.com.example/x"]) {
      const to = { ...service.subscribe(keys.publicKey), endpoint: `https://${each}` };
      const result = await createWebPush({ ...options, fetch: () => Promise.reject(new Error("called")) }).send(
        pushWith({ to }),
      );
      expect(result).toMatchObject({ kind: "rejected", cause: "address" });
    }
  });

  test("has the same keys for the same secret, and others for another", () => {
    expect(vapidKeysOf("a secret of the tests, long enough")).toEqual(keys);
    expect(vapidKeysOf("another secret")).not.toEqual(keys);
    expect([keys.publicKey.length, keys.privateKey.length]).toEqual([87, 43]);
  });
});
