import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hostileTexts } from "../../../test/hostile-texts.ts";
import type { ChannelUnderTest, Wrong } from "./channel.suite.ts";
import type { Email, Recipient } from "./email.ts";
import { manyLines, oneLine } from "./text.ts";

/** A message as the reader's program understands it. What a channel does not keep is undefined. */
export interface ArrivedEmail {
  readonly to: readonly Recipient[];
  readonly subject: string;
  readonly text: string;
  readonly letter?: {
    readonly from: Recipient;
    readonly replyTo: readonly Recipient[];
    readonly html: string | null;
    readonly calendar: { readonly contentType: string; readonly content: string } | null;
    /** Names in small letters. */
    readonly headers: readonly (readonly [name: string, value: string])[];
  };
}

export interface EmailsUnderTest extends ChannelUnderTest<Email> {
  /** Oldest first. */
  read(): Promise<readonly ArrivedEmail[]>;
}

export const sender: Recipient = { name: "Kairos", address: "sessions@kairos.example" };

export function emailWith(parts: Partial<Email> = {}): Email {
  return {
    id: randomUUID(),
    to: { name: "Maya Chen", address: "maya@example.com" },
    subject: "Your session",
    text: "Hello Maya,\n\nsee you tomorrow.\n",
    ...parts,
  };
}

const to = (address: string) => (email: Email) => ({ ...email, to: { name: null, address } });

export const wrongEmails: Wrong<Email> = [
  ["an empty address", to(""), "address"],
  ["a word for an address", to("nobody"), "address"],
  ["an address with two signs", to("a@b@c"), "address"],
  ["two addresses", to("a@example.com, b@example.com"), "address"],
  ["an address with a name in it", to("Ann <a@example.com>"), "address"],
  ["an address with a header in it", to("a@example.com\r\nBcc: b@example.com"), "address"],
  ["an address with what cannot be seen", to("a\u200b@example.com"), "address"],
  ["an address longer than mail allows", to(`${"a".repeat(250)}@example.com`), "address"],
  ["two addresses for answers", (it) => ({ ...it, replyTo: { name: null, address: "a@b.c,d@e.f" } }), "message"],
  ["a message without words", (it) => ({ ...it, text: " \n" }), "message"],
  ["a message larger than a megabyte", (it) => ({ ...it, html: "x".repeat(1024 * 1024 + 1) }), "message"],
  ["a script to unsubscribe at", (it) => ({ ...it, unsubscribeUrl: "javascript:alert(1)" }), "message"],
  ["no address to unsubscribe at", (it) => ({ ...it, unsubscribeUrl: "https://" }), "message"],
];

