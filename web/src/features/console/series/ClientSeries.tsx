import { useId } from "react";
import { Link, useLocation } from "wouter";
import { type ClientPartsFragment, useSeriesListQuery, useSeriesSettingQuery } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, formatTime, wallTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import styles from "../clients/ClientPanel.module.css";
import { useCoach } from "../shell/coach.ts";
import { useKeptSeries } from "./kept-series.ts";
import { ruleWords } from "./pattern-words.ts";
import { newSeriesDraft } from "./series-draft.ts";
import { standing } from "./series-words.ts";

const SHOWN = 5;

/** A client's series, and the way to another one. */
export function ClientSeries({ client }: { readonly client: ClientPartsFragment }) {
  const title = useId();
  const coach = useCoach();
  const [, navigate] = useLocation();
  const [, keep] = useKeptSeries();
  const { data } = useSeriesListQuery({
    variables: { first: SHOWN, client: client.id },
    fetchPolicy: "cache-and-network",
  });
  const setting = useSeriesSettingQuery();
  const first = setting.data?.viewer?.sessionTypes?.find(({ active }) => active);
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const series = data?.viewer?.series?.edges.map(({ node }) => node) ?? [];
  function add() {
    if (!first) return;
    const { id, name, email, timeZone } = client;
    const start = `${addDays(today, 1)}T10:00`;
    const clients = [{ id, name, email, timeZone }];
    keep(() => newSeriesDraft({ start, sessionTypeId: first.id, minutes: first.minutes[0] ?? 60, clients }));
    navigate("/console/series/new");
  }
  return (
    <section className={styles.section} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          Series
        </h3>
        {first && (
          <Button size="s" icon="plus" aria-label={`New series for ${client.name}`} onPress={add}>
            New series
          </Button>
        )}
      </div>
      {series.length > 0 && (
        <ul className={styles.rows}>
          {series.map((one) => (
            <li key={one.id} className={styles.link}>
              <span className={styles.what}>
                <Link href={`/console/series/${one.id}`}>
                  {ruleWords(one.pattern)}, {formatTime(one.pattern.localTime)}
                </Link>
                <span className={styles.facts}>
                  {one.sessionType.name}, {standing(one, today).words.toLowerCase()}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
