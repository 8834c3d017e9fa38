import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

const known = new WeakMap<IncomingMessage, string>();

/** The id under which a request stands in the logs and in its answer. Made here: a caller cannot choose it. */
export function requestIdOf(request: IncomingMessage): string {
  const id = known.get(request) ?? randomUUID();
  known.set(request, id);
  return id;
}
