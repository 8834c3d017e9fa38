const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Relay global id: opaque to clients, base64url of `Type:uuid`. */
export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

/** The type and uuid behind a global id, or null when it is not one of ours. */
export function parseGlobalId(globalId: string): { type: string; id: string } | null {
  const [type, id, ...rest] = Buffer.from(globalId, "base64url").toString().split(":");
  return type && id && rest.length === 0 && UUID.test(id) ? { type, id } : null;
}

/** The uuid behind a global id of the expected type, or null. */
export function uuidOf(type: string, globalId: string): string | null {
  const parsed = parseGlobalId(globalId);
  return parsed?.type === type ? parsed.id : null;
}
