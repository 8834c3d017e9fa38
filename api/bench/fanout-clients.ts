// A process of fanout.bench.ts: opens the sockets, then answers when each frame of a change arrived.
import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";

const [kind, port, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const atOnce = 100;

const query = `subscription SlotsChanged($coach: String!, $link: String!, $from: String!, $to: String!, $timeZone: String!) {
  slotsChanged(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) {
    __typename
    ... on SlotList { revision days { ...Day } }
    ... on SlotChange { revision days { ...Day } }
  }
}
fragment Day on SlotDay { date slots { startAt endAt localStart offsetMinutes seatsLeft } }`;
const variables = {
  coach: "maya-chen",
  link: "intro",
  from: "2026-11-01",
  to: "2026-11-30",
  timeZone: "Europe/Berlin",
};

let arrivals: number[] = [];

function recordArrival(): void {
  arrivals.push(Number(process.hrtime.bigint()) / 1e6);
  if (arrivals.length < count) return;
  process.send?.(arrivals);
  arrivals = [];
}

/** Resolves when the socket is where an idle page is: open, or subscribed with its snapshot received. */
function open(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    const ready = (): void => {
      socket.removeAllListeners("message");
      socket.on("message", recordArrival);
      resolve();
    };
    if (kind === "bare") return void socket.on("open", ready);
    const id = randomUUID();
    socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
    socket.on("message", (message) => {
      const text = String(message);
      if (text.includes("connection_ack"))
        socket.send(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
      else if (text.includes('"SlotList"')) ready();
      else reject(new Error(`Not a snapshot: ${text.slice(0, 200)}`));
    });
  });
}

for (let opened = 0; opened < count; opened += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, open));
}
process.send?.("ready");
