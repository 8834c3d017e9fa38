import { expect, test } from "vitest";
import type { Addressed, Channel } from "./channel.ts";

export interface ChannelUnderTest<M extends Addressed> {
  readonly channel: Channel<M>;
  /** Another message that can be sent. */
  message(): M;
  /** How many messages arrived at the other side. */
  arrived(): Promise<number>;
  /** Null where nothing lies between us and the other side. */
  readonly wire: Wire<M> | null;
}

interface Wire<M extends Addressed> {
  /** How often the other side was called. */
  calls(): number;
  /** What the next call meets: `busy` asks for a pause, the others take the message and do not say so. */
  meet(trouble: "busy" | "answerLost" | "silence"): void;
  /** The same channel, where nobody listens. */
  readonly unreachable: Channel<M>;
  /** The same channel with a time limit that a test can wait for. */
  readonly hasty: Channel<M>;
}

export type Wrong<M> = readonly (readonly [what: string, make: (good: M) => M, cause: "address" | "message"])[];

/** What every channel must do, the built-in mailbox included. `open` gives one with nothing in it. */
export function describeChannel<M extends Addressed>(open: () => ChannelUnderTest<M>, wrong: Wrong<M>): void {
  const start = new Date();

  test("what is taken over arrived once and has an id of the other side", async () => {
    const { channel, message, arrived } = open();
    const result = await channel.send(message());
    expect(result).toEqual({ kind: "handedOver", providerId: expect.stringMatching(/./) });
    expect(await arrived()).toBe(1);
  });

  test("what arrived is found under the same id, and nothing else is", async () => {
    const { channel, message } = open();
    const sent = message();
    const result = await channel.send(sent);
    const found = await channel.find(sent, start);
    const asks = channel.afterUnclear.kind === "ask";
    expect(found).toMatchObject(
      asks
        ? { kind: "found", providerId: result.kind === "handedOver" && result.providerId }
        : { kind: "cannotBeAsked" },
    );
    expect(await channel.find(message(), start)).toMatchObject({ kind: asks ? "notFound" : "cannotBeAsked" });
  });

  test.each(wrong)("%s is refused for good before anything leaves", async (_what, make, cause) => {
    const { channel, message, arrived, wire } = open();
    expect(await channel.send(make(message()))).toMatchObject({
      kind: "rejected",
      cause,
      words: expect.stringMatching(/./),
    });
    expect(await arrived()).toBe(0);
    expect(wire?.calls() ?? 0).toBe(0);
  });

  test("an id that is none is a defect", async () => {
    const { channel, message } = open();
    for (const id of ["", "a\r\nb", "a@b", "x".repeat(81)]) {
      await expect(channel.send({ ...message(), id })).rejects.toThrow(RangeError);
    }
  });

  test("a busy other side is one try, and another one later", async () => {
    const { channel, message, arrived, wire } = open();
    if (!wire) return;
    wire.meet("busy");
    const result = await channel.send(message());
    expect(result).toMatchObject({ kind: "retry", words: expect.stringMatching(/./) });
    expect([null, 7000]).toContain(result.kind === "retry" && result.afterMs);
    expect([await arrived(), wire.calls()]).toEqual([0, 1]);
  });

  test("nobody there is another try later, since nothing left", async () => {
    const { message, wire } = open();
    if (!wire) return;
    expect(await wire.unreachable.send(message())).toMatchObject({ kind: "retry" });
  });

  test.each(["answerLost", "silence"] as const)(
    "%s is unclear, within the time limit, and sent once",
    async (trouble) => {
      const { channel, message, arrived, wire } = open();
      if (!wire) return;
      wire.meet(trouble);
      const sent = message();
      const startedAt = performance.now();
      expect(await (trouble === "silence" ? wire.hasty : channel).send(sent)).toMatchObject({
        kind: "unclear",
        words: expect.stringMatching(/./),
      });
      expect(performance.now() - startedAt).toBeLessThan(5000);
      if (trouble === "answerLost") expect(await arrived()).toBe(1);
      expect(wire.calls()).toBe(1);
      const found = await channel.find(sent, start);
      if (channel.afterUnclear.kind !== "ask") expect(found).toEqual({ kind: "cannotBeAsked" });
      else expect(found).toMatchObject({ kind: trouble === "answerLost" ? "found" : "notFound" });
    },
  );

  test("giving up before it left is no sending; giving up after is unclear", async () => {
    const { channel, message, arrived, wire } = open();
    if (!wire) return;
    expect(await channel.send(message(), AbortSignal.abort())).toMatchObject({ kind: "retry" });
    expect(await arrived()).toBe(0);
    wire.meet("silence");
    const stop = new AbortController();
    const sending = channel.send(message(), stop.signal);
    await expect.poll(() => wire.calls()).toBe(1);
    stop.abort();
    expect(["unclear", "retry"]).toContain((await sending).kind);
  });

  test("many in one call are told apart", async () => {
    const { channel, message, arrived } = open();
    const { batch } = channel;
    const [bad] = wrong;
    if (!batch || !bad) return;
    const results = await batch.send([message(), bad[1](message()), message()]);
    expect(results.map(({ kind }) => kind)).toEqual(["handedOver", "rejected", "handedOver"]);
    expect(await arrived()).toBe(2);
    expect(await batch.send([])).toEqual([]);
    await expect(batch.send(Array.from({ length: batch.largest + 1 }, message))).rejects.toThrow(RangeError);
  });
}
