import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Channel, ChannelError, type Message } from "./channel.ts";

export interface ChannelUnderTest {
  readonly channel: Channel;
  /** The messages that arrived at the other side, oldest first, as the reader's program understands them. */
  arrived(): Promise<readonly Omit<Message, "id">[]>;
}

/** What every channel must do, the built-in mailbox included. `open` gives one with nothing in it. */
export function describeChannel(open: () => ChannelUnderTest): void {
  const messageWith = (parts: Partial<Message>): Message => ({
    id: randomUUID(),
    to: { name: "Maya Chen", address: "maya@example.com" },
    subject: "Your session",
    text: "Hello Maya,\n\nsee you tomorrow.",
    ...parts,
  });

  test("a message arrives as it was written", async () => {
    const { channel, arrived } = open();
    const { id, ...message } = messageWith({});
    await channel.send({ id, ...message });
    expect(await arrived()).toEqual([message]);
  });

  test("messages without a name, in other scripts and of many lines arrive as they were written", async () => {
    const { channel, arrived } = open();
    const text = `Größe, 日本語, עברית, 👩🏽‍💻\n${"a line of text\n".repeat(500)}`;
    await channel.send(
      messageWith({ to: { name: null, address: "a@example.com" }, subject: "Größe 日本語 👩🏽‍💻", text }),
    );
    expect(await arrived()).toEqual([
      { to: { name: null, address: "a@example.com" }, subject: "Größe 日本語 👩🏽‍💻", text },
    ]);
  });

  test("the same id arrives once, even when sent twice at the same time", async () => {
    const { channel, arrived } = open();
    const message = messageWith({});
    const [first, second] = await Promise.all([channel.send(message), channel.send(message)]);
    expect(await channel.send(message)).toEqual(first);
    expect(second).toEqual(first);
    expect(await arrived()).toHaveLength(1);
  });

  test("what arrived can be found by its id, and nothing else", async () => {
    const { channel } = open();
    const message = messageWith({});
    const delivered = await channel.send(message);
    expect(await channel.find(message.id)).toEqual(delivered);
    expect(await channel.find(randomUUID())).toBeNull();
  });

  test("a subject and a name with line breaks cannot add headers or lines", async () => {
    const { channel, arrived } = open();
    const to = { name: "Eve\r\nBcc: all@example.com", address: "eve@example.com" };
    await channel.send(messageWith({ to, subject: "Hi\r\nContent-Type: text/html\r\n\r\n<b>x</b>" }));
    expect(await arrived()).toMatchObject([
      { to: { name: "Eve Bcc: all@example.com" }, subject: "Hi Content-Type: text/html <b>x</b>" },
    ]);
  });

  test("markup in any part arrives as the characters it is", async () => {
    const { channel, arrived } = open();
    const markup = `<script>alert("1")</script> & </pre> &lt; {{7*7}} %s \${x}`;
    await channel.send(
      messageWith({ to: { name: markup, address: "eve@example.com" }, subject: markup, text: markup }),
    );
    expect(await arrived()).toMatchObject([{ to: { name: markup }, subject: markup, text: markup }]);
  });

  test.each([
    "",
    "nobody",
    "a@b@c",
    "a@example.com, b@example.com",
    "Ann <a@example.com>",
    "a@example.com\r\nBcc: b@example.com",
  ])("the address %j is refused for good and nothing arrives", async (address) => {
    const { channel, arrived } = open();
    const refusal = await channel.send(messageWith({ to: { name: null, address } })).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ChannelError);
    expect(refusal).toMatchObject({ permanent: true });
    expect(await arrived()).toEqual([]);
  });
}
