import type { ClientPartsFragment } from "../../../generated/console.ts";
import type { HourCycle, UpdateClientInput } from "../../../generated/schema.ts";

/** In a choice: whatever the locale, or the browser, does. */
export const USUAL = "usual";

export interface ClientDraft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly hourCycle: HourCycle | typeof USUAL;
  readonly firstWeekday: string;
}

export const clientDraftOf = ({ name, email, phone, timeZone, preferences }: ClientPartsFragment): ClientDraft => ({
  name,
  email,
  phone: phone ?? "",
  timeZone,
  locale: preferences.locale ?? USUAL,
  hourCycle: preferences.hourCycle ?? USUAL,
  firstWeekday: preferences.firstWeekday === null ? USUAL : String(preferences.firstWeekday),
});

export function readClient(draft: ClientDraft): Omit<UpdateClientInput, "id"> {
  const { locale, hourCycle, firstWeekday } = draft;
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    phone: draft.phone.trim(),
    timeZone: draft.timeZone,
    preferences: {
      locale: locale === USUAL ? null : locale,
      hourCycle: hourCycle === USUAL ? null : hourCycle,
      firstWeekday: firstWeekday === USUAL ? null : Number(firstWeekday),
    },
  };
}
