/**
 * What a framed booking page and the page around it say to each other. The frame speaks first, with a greeting that
 * holds nothing; the answer tells it the origin it may speak to. What it tells any visitor may know: no ids, no
 * tokens, nothing that was typed.
 */
export type FrameMessage =
  | { type: "hello" }
  /** What the content needs, in CSS pixels. */
  | { type: "height"; height: number }
  /** Another step took the place of the last one: its beginning should be in view. */
  | { type: "step" }
  /** Escape was pressed, and nothing in the frame had a use for it. */
  | { type: "close" }
  | ({ type: "ready" } & ReadyDetail)
  | ({ type: "held" } & HeldDetail)
  | { type: "released" }
  | ({ type: "booked" } & BookedDetail)
  | ({ type: "error" } & ErrorDetail);

type ReadyDetail = { sessionType: string; coach: string };
type HeldDetail = { startAt: string; endAt: string };
type BookedDetail = {
  sessionType: string;
  startAt: string;
  endAt: string;
  status: "confirmed" | "pending";
  /** Where the coach sends clients after booking; the frame never goes there by itself. */
  redirectUrl: string | null;
};
export type ErrorDetail = { code: string; message: string };

/** The one thing the page around says: how the frame should look, as an answer to its greeting and at each change. */
export type Look = {
  /** Inline the frame is as high as its content; in a dialog it may have to scroll. */
  fit: "inline" | "dialog";
  theme: "light" | "dark" | null;
  /** `#rrggbb`; the coach's own without. */
  accent: string | null;
};

/** Each message carries it under the name `kairos`, so that other messages of a page are left alone. */
const version = 1;

export const sealed = <Message extends object>(message: Message) => ({ kairos: version, ...message });

export const isAccent = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value);

export function readLook(data: unknown): Look | null {
  const message = open(data);
  if (message?.["type"] !== "look") return null;
  return lookOf(message["fit"], message["theme"], message["accent"]);
}

/** Whatever is not a known value counts as not given. */
export function lookOf(fit: unknown, theme: unknown, accent: unknown): Look {
  return {
    fit: fit === "dialog" ? "dialog" : "inline",
    theme: theme === "light" || theme === "dark" ? theme : null,
    accent: typeof accent === "string" && isAccent(accent) ? accent : null,
  };
}

export function readFrameMessage(data: unknown): FrameMessage | null {
  const message = open(data);
  if (!message) return null;
  const text = (name: string): string => {
    const value = message[name];
    return typeof value === "string" ? value : "";
  };
  switch (message["type"]) {
    case "hello":
    case "step":
    case "close":
    case "released":
      return { type: message["type"] };
    case "height": {
      const { height } = message;
      return typeof height === "number" && height > 0 && height < 20_000 ? { type: "height", height } : null;
    }
    case "ready":
      return { type: "ready", sessionType: text("sessionType"), coach: text("coach") };
    case "held":
      return { type: "held", startAt: text("startAt"), endAt: text("endAt") };
    case "booked":
      return {
        type: "booked",
        sessionType: text("sessionType"),
        startAt: text("startAt"),
        endAt: text("endAt"),
        status: message["status"] === "pending" ? "pending" : "confirmed",
        redirectUrl: text("redirectUrl").startsWith("https://") ? text("redirectUrl") : null,
      };
    case "error":
      return { type: "error", code: text("code"), message: text("message") };
    default:
      return null;
  }
}

function open(data: unknown): Record<string, unknown> | null {
  if (typeof data !== "object" || data === null || !("kairos" in data) || data.kairos !== version) return null;
  return Object.fromEntries(Object.entries(data));
}