/** What every channel of mail must carry, without letting anything in it become something else. */
export function describeEmails(open: () => EmailsUnderTest): void {
  const deliver = async (email: Email): Promise<ArrivedEmail> => {
    const { channel, read } = open();
    expect(await channel.send(email)).toMatchObject({ kind: "handedOver" });
    const [arrived, ...more] = await read();
    expect(more).toEqual([]);
    if (!arrived) throw new Error("Nothing arrived.");
    return arrived;
  };

  test("a message arrives as it was written", async () => {
    const email = emailWith();
    const { text, ...arrived } = await deliver(email);
    expect(arrived).toMatchObject({ to: [email.to], subject: email.subject });
    expect(text.trimEnd()).toBe(email.text.trimEnd());
    if (arrived.letter) expect(arrived.letter.from).toEqual(sender);
  });

  test("a message without a name, in other scripts and of many lines arrives as it was written", async () => {
    const text = `Größe, 日本語, עברית, 👩🏽‍💻\n.\n..\nFrom here\n${"a line of text\n".repeat(500)}${"long ".repeat(500)}`;
    const subject = `Größe 日本語 👩🏽‍💻 ${"sehr lang ".repeat(60)}Ende`;
    const arrived = await deliver(emailWith({ to: { name: null, address: "a@example.com" }, subject, text }));
    expect(arrived).toMatchObject({ to: [{ name: null, address: "a@example.com" }], subject });
    expect(arrived.text.trimEnd()).toBe(text.trimEnd());
  });

  test("the coach's name, her address for answers, HTML, a calendar file and a way out arrive", async () => {
    const content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Größe\r\nEND:VCALENDAR\r\n";
    const { letter } = await deliver(
      emailWith({
        ...{ fromName: "Zoë “Z” O’Neil, coach", replyTo: { name: "Zoë (at home)", address: "zoe@example.com" } },
        ...{ html: "<p>Größe &amp; <b>mehr</b></p>", calendar: { method: "REQUEST", content } },
        unsubscribeUrl: "https://kairos.example/stop/abc?x=1,2&y=%20",
      }),
    );
    if (!letter) return;
    expect(letter.from).toEqual({ name: "Zoë “Z” O’Neil, coach", address: sender.address });
    expect(letter.replyTo).toEqual([{ name: "Zoë (at home)", address: "zoe@example.com" }]);
    expect(letter.html?.trim()).toBe("<p>Größe &amp; <b>mehr</b></p>");
    expect(letter.calendar?.content.trim().replaceAll("\r\n", "\n")).toBe(content.trim().replaceAll("\r\n", "\n"));
    expect(letter.calendar?.contentType).toMatch(/^text\/calendar;.*method="?REQUEST/i);
    const headers = Object.fromEntries(letter.headers);
    expect(headers["list-unsubscribe"]).toBe("<https://kairos.example/stop/abc?x=1,2&y=%20>");
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(headers["auto-submitted"]).toBe("auto-generated");
  });

  test("with hostile text in every field it is one message, to one person, without another header", async () => {
    const { channel, read } = open();
    const cases = Object.values(hostileTexts).map((make, i) => ({
      text: make("marked"),
      address: `eve${i}@example.com`,
    }));
    const results = await Promise.all(
      cases.map(({ text, address }) => {
        const replyTo = { name: text, address: "coach@example.com" };
        const to = { name: text, address };
        return channel.send(emailWith({ to, subject: text, text, fromName: text, html: "<p>x</p>", replyTo }));
      }),
    );
    expect(results.map(({ kind }) => kind)).toEqual(cases.map(() => "handedOver"));
    const all = await read();
    expect(all).toHaveLength(cases.length);
    for (const { text, address } of cases) {
      const arrived = all.find((it) => it.to.some((person) => person.address === address));
      const name = oneLine(text);
      expect(spaced(arrived?.to)).toEqual(spaced([{ name, address }]));
      expect(spaced(arrived?.subject)).toBe(spaced(name));
      expect(spaced(arrived?.text)).toBe(spaced(manyLines(text)));
      if (!arrived?.letter) continue;
      const { from, replyTo, headers } = arrived.letter;
      expect(spaced(from)).toEqual(spaced({ name, address: sender.address }));
      expect(spaced(replyTo)).toEqual(spaced([{ name, address: "coach@example.com" }]));
      const names = headers.map(([header]) => header);
      expect(names.filter((header) => !knownHeaders.has(header))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("what names a file or an address of the web in it stays words", async () => {
    const path = "/etc/passwd";
    const arrived = await deliver(emailWith({ text: path, subject: "https://example.com/x" }));
    expect(arrived).toMatchObject({ subject: "https://example.com/x" });
    expect(arrived.text.trim()).toBe(path);
  });
}

const knownHeaders = new Set([
  ...["from", "to", "reply-to", "subject", "message-id", "date", "mime-version", "content-type"],
  ...["content-transfer-encoding", "auto-submitted"],
]);

/** Runs of white space are folded on the way, and a byte order mark at the start of a text is taken off. */
function spaced<T>(value: T): string {
  return JSON.stringify(value)
    .replaceAll("\ufeff", "")
    .replace(/(\s|\\n)+/gu, " ")
    .replaceAll(/ "|" /g, '"');
}
