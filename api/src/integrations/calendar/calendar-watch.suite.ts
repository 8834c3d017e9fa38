import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { gained, HOUR, type ProviderUnderTest, start, timed } from "./calendar-under-test.suite.ts";
import { isNoticeOf, type Notice } from "./notice.ts";

/** What a calendar that tells of changes by itself must do besides. */
export function watchSuite(
  open: () => Promise<ProviderUnderTest>,
  box: () => { readonly address: string; arrived(): Promise<readonly Notice[]> },
): void {
  test("a watch tells of changes until it is stopped, and is renewed without a gap", async () => {
    const it = await open();
    const post = box();
    const access = { credentials: it.credentials, signal: AbortSignal.timeout(20_000) };
    const request = () => ({ id: randomUUID(), address: post.address, secret: randomUUID() });
    const [first, second] = [request(), request()];
    const watch = gained(await it.provider.watch(access, it.calendarId, first));
    expect(watch.expiresAt).toBeGreaterThan(Date.now() + 24 * HOUR);
    await post.arrived();
    await it.hand.add(timed("A", start));
    const [notice] = await post.arrived();
    if (!notice) throw new Error("Nothing was told.");
    expect(notice).toEqual({ watchId: watch.id, secret: first.secret, event: "changed" });
    expect(isNoticeOf(notice, watch)).toBe(true);
    expect(isNoticeOf(notice, { id: watch.id, secret: second.secret })).toBe(false);
    expect(isNoticeOf(notice, { id: second.id, secret: first.secret })).toBe(false);
    const renewed = gained(await it.provider.renew(access, it.calendarId, watch, second));
    await post.arrived();
    await it.hand.add(timed("B", start));
    const later = await post.arrived();
    expect(later.map(({ watchId, event }) => [watchId, event])).toEqual([[renewed.id, "changed"]]);
    expect(later.every((told) => isNoticeOf(told, renewed))).toBe(true);
    expect(await it.provider.stop(access, renewed)).toEqual({ ok: true, value: null });
    expect(await it.provider.stop(access, renewed)).toEqual({ ok: true, value: null });
    await it.hand.add(timed("C", start));
    expect(await post.arrived()).toEqual([]);
  });
}
