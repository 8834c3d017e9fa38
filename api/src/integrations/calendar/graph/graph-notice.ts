import { orElse } from "../failure.ts";
import type { Notice, NoticeReading, NoticeRequest, Watch, WatchRequest } from "../notice.ts";
import { asJson, cutOff, type GraphClient, type Json } from "./graph-client.ts";
import { textOf } from "./graph-event.ts";
import { isoOf } from "./graph-writes.ts";

/** The longest that Graph keeps a subscription to events is a week, less some minutes for clocks that differ. */
const LONGEST_MS = (7 * 24 * 60 - 15) * 60_000;
/** Graph's tokens are some hundred characters. */
const LONGEST_TOKEN = 4096;

export async function startWatch(client: GraphClient, calendarId: string, request: WatchRequest): Promise<Watch> {
  const { address, secret } = request;
  const body = {
    ...{ changeType: "created,updated,deleted", resource: `/me/calendars/${calendarId}/events` },
    ...{ notificationUrl: address, lifecycleNotificationUrl: address, clientState: secret },
    expirationDateTime: isoOf(Date.now() + LONGEST_MS),
  };
  return watchOf(await client.ask("/subscriptions", { method: "POST", body }), secret);
}

function watchOf(subscription: Json, secret: string): Watch {
  const id = textOf(subscription["id"]);
  const expiresAt = Date.parse(textOf(subscription["expirationDateTime"]));
  if (id === "" || Number.isNaN(expiresAt)) throw cutOff();
  return { id, resourceId: null, secret, expiresAt };
}

/** One that ended meanwhile begins anew. */
export async function renewWatch(
  client: GraphClient,
  calendarId: string,
  watch: Watch,
  request: WatchRequest,
): Promise<Watch> {
  const body = { expirationDateTime: isoOf(Date.now() + LONGEST_MS) };
  const renewed = client.ask(subscriptionPath(watch), { method: "PATCH", body });
  return orElse(
    renewed.then((subscription) => watchOf(subscription, watch.secret)),
    ({ failure }) => failure.kind === "notFound",
    () => startWatch(client, calendarId, request),
  );
}

export async function stopWatch(client: GraphClient, watch: Watch): Promise<null> {
  const stopped = client.ask(subscriptionPath(watch), { method: "DELETE" });
  await orElse(
    stopped,
    ({ failure }) => failure.kind === "notFound",
    (): Json => ({}),
  );
  return null;
}

function subscriptionPath({ id }: Watch): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

const lifecycle = new Map<string, Notice["event"]>([
  ["reauthorizationRequired", "expiring"],
  ["subscriptionRemoved", "ended"],
  ["missed", "missed"],
]);

export function readGraphNotices({ query, body }: NoticeRequest): NoticeReading {
  const token = query["validationToken"];
  if (typeof token === "string" && token.length <= LONGEST_TOKEN) return { kind: "handshake", answer: token };
  const { value } = asJson(body);
  const notices = (Array.isArray(value) ? value : []).map(asJson).flatMap((item): Notice[] => {
    const [watchId, secret] = [textOf(item["subscriptionId"]), textOf(item["clientState"])];
    const event = "lifecycleEvent" in item ? lifecycle.get(textOf(item["lifecycleEvent"])) : "changed";
    return watchId === "" || event === undefined ? [] : [{ watchId, secret, event }];
  });
  return { kind: "notices", notices };
}
