import { type FrameMessage, type Look, readFrameMessage, sealed } from "../lib/embed-protocol.ts";
import { frameAddress } from "./settings.ts";

export type Frame = {
  readonly element: HTMLIFrameElement;
  /** Shows what changed in its look. */
  dress(look: Look): void;
  /** Gives its content the room it needs. */
  grow(height: number): void;
  /** Hears no more. */
  close(): void;
};

export type FrameOptions = {
  page: URL;
  label: string;
  look: Look;
  hear: (message: FrameMessage) => void;
};

/** A page that has loaded says so at once; when nothing is heard for so long, something else is in the frame. */
const silenceMs = 10_000;

/** A booking page in an iframe, and the conversation with it. It is only listened to, and spoken to, at its own origin. */
export function openFrame({ page, label, look: first, hear }: FrameOptions): Frame {
  let look = first;
  let heard = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const element = document.createElement("iframe");
  const dress = () => {
    // A frame of another colour scheme than its element gets an opaque ground.
    element.style.colorScheme = look.theme ?? "normal";
  };
  const answer = () => element.contentWindow?.postMessage(sealed({ type: "look", ...look }), page.origin);
  const listen = ({ source, origin, data }: MessageEvent) => {
    if (source !== element.contentWindow || origin !== page.origin) return;
    const message = readFrameMessage(data);
    if (!message) return;
    heard = true;
    clearTimeout(silence);
    if (message.type === "hello") answer();
    if (message.type === "ready") element.title = `${message.sessionType}, ${message.coach}`;
    hear(message);
  };
  element.title = label;
  element.allow = "clipboard-write";
  if (look.fit === "inline") element.loading = "lazy";
  element.src = frameAddress(page, look);
  element.addEventListener("load", () => {
    clearTimeout(silence);
    if (!heard) silence = setTimeout(() => hear(unreachable(page)), silenceMs);
  });
  addEventListener("message", listen);
  dress();
  return {
    element,
    dress(next) {
      look = next;
      dress();
      if (heard) answer();
    },
    grow(height) {
      element.style.blockSize = `${height}px`;
    },
    close() {
      clearTimeout(silence);
      removeEventListener("message", listen);
      element.remove();
    },
  };
}

function unreachable({ origin }: URL): FrameMessage {
  const message = `The booking page did not answer. If ${origin} is up, let this page’s policy allow it: frame-src ${origin}.`;
  return { type: "error", code: "UNREACHABLE", message };
}
