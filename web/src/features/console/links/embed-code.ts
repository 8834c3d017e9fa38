export type EmbedMode = "inline" | "popup" | "floating";

export interface EmbedChoice {
  readonly mode: EmbedMode;
  /** What stands on the button. */
  readonly label: string;
}

/** What to paste into another page: the script once, and the element where the booking is to be. */
export function embedCode({ origin, path }: { origin: string; path: string }, { mode, label }: EmbedChoice): string {
  const attributes = [
    `link="${path.replace(/^\//, "")}"`,
    ...(mode === "inline" ? [] : [`mode="${mode}"`, `label="${escaped(label)}"`]),
  ];
  return [
    `<script type="module" src="${origin}/embed.js"></script>`,
    `<kairos-booking ${attributes.join(" ")}></kairos-booking>`,
  ].join("\n");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
