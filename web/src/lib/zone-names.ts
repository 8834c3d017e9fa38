/** Zones that browsers report by a name of the past: CLDR never changes an id. The server knows both. */
const presentNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** "Asia/Kathmandu" of Asia/Katmandu; any other name as it stands. */
export const presentName = (zone: string): string => presentNames[zone] ?? zone;

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Nepal" of NP. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

let own: ReadonlySet<string> | null = null;

/** Whether a name is that of a place with its own clock, by CLDR: Europe/Oslo is, Asia/Calcutta and US/Eastern are not. */
export function isOwnPlace(zone: string): boolean {
  own ??= new Set(Intl.supportedValuesOf("timeZone").map(presentName));
  return own.has(zone);
}
