import { localeName } from "../../../lib/names.ts";
import type { Option } from "../../../ui/Select.tsx";

const OFFERED = [
  "en-US",
  "en-GB",
  "en-CA",
  "en-AU",
  "en-IN",
  "da-DK",
  "de-AT",
  "de-CH",
  "de-DE",
  "es-ES",
  "es-MX",
  "fi-FI",
  "fr-CA",
  "fr-FR",
  "it-IT",
  "ja-JP",
  "nl-NL",
  "nb-NO",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "sv-SE",
];

/** The habits to choose from; one that came from elsewhere stays among them. */
export function localeOptions(current: string | null, usual = "This browser"): Option<string>[] {
  const tags = current === null || OFFERED.includes(current) ? OFFERED : [current, ...OFFERED];
  return [{ id: "usual", label: usual }, ...tags.map((id) => ({ id, label: localeName(id) }))];
}
