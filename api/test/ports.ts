import { createJitsi } from "../src/integrations/meeting/jitsi/jitsi.ts";
import { type Channel, cleanMessage, type Message } from "../src/integrations/messaging/channel.ts";

/** What leaves Kairos stays here: messages in order of sending, meetings at a made-up server. */
export function createTestPorts() {
  const sent: Message[] = [];
  const delivered = async (message: Message) => {
    sent.push(cleanMessage(message));
    return { reference: message.id };
  };
  const channel: Channel = { send: delivered, find: async () => null };
  return { channel, meetings: createJitsi({ origin: "https://meet.example.com" }), sent };
}
