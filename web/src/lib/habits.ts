import { useSyncExternalStore } from "react";

/** How somebody reads dates and times, whatever was or was not chosen. */
export type Habits = {
  /** English in the reader's regional order: the copy is English, the habits are hers. */
  readonly locale: "en-US" | "en-GB";
  readonly hour12: boolean;
  /** 0 = Sunday … 6 = Saturday. */
  readonly firstWeekday: number;
};

/** What was chosen; null where the locale, or the browser, decides. */
export type HabitChoice = {
  readonly locale: string | null;
  readonly hourCycle: "H12" | "H24" | null;
  readonly firstWeekday: number | null;
};

export const noChoice: HabitChoice = { locale: null, hourCycle: null, firstWeekday: null };

const storageKey = "kairos.habits";
const american = new Set(["US", "CA", "PH", "PR"]);
const listeners = new Set<() => void>();

let onDevice: HabitChoice = remembered();
/** Those of a signed-in coach go before those of the device she happens to use. */
let ofAccount: HabitChoice | null = null;
let current: Habits = habitsOf(onDevice);

export const habits = (): Habits => current;
export const deviceChoice = (): HabitChoice => onDevice;

/** Reads again whenever a habit changes; whoever only formats is rendered anew by the page's root. */
export function useHabits(): Habits {
  return useSyncExternalStore(subscribe, habits);
}

/** Makes something of the reader's habits, and anew only when they change: an Intl format costs far more than its use. */
export function perHabits<Made>(make: (habits: Habits) => Made): () => Made {
  let made: { readonly of: Habits; readonly value: Made } | null = null;
  return () => {
    const now = habits();
    if (made?.of !== now) made = { of: now, value: make(now) };
    return made.value;
  };
}

/** A visitor's own choice, remembered on this device. */
export function chooseHabits(choice: Partial<HabitChoice>): void {
  onDevice = { ...onDevice, ...choice };
  try {
    if (Object.values(onDevice).every((value) => value === null)) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(onDevice));
  } catch {
    // Storage may be closed to us in private windows: the choice then lasts as long as the page.
  }
  settle();
}

/** The preferences of whoever is signed in; null leaves it to the device again. */
export function adoptHabits(choice: HabitChoice | null): void {
  ofAccount = choice;
  settle();
}

/** What a choice comes to: it, else what its locale does, else the browser's. A locale nobody knows counts as none. */
export function habitsOf({ locale, hourCycle, firstWeekday }: HabitChoice): Habits {
  const language = usable(locale) ?? usable(globalThis.navigator?.language) ?? "en-US";
  const region = new Intl.Locale(language).maximize().region ?? "";
  const format = american.has(region) ? "en-US" : "en-GB";
  return {
    locale: format,
    hour12: hourCycle === null ? hour12In(language) : hourCycle === "H12",
    firstWeekday: firstWeekday ?? firstWeekdayIn(language) ?? (format === "en-US" ? 0 : 1),
  };
}

function settle(): void {
  const next = habitsOf(ofAccount ?? onDevice);
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  for (const listener of listeners) listener();
}

function hour12In(language: string): boolean {
  return new Intl.DateTimeFormat(language, { hour: "numeric" }).resolvedOptions().hour12 === true;
}

function firstWeekdayIn(language: string): number | null {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } } =
    new Intl.Locale(language);
  const firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
  return firstDay === undefined ? null : firstDay % 7;
}

/** Chromium without a system language calls itself "en-US@posix", which Intl refuses. */
function usable(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): HabitChoice {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    if (typeof value !== "object" || value === null) return noChoice;
    const { hourCycle, firstWeekday }: { hourCycle?: unknown; firstWeekday?: unknown } = value;
    return {
      locale: null,
      hourCycle: hourCycle === "H12" || hourCycle === "H24" ? hourCycle : null,
      firstWeekday: isWeekday(firstWeekday) ? firstWeekday : null,
    };
  } catch {
    return noChoice;
  }
}

function isWeekday(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 6;
}
