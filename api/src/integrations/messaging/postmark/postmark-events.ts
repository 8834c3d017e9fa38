import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Fate } from "../channel.ts";
import { type ChannelEvent, type EventReader, headerOf } from "../channel-event.ts";
import { wordsOf } from "../text.ts";
import { deliveryKey } from "./postmark-mail.ts";

export interface PostmarkEventOptions {
  /** User and password as they stand in the webhook's address: `https://user:password@…`. Postmark signs nothing. */
  readonly user: string;
  readonly password: string;
}

/** Postmark's webhooks: deliveries, bounces, complaints, and who wants no more. */
export function createPostmarkEvents({ user, password }: PostmarkEventOptions): EventReader {
  const right = Buffer.from(`Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
  return {
    async read(request) {
      const given = Buffer.from(headerOf(request, "authorization"));
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        return { kind: "forged", words: "The user or the password in the webhook’s address is wrong." };
      }
      const record = read(request.body);
      return { kind: "events", events: record ? eventsOf(record) : [] };
    },
  };
}

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const common = { MessageID: z.string(), Metadata: z.record(z.string(), z.unknown()).optional() };
const returned = { ...common, Email: z.string(), BouncedAt: instant, Description: z.string(), Details: z.string() };

const recordSchema = z.discriminatedUnion("RecordType", [
  z.object({ RecordType: z.literal("Delivery"), ...common, DeliveredAt: instant, Details: z.string() }),
  z.object({ RecordType: z.literal("Bounce"), ...returned, Type: z.string() }),
  z.object({ RecordType: z.literal("SpamComplaint"), ...returned }),
  z.object({
    RecordType: z.literal("SubscriptionChange"),
    ...{ Recipient: z.string(), ChangedAt: instant, SuppressSending: z.boolean() },
    SuppressionReason: z.string().nullish(),
  }),
]);

type PostmarkRecord = z.infer<typeof recordSchema>;

function read(body: string): PostmarkRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** Bounces that are something else: an answering machine, a changed address, a request for proof. */
const noBounce = new Set(["AutoResponder", "AddressChange", "ChallengeVerification", "Subscribe", "OpenRelayTest"]);

function eventsOf(record: PostmarkRecord): ChannelEvent[] {
  if (record.RecordType === "SubscriptionChange") {
    const { Recipient, ChangedAt, SuppressSending, SuppressionReason } = record;
    const words = wordsOf(SuppressionReason ?? "");
    return [{ kind: "consent", address: Recipient, agrees: !SuppressSending, at: ChangedAt, words }];
  }
  const delivery = record.Metadata?.[deliveryKey];
  const about = { providerId: record.MessageID, deliveryId: typeof delivery === "string" ? delivery : null };
  const fate = (name: Fate, at: Date, code: string, words: string): ChannelEvent => {
    return { kind: "fate", ...about, fate: name, at, code, words: wordsOf(words) };
  };
  if (record.RecordType === "Delivery") return [fate("delivered", record.DeliveredAt, "", record.Details)];
  const { BouncedAt: at, Description, Details, Email: address } = record;
  const words = Details || Description;
  if (record.RecordType === "SpamComplaint") return [fate("complained", at, "SpamComplaint", words)];
  const { Type } = record;
  if (Type === "Unsubscribe") return [{ kind: "consent", address, agrees: false, at, words: wordsOf(words) }];
  if (noBounce.has(Type)) return [];
  if (Type === "SpamComplaint") return [fate("complained", at, Type, words)];
  return [fate(Type === "Transient" ? "delayed" : "bounced", at, Type, words)];
}
