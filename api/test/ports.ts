import { createJitsi } from "../src/integrations/meeting/jitsi/jitsi.ts";
import { cleanEmail, type Email, type EmailChannel } from "../src/integrations/messaging/email.ts";

/** What leaves Kairos stays here: messages in order of sending, meetings at a made-up server. */
export function createTestPorts() {
  const sent: Email[] = [];
  const channel: EmailChannel = {
    kind: "email",
    afterUnclear: { kind: "unknowable" },
    async send(email) {
      const clean = cleanEmail(email);
      if ("kind" in clean) return clean;
      sent.push(clean);
      return { kind: "handedOver", providerId: email.id };
    },
    find: async () => ({ kind: "cannotBeAsked" }),
  };
  const meetings = createJitsi({ origin: "https://meet.example.com" });
  return { channel, meetings, publicUrl: "https://kairos.test", sent };
}
