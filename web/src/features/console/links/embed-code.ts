export type EmbedMode = "inline" | "popup" | "floating";
export type EmbedTheme = "auto" | "light" | "dark";

export interface EmbedChoice {
  readonly mode: EmbedMode;
  readonly theme: EmbedTheme;
  /** What stands on the button. */
  readonly label: string;
}

interface Embedded {
  readonly origin: string;
  /** Path of the booking page: /:coach/:link. */
  readonly path: string;
}

/** What to paste into another page: the script, and the element where the booking is to be. */
export function embedCode({ origin, path }: Embedded, { mode, theme, label }: EmbedChoice): string {
  const [coach = "", link = ""] = path.split("/").filter(Boolean);
  const attributes = Object.entries({
    coach,
    link,
    ...(mode !== "inline" && { mode, ...(label.trim() && { label: label.trim() }) }),
    ...(theme !== "auto" && { theme }),
  }).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return [
    `<script async src="${origin}/embed.js"></script>`,
    `<kairos-booking${attributes.join("")}></kairos-booking>`,
  ].join("\n");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
