import type { Models } from "postmark";
import { type Email, extraHeaders, type Recipient } from "../email.ts";

/** The metadata that carries the sender's id. */
export const deliveryKey = "delivery";

interface PostmarkSettings {
  readonly from: Recipient;
  readonly stream?: string;
  readonly trackLinks: Models.LinkTrackingOptions;
}

/** A message as Postmark takes it. `email` is clean. */
export function toPostmark(email: Email, { from, stream, trackLinks }: PostmarkSettings): Models.Message {
  const { id, to, subject, text, html, fromName, replyTo, calendar } = email;
  return {
    ...{ From: mailbox({ name: fromName ?? from.name, address: from.address }), To: mailbox(to) },
    ...{ Subject: subject, TextBody: text, Metadata: { [deliveryKey]: id } },
    ...(html !== undefined && { HtmlBody: html }),
    ...(replyTo && { ReplyTo: mailbox(replyTo) }),
    Headers: Object.entries(extraHeaders(email)).map(([Name, Value]) => ({ Name, Value })),
    ...(calendar && {
      Attachments: [
        {
          ...{ Name: "session.ics", ContentType: `text/calendar; charset=utf-8; method=${calendar.method}` },
          ...{ Content: Buffer.from(calendar.content).toString("base64"), ContentID: null },
        },
      ],
    }),
    ...(stream !== undefined && { MessageStream: stream }),
    // Nobody is followed by what she opens.
    ...{ TrackOpens: false, TrackLinks: trackLinks },
  };
}

/** RFC 5322 3.2.4: a quoted name may hold anything on one line. */
function mailbox({ name, address }: Recipient): string {
  return name === null || name === "" ? address : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}
