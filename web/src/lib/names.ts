import { presentName } from "./zone-names.ts";

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });

/** "Nepal" of NP. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "German (Austria)" of de-AT. */
export const localeName = (tag: string): string => languages.of(tag) ?? tag;

const places: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone").map(presentName));

/** Whether a name is that of a place with its own clock, by CLDR: Europe/Oslo is, Asia/Calcutta and US/Eastern are not. */
export const isOwnPlace = (zone: string): boolean => places.has(zone);
