import { orElse } from "../failure.ts";
import type { Notice, NoticeReading, NoticeRequest, Watch, WatchRequest } from "../notice.ts";
import { cutOff, type GoogleCalendarClient } from "./google-client.ts";

/** The longest that Google keeps a channel for events. */
const WEEK_SECONDS = 7 * 86_400;

export async function startWatch(
  { ask }: GoogleCalendarClient,
  calendarId: string,
  { id, address, secret }: WatchRequest,
): Promise<Watch> {
  const params = { ttl: String(WEEK_SECONDS) };
  const requestBody = { id, type: "web_hook", address, token: secret, params };
  const channel = await ask((api) => api.events.watch({ calendarId, requestBody }));
  if (!channel.id) throw cutOff();
  const expiresAt = channel.expiration ? Number(channel.expiration) : Date.now() + WEEK_SECONDS * 1000;
  return { id: channel.id, resourceId: channel.resourceId ?? null, secret, expiresAt };
}

/** A channel cannot be made longer: a second one begins before the first one ends, so that nothing is missed. */
export async function renewWatch(
  client: GoogleCalendarClient,
  calendarId: string,
  watch: Watch,
  request: WatchRequest,
): Promise<Watch> {
  const fresh = await startWatch(client, calendarId, request);
  // The old channel runs out by itself; its end must not cost us the new one.
  await orElse(
    stopWatch(client, watch),
    () => true,
    () => null,
  );
  return fresh;
}

export async function stopWatch({ ask }: GoogleCalendarClient, { id, resourceId }: Watch): Promise<null> {
  const stopped = ask((api) => api.channels.stop({ requestBody: { id, ...(resourceId && { resourceId }) } }));
  await orElse(
    stopped,
    ({ failure }) => failure.kind === "notFound",
    () => null,
  );
  return null;
}

/** Google sends headers alone. */
export function readGoogleNotices({ headers }: NoticeRequest): NoticeReading {
  const read = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : "";
  };
  const watchId = read("x-goog-channel-id");
  const state = read("x-goog-resource-state");
  if (watchId === "" || state === "") return { kind: "notices", notices: [] };
  const notice: Notice = {
    watchId,
    secret: read("x-goog-channel-token"),
    event: state === "sync" ? "began" : "changed",
  };
  return { kind: "notices", notices: [notice] };
}
