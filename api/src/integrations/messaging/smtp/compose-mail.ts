import { type Email, extraHeaders, type Recipient } from "../email.ts";

interface ComposedMail {
  readonly messageId: string;
  readonly bytes: Buffer;
}

/** A message in the form it travels in (RFC 5322). `email` is clean. */
export async function composeMail(email: Email, from: Recipient): Promise<ComposedMail> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const messageId = messageIdOf(email.id, from.address);
  const { to, subject, text, html, replyTo, calendar } = email;
  const composer = new MailComposer({
    ...{ from: person({ name: email.fromName ?? from.name, address: from.address }), to: person(to) },
    ...(replyTo && { replyTo: person(replyTo) }),
    ...{ subject, text, messageId, headers: { ...extraHeaders(email) } },
    ...(html !== undefined && { html }),
    ...(calendar && { icalEvent: { method: calendar.method, filename: "session.ics", content: calendar.content } }),
    // What looks like a file's name or an address in our parts must stay text.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return { messageId, bytes: await composer.compile().build() };
}

/** The same for the same delivery: many readers' providers show a message that comes twice once. */
function messageIdOf(id: string, fromAddress: string): string {
  return `<${id.replaceAll(" ", "+").replaceAll(":", "=")}@${fromAddress.split("@")[1] ?? "localhost"}>`;
}

function person({ name, address }: Recipient): { name: string; address: string } {
  return { name: name ?? "", address };
}
