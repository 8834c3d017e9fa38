import { accentColours } from "../lib/accent.ts";
import type { Look } from "../lib/embed-protocol.ts";
import type { Settings } from "./settings.ts";

/** With `auto` the booking page is dark where the page around is: many pages are light whatever the device prefers. */
export function lookOf({ theme, accent, mode }: Settings, element: Element): Look {
  const fit = mode === "inline" ? "inline" : "dialog";
  return { fit, theme: theme === "auto" ? themeAround(element) : theme, accent };
}

export const dark = matchMedia("(prefers-color-scheme: dark)");

function themeAround(element: Element): "light" | "dark" {
  const schemes = getComputedStyle(element).colorScheme;
  if (!schemes.includes("dark")) return "light";
  return !schemes.includes("light") || dark.matches ? "dark" : "light";
}

/** The button wears the accent as the page does: lightened or darkened until it can be read. */
export function paint(element: HTMLElement, { theme, accent }: Look): void {
  const colours = accentColours(accent ?? "", theme ?? "light");
  for (const name of ["accent", "hover", "on"] as const) element.style.setProperty(`--${name}`, colours[name]);
  element.dataset["theme"] = theme ?? "light";
}
