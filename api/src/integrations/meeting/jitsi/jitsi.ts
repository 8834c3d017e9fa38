import { randomBytes } from "node:crypto";
import type { MeetingProvider } from "../meeting-provider.ts";

const SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
const SIGN_COUNT = 32;

/** Rooms of a Jitsi server: one is there as soon as somebody enters it, so that a name nobody can guess is all it takes. */
export function createJitsi({ origin }: { readonly origin: string }): MeetingProvider {
  return {
    create: async () => {
      // Each byte gives five of its bits: 32 signs are 160 random bits.
      const name = Array.from(randomBytes(SIGN_COUNT), (byte) => SIGNS[byte % SIGNS.length]).join("");
      return { url: `${origin}/kairos-${name}` };
    },
  };
}
