import { useTimeZonesQuery } from "../../../../generated/client.ts";
import type { HolidayPartsFragment } from "../../../../generated/console.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";
import { formatDate } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Switch } from "../../../../ui/Switch.tsx";
import { useCoach } from "../../shell/coach.ts";
import { keptState } from "../../shell/kept-state.ts";
import { PageEmpty } from "../../shell/PageStates.tsx";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { type QuickChange, useQuickChange } from "../change/use-quick-change.tsx";
import { HoursFrame } from "../HoursFrame.tsx";
import { PARTS } from "../parts.ts";
import rows from "../Rows.module.css";
import type { Hours } from "../use-hours.ts";
import { HolidayChooser, type PlaceChoice } from "./HolidayChooser.tsx";
import styles from "./Holidays.module.css";

const useKeptChoice = keptState<PlaceChoice>();
const NOWHERE: PlaceChoice = { country: null, state: null, region: null };

/** The public holidays where the coach lives, each one hers to keep or to work on. */
export function HolidaysPage({ hours }: { readonly hours: Hours }) {
  const { holidays, holidayChoice: choice, today } = hours;
  const [draft, keep] = useKeptChoice();
  const quick = useQuickChange();
  const likely = useLikelyCountry();
  const saved: PlaceChoice = choice
    ? { country: choice.country.code, state: choice.state?.code ?? null, region: choice.region?.code ?? null }
    : NOWHERE;
  useUnsavedMark(PARTS.holidays.mark, draft !== null && JSON.stringify(draft) !== JSON.stringify(saved));
  const choose = () => {
    quick.close();
    keep(() => (choice ? saved : { ...NOWHERE, country: likely }));
  };
  const coming = holidays.filter(({ toDate }) => toDate >= today);
  const years = [...new Set(coming.map(({ fromDate }) => fromDate.slice(0, 4)))];
  return (
    <HoursFrame
      part={PARTS.holidays}
      panel={
        quick.panel ??
        (draft && (
          <HolidayChooser
            draft={draft}
            saved={saved}
            onChange={(next) => keep(() => next)}
            onClose={() => keep(() => null)}
            onDiscard={() => keep(() => (choice ? saved : null))}
          />
        ))
      }
    >
      <div className={rows.page}>
        {choice === null ? (
          <PageEmpty
            title="You work on public holidays"
            action={
              <Button variant="primary" onPress={choose}>
                Choose your country
              </Button>
            }
          >
            Say where you live, and nobody can book on its public holidays. Each one can be switched, year after year.
          </PageEmpty>
        ) : (
          <>
            <div className={rows.lead}>
              <p>
                {[choice.country.name, choice.state?.name, choice.region?.name].filter(Boolean).join(", ")}. Nobody can
                book on the days that are on.
              </p>
              <Button size="s" onPress={choose}>
                Change
              </Button>
            </div>
            {years.map((year) => (
              <section key={year} aria-labelledby={`holidays-${year}`}>
                <h2 id={`holidays-${year}`} className={rows.title}>
                  {year}
                </h2>
                <ul className={styles.list}>
                  {coming
                    .filter(({ fromDate }) => fromDate.startsWith(year))
                    .map((holiday) => (
                      <HolidayRow
                        key={holiday.id}
                        holiday={holiday}
                        busy={quick.busyKey === holiday.id}
                        onSwitch={(observed) => void quick.run(switched(holiday, observed))}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </div>
    </HoursFrame>
  );
}

/** The country of the coach's own zone, where it is that of one country alone. */
function useLikelyCountry(): string | null {
  const coach = useCoach();
  const { data } = useTimeZonesQuery();
  const zone = data?.timeZones.zones.find(
    ({ id, aliases }) => id === coach.timeZone || aliases.includes(coach.timeZone),
  );
  return zone?.countries.length === 1 ? (zone.countries[0] ?? null) : null;
}

function switched({ id, name, fromDate }: HolidayPartsFragment, observed: boolean): QuickChange {
  const day = formatDate(fromDate, "short");
  return {
    key: id,
    change: { observeHolidays: { holidays: [id], observed } },
    question: observed ? `Take ${name} off?` : `Work on ${name}?`,
    verb: observed ? "Take it off" : "Work then",
    done: observed ? `${name}, ${day}, is off.` : `You work on ${name}, ${day}.`,
  };
}

interface HolidayRowProps {
  readonly holiday: HolidayPartsFragment;
  readonly busy: boolean;
  readonly onSwitch: (observed: boolean) => void;
}

function HolidayRow({ holiday, busy, onSwitch }: HolidayRowProps) {
  const { name, fromDate, toDate, observed } = holiday;
  const date = fromDate === toDate ? formatDate(fromDate, "short") : formatDateRange(fromDate, toDate);
  return (
    <li className={styles.holiday} data-off={!observed || undefined}>
      <span className={styles.date}>{date}</span>
      <span className={styles.name}>{name}</span>
      <span className={styles.state}>{observed ? "off" : "you work"}</span>
      <Switch label={`${name}, ${date}: day off`} isSelected={observed} isPending={busy} onChange={onSwitch} />
    </li>
  );
}
