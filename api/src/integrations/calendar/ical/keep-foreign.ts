import ICAL from "ical.js";

/** What a draft says of an event. All else in it is the coach's own. */
const ours = new Set([
  ...["uid", "sequence", "dtstamp", "dtstart", "dtend", "duration", "rrule", "rdate", "exdate", "recurrence-id"],
  ...["summary", "description", "location", "status", "transp", "class", "created", "last-modified"],
  ...["x-microsoft-cdo-busystatus", "x-apple-structured-location"],
]);

/** A new text of an event with what the coach added to the old one: alarms, a colour, guests of her own. */
export function keepForeign(text: string, before: string): string {
  const old = parse(before);
  const fresh = parse(text);
  if (old === null || fresh === null) return text;
  const known = new Map(old.getAllSubcomponents("vevent").map((event) => [placeOf(event), event]));
  let kept = 0;
  for (const event of fresh.getAllSubcomponents("vevent")) {
    const source = known.get(placeOf(event));
    for (const property of source?.getAllProperties() ?? []) {
      if (ours.has(property.name)) continue;
      event.addProperty(new ICAL.Property(structuredClone(property.toJSON())));
      kept++;
    }
    for (const part of source?.getAllSubcomponents() ?? []) {
      event.addSubcomponent(new ICAL.Component(structuredClone(part.toJSON())));
      kept++;
    }
  }
  return kept === 0 ? text : `${fresh.toString()}\r\n`;
}

function parse(text: string): ICAL.Component | null {
  try {
    return ICAL.Component.fromString(text);
  } catch {
    return null;
  }
}

/** The occurrence that a part is about, by its wall time as it is written; empty for the event itself. */
function placeOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue("recurrence-id") ?? "");
}
