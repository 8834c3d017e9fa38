import { createECDH, hkdfSync } from "node:crypto";

export interface VapidKeys {
  /** The page subscribes with it; base64url. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The order of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Our keys towards push services, made from a secret that is kept anyway: all processes with it have the same ones,
 * and with another secret every subscription has to be made anew. (FIPS 186-5 A.2.1, with 128 bits to spare.)
 */
export function vapidKeysOf(secret: string): VapidKeys {
  const bits = Buffer.from(hkdfSync("sha256", secret, "", "kairos web push", 48)).toString("hex");
  const key = (BigInt(`0x${bits}`) % (order - 1n)) + 1n;
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(key.toString(16).padStart(64, "0"), "hex");
  return {
    publicKey: pair.getPublicKey("base64url"),
    privateKey: Buffer.from(key.toString(16).padStart(64, "0"), "hex").toString("base64url"),
  };
}
