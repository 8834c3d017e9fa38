import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What a token lets its holder do; a token of one purpose is worthless for another. */
type TokenPurpose = "seat" | "hold" | "waiting" | "offer";

/**
 * Secret links without stored secrets: a token is the row's uuid and a 128-bit HMAC-SHA-256 over purpose and uuid, so
 * that a reminder can write the same link again and a stolen database opens no session.
 */
export interface TokenSigner {
  sign(purpose: TokenPurpose, id: string): string;
  /** The uuid that the token was made for, or null. */
  verify(purpose: TokenPurpose, token: string): string | null;
  /** What may be stored of a short code: without the secret, not even trying them all tells which one it was. */
  sealCode(id: string, code: string): Buffer;
}

const UUID_BYTES = 16;
const MAC_BYTES = 16;

export function createTokenSigner(secret: string): TokenSigner {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "kairos tokens", 32));
  const mac = (purpose: TokenPurpose, id: Buffer) =>
    createHmac("sha256", key).update(purpose).update("\0").update(id).digest().subarray(0, MAC_BYTES);

  return {
    sign(purpose, id) {
      const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
      return Buffer.concat([bytes, mac(purpose, bytes)]).toString("base64url");
    },
    sealCode: (id, code) => createHmac("sha256", key).update(`code\0${id}\0${code}`).digest(),
    verify(purpose, token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== UUID_BYTES + MAC_BYTES) return null;
      const id = bytes.subarray(0, UUID_BYTES);
      if (!timingSafeEqual(mac(purpose, id), bytes.subarray(UUID_BYTES))) return null;
      return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
  };
}

/** SHA-256 of a value's JSON, for comparing inputs that must be the same. */
export function fingerprint(value: unknown): Buffer {
  return createHash("sha256").update(JSON.stringify(value)).digest();
}
