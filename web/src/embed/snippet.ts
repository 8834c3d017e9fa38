/** What is written on the element, in the order it reads well. */
export type Snippet = Readonly<Partial<Record<"src" | "mode" | "label" | "theme" | "accent", string>>>;

/** The element as a person would write it. */
export function elementOf(attributes: Snippet): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const line = `<kairos-booking${written.join("")}></kairos-booking>`;
  if (line.length <= 80) return line;
  return `<kairos-booking${written.map((attribute) => `\n ${attribute}`).join("")}\n></kairos-booking>`;
}

export function scriptOf(origin: string): string {
  return `<script async src="${origin}/embed.js"></script>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
