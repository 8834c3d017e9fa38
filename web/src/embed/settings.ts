import { isAccent } from "../lib/embed-protocol.ts";

const modes = ["inline", "popup", "floating"] as const;
const themes = ["auto", "light", "dark"] as const;

/** What a page may write on the element. The first of modes and themes stands where nothing is written. */
export const attributes = [
  ...["coach", "link", "src", "minutes", "name", "email"],
  ...["mode", "label", "theme", "accent"],
] as const;

export type Settings = {
  /** The booking page by itself, for who cannot have it in a frame; null when the element does not say which. */
  page: URL | null;
  mode: (typeof modes)[number];
  label: string;
  theme: (typeof themes)[number];
  accent: string | null;
};

export type Read = (attribute: string) => string | null;

/** Takes what is right and tells, for the person who writes the page, what is wrong and what would be right. */
export function readSettings(read: Read, kairos: string | null): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const oneOf = <Value extends string>(attribute: string, values: readonly [Value, ...Value[]]): Value => {
    const given = read(attribute);
    const found = values.find((value) => value === given);
    if (given && !found)
      problems.push(`${attribute}="${given}" is not known. Write ${values.join(", ")}; until then it is ${values[0]}.`);
    return found ?? values[0];
  };
  const accent = read("accent");
  if (accent && !isAccent(accent))
    problems.push(`accent="${accent}" is no colour in the form #2f5d50. Until then it is the coach’s own.`);
  const settings: Settings = {
    page: pageOf(read, kairos, problems),
    mode: oneOf("mode", modes),
    label: read("label")?.trim() || "Book a session",
    theme: oneOf("theme", themes),
    accent: accent && isAccent(accent) ? accent : null,
  };
  return { settings, problems };
}

/** The address of the same page for a frame. What it looks like is in it too, so that the first paint is right. */
export function frameAddress(page: URL, look: Record<string, string | null>): string {
  const address = new URL(page);
  address.pathname = `/embed${page.pathname}`;
  for (const [name, value] of Object.entries(look)) if (value) address.searchParams.set(name, value);
  return address.href;
}

function pageOf(read: Read, kairos: string | null, problems: string[]): URL | null {
  const page = addressOf(read, kairos);
  const parts = page?.pathname.split("/").filter(Boolean);
  if (!page || parts?.length !== 2) {
    problems.push(
      'It does not say which page to show. Write coach="…" and link="…", or src="…" with the address of a booking page.',
    );
    return null;
  }
  const minutes = read("minutes");
  if (minutes && !/^[1-9]\d{0,3}$/.test(minutes))
    problems.push(`minutes="${minutes}" is no length. Write a number like 45.`);
  else if (minutes) page.searchParams.set("minutes", minutes);
  for (const name of ["name", "email"]) {
    const value = read(name);
    if (value) page.searchParams.set(name, value);
  }
  return page;
}

/** A page on any Kairos when `src` is whole, else on the one that the script came from. */
function addressOf(read: Read, kairos: string | null): URL | null {
  const [coach, link, src] = [read("coach"), read("link"), read("src")];
  const address = src ?? (coach && link && `/${encodeURIComponent(coach)}/${encodeURIComponent(link)}`);
  if (!address || !URL.canParse(address, kairos ?? undefined)) return null;
  const page = new URL(address, kairos ?? undefined);
  return /^https?:$/.test(page.protocol) ? page : null;
}
