import { useState } from "react";
import type { SettingPartsFragment } from "../../../generated/console.ts";
import type { PreferencesInput } from "../../../generated/schema.ts";
import { weekdayName } from "../../../lib/calendar.ts";
import { habitsOf, noChoice } from "../../../lib/habits.ts";
import { formatDate, formatTime, wallTime } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { ZonePicker } from "../../slots/ZonePicker.tsx";
import { useCoach } from "../shell/coach.ts";
import type { SaveProblem } from "../shell/save-problem.ts";
import { localeOptions } from "./locales.ts";
import styles from "./Settings.module.css";
import { SettingsSection } from "./SettingsSection.tsx";
import { useSaveSettings } from "./use-save-settings.ts";

const USUAL = "usual";

/** Each choice is saved as it is made. */
export function ClockSettings({ coach }: { readonly coach: SettingPartsFragment }) {
  const { offsetMinutes } = useCoach();
  const { save } = useSaveSettings();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const preferences = coach.preferences ?? noChoice;
  const usual = habitsOf({ ...noChoice, locale: preferences.locale });
  const now = wallTime(useNow(10_000), offsetMinutes);

  async function take(input: Parameters<typeof save>[0], done: string) {
    const refused = await save(input);
    setProblem(refused);
    if (refused === null) toast({ tone: "success", message: done });
  }
  const prefer = (change: PreferencesInput) => void take({ preferences: change }, "Times are written so from now on.");
  return (
    <SettingsSection
      title="Your clock"
      lead="How the console writes dates and times. Clients read them in their own way."
    >
      <div>
        <p className={styles.label}>Home time zone</p>
        <ZonePicker
          as="field"
          label="Home time zone"
          zone={{ id: coach.timeZone, offsetMinutes }}
          onChange={({ id }) => void take({ timeZone: id }, "Your home zone is saved.")}
        />
        <p className={styles.hint}>
          Your calendar is shown in it, and limits and dates count by it. Hours keep the zone they were written in, and
          booked sessions stay where they are.
        </p>
      </div>
      <Select
        dense
        label="Dates and times as in"
        options={localeOptions(preferences.locale)}
        value={preferences.locale ?? USUAL}
        onChange={(locale) => prefer({ locale: locale === USUAL ? null : locale })}
        hint={`Now it is ${formatDate(now, "full")}, ${formatTime(now)}.`}
      />
      <div className={styles.pair}>
        <Segmented
          label="Clock"
          options={[
            { id: "H24", label: "24 hours" },
            { id: "H12", label: "12 hours" },
          ]}
          value={(preferences.hourCycle ?? (usual.hour12 ? "H12" : "H24")) === "H12" ? "H12" : "H24"}
          onChange={(hourCycle) => prefer({ hourCycle: (hourCycle === "H12") === usual.hour12 ? null : hourCycle })}
        />
        <Select
          dense
          label="Week begins on"
          options={WEEKDAYS.map((day) => ({ id: String(day), label: weekdayName(day) }))}
          value={String(preferences.firstWeekday ?? usual.firstWeekday)}
          onChange={(day) => prefer({ firstWeekday: Number(day) === usual.firstWeekday ? null : Number(day) })}
        />
      </div>
      {problem && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
    </SettingsSection>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];
