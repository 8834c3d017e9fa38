import { expect, test } from "vitest";
import type { MeetingProvider } from "./meeting-provider.ts";

/** What every provider of meetings must do. */
export function meetingProviderSuite(open: () => MeetingProvider): void {
  test("gives an address that begins with https and says nothing about anybody", async () => {
    const { url } = await open().create();
    expect(new URL(url).protocol).toBe("https:");
    expect(url.length).toBeLessThan(300);
  });

  test("gives a new address each time, with at least 128 bits that nobody can guess", async () => {
    const provider = open();
    const urls = await Promise.all(Array.from({ length: 200 }, () => provider.create()));
    const names = urls.map(({ url }) => new URL(url).pathname.slice(1).replace(/^.*-/, ""));
    expect(new Set(names).size).toBe(200);
    // Signs of 32: 26 of them are 130 bits.
    for (const name of names) expect(name).toMatch(/^[a-z2-7]{26,}$/);
    const seen = new Set(names.join(""));
    expect(seen.size).toBe(32);
  });
}
