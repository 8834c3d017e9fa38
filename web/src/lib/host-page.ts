import { useSyncExternalStore } from "react";
import { type FrameMessage, type Look, lookOf, readLook, sealed } from "./embed-protocol.ts";

/**
 * Whether this document may stand in another site's page: only below this path the server allows it. It is decided
 * once, so that no step within the frame can lead it to pages that must not be framed.
 */
export const embedded = globalThis.location?.pathname.startsWith("/embed/") ?? false;

/** The page around us, known from its first word on; it may be nobody, when the address was opened by itself. */
let host: string | null = null;
let look: Look = lookFromAddress();
let untold: FrameMessage[] = [];
const listeners = new Set<() => void>();

/** Goes to the page around, or waits until there is one. Outside of a frame nobody is told. */
export function tellHost(message: FrameMessage): void {
  if (!embedded || parent === window) return;
  if (host) parent.postMessage(sealed(message), host);
  else untold = [...untold.filter(({ type }) => type !== message.type), message];
}

/** The accent that the page around asks for; null leaves it to the coach. */
export function useHostAccent(): string | null {
  return useSyncExternalStore(subscribe, () => look.accent);
}

/** Begins to talk with the page around. Its first answer fixes whom we listen to and speak to from then on. */
export function greetHost(): void {
  if (!embedded) return;
  dress();
  document.addEventListener("click", leaveInOwnTab, { capture: true });
  if (parent === window) return;
  addEventListener("message", ({ source, origin, data }) => {
    const said = readLook(data);
    if (!said || source !== parent || origin === "null" || (host !== null && origin !== host)) return;
    look = said;
    host = origin;
    dress();
    for (const listener of listeners) listener();
    const waiting = untold;
    untold = [];
    for (const message of waiting) tellHost(message);
  });
  reportHeight();
  addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented) tellHost({ type: "close" });
  });
  // It says nothing, so anybody may hear it.
  parent.postMessage(sealed({ type: "hello" }), "*");
}

/** The first paint knows the theme already; later changes come as messages. */
function lookFromAddress(): Look {
  const asked = new URLSearchParams(globalThis.location?.search);
  return lookOf(asked.get("fit"), asked.get("theme"), asked.get("accent"));
}

function dress(): void {
  const { dataset } = document.documentElement;
  dataset["embedded"] = look.fit;
  // Without an answer there is nobody who makes the frame as high as its content: it may have to scroll.
  if (host !== null && look.fit === "inline") dataset["grows"] = "";
  else delete dataset["grows"];
  if (look.theme) dataset["theme"] = look.theme;
  else delete dataset["theme"];
}

/** What a link leads to must not be framed, or would be lost with the frame. Before the router, which would stay inside. */
function leaveInOwnTab(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.download || link.target === "_top" || link.pathname === location.pathname) return;
  link.target = "_blank";
  link.rel = "noopener";
  event.stopImmediatePropagation();
}

function reportHeight(): void {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height > 0) tellHost({ type: "height", height });
  }).observe(document.body);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
