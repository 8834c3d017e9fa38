import { describe, expect, test } from "vitest";
import { type FrameMessage, lookOf, readFrameMessage, readLook, sealed } from "./embed-protocol.ts";

const booked = {
  type: "booked",
  sessionType: "Introductory call",
  startAt: "2027-01-04T09:00:00.000Z",
  endAt: "2027-01-04T09:30:00.000Z",
  status: "pending",
  redirectUrl: "https://www.example.com/thanks",
} as const satisfies FrameMessage;

describe("what a frame says", () => {
  test.each<FrameMessage>([
    { type: "hello" },
    { type: "height", height: 812 },
    { type: "held", startAt: booked.startAt, endAt: booked.endAt },
    { type: "error", code: "LINK_UNAVAILABLE", message: "This booking link is not available." },
    booked,
  ])("is read as it was said: $type", (message) => {
    expect(readFrameMessage(sealed(message))).toEqual(message);
  });

  test("loses whatever it should not hold", () => {
    expect(readFrameMessage(sealed({ ...booked, token: "secret", id: "7" }))).toEqual(booked);
    expect(readFrameMessage(sealed({ ...booked, redirectUrl: "javascript:alert(1)" }))).toEqual({
      ...booked,
      redirectUrl: null,
    });
  });

  test.each([
    ["text", "hello"],
    ["nothing", null],
    ["a message of another script", { type: "hello" }],
    ["one of another version", { ...sealed({ type: "hello" }), kairos: 2 }],
    ["an unknown one", sealed({ type: "navigate", url: "https://evil.example" })],
    ["a height that is none", sealed({ type: "height", height: "100%" })],
    ["a height of nothing", sealed({ type: "height", height: 0 })],
    ["a height beyond measure", sealed({ type: "height", height: Number.POSITIVE_INFINITY })],
  ])("is not heard when it is %s", (_what, data) => {
    expect(readFrameMessage(data)).toBeNull();
  });
});

describe("how a frame is to look", () => {
  test("is read as it was said", () => {
    const look = lookOf("dialog", "dark", "#7a1f5c");
    expect(readLook(sealed({ type: "look", ...look }))).toEqual({ fit: "dialog", theme: "dark", accent: "#7a1f5c" });
  });

  test("keeps to what is known", () => {
    expect(lookOf("wide", "sepia", "red")).toEqual({ fit: "inline", theme: null, accent: null });
    expect(lookOf(undefined, 1, "#7a1f5c; background: url(x)")).toEqual({ fit: "inline", theme: null, accent: null });
    expect(readLook({ type: "look", fit: "dialog" })).toBeNull();
  });
});
