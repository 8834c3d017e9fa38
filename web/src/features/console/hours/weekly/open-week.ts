/** Minutes. The weeks of a cycle lie on a circle that begins at the midnight before its first Sunday. */
export const DAY = 1440;
export const WEEK = 7 * DAY;

/** One stretch of open hours: where it begins on the circle, and how long it is, below a day or a whole one. */
export interface OpenWindow {
  readonly key: string;
  readonly at: number;
  readonly minutes: number;
  /** What stands in its two fields while somebody types there; else null. */
  readonly typed: { readonly start: string; readonly end: string } | null;
}

export interface OpenWeek {
  readonly cycleWeeks: number;
  readonly windows: readonly OpenWindow[];
}

export const circleOf = ({ cycleWeeks }: Pick<OpenWeek, "cycleWeeks">): number => cycleWeeks * WEEK;

/** Day of the circle, 0 to 7 × weeks − 1, on which a window begins. */
export const dayOf = ({ at }: Pick<OpenWindow, "at">): number => Math.floor(at / DAY);

export const windowsOn = ({ windows }: OpenWeek, day: number): OpenWindow[] =>
  windows.filter((window) => dayOf(window) === day).toSorted((a, b) => a.at - b.at);

export const openMinutes = ({ windows }: OpenWeek): number => windows.reduce((sum, { minutes }) => sum + minutes, 0);

/** Opens the same stretch of each of the days; what it meets or touches becomes one with it. */
export function opened(week: OpenWeek, days: readonly number[], from: number, to: number): OpenWeek {
  return days.reduce((before, day) => {
    const window = { key: freshKey(before), at: wrap(day * DAY + from, before), minutes: to - from, typed: null };
    return settled({ ...before, windows: [...before.windows, window] }, window.key);
  }, week);
}

/** Puts a window elsewhere, whatever is there; settled() then joins it with what it meets. */
export function placed(week: OpenWeek, key: string, at: number, minutes: number): OpenWeek {
  const begin = wrap(at, week);
  const longest = begin % DAY === 0 ? DAY : DAY - 1;
  const length = Math.min(Math.max(minutes, 1), longest);
  return changed(week, key, (window) => ({ ...window, at: begin, minutes: length, typed: null }));
}

export const closed = (week: OpenWeek, key: string): OpenWeek => ({
  ...week,
  windows: week.windows.filter((window) => window.key !== key),
});

/** Joins a window with all that it meets or touches. Touching at midnight joins nothing: a day is a day. */
export function settled(week: OpenWeek, key: string): OpenWeek {
  const own = week.windows.find((window) => window.key === key);
  if (own === undefined) return week;
  let rest = week.windows.filter((window) => window !== own);
  let [start, end] = [own.at, own.at + own.minutes];
  for (let met = meeting(rest, start, end, week); met !== null; met = meeting(rest, start, end, week)) {
    const { window, at } = met;
    rest = rest.filter((one) => one !== window);
    [start, end] = [Math.min(start, at), Math.max(end, at + window.minutes)];
  }
  if (rest.length === week.windows.length - 1) return week;
  const joined = stretchesOf(start, Math.min(end, start + circleOf(week)));
  return joined.reduce<OpenWeek>(
    (before, { from, to }, index) => ({
      ...before,
      windows: [
        ...before.windows,
        { key: index === 0 ? key : freshKey(before), at: wrap(from, week), minutes: to - from, typed: null },
      ],
    }),
    { ...week, windows: rest },
  );
}

/** The hours of some days on others, in place of what these had: pairs of from and to. */
export function copied(week: OpenWeek, pairs: readonly (readonly [number, number])[]): OpenWeek {
  const targets = new Set(pairs.map(([, to]) => to));
  const kept = week.windows.filter((window) => !targets.has(dayOf(window)));
  return pairs.reduce<OpenWeek>(
    (before, [from, to]) =>
      windowsOn(week, from).reduce<OpenWeek>((so, { at, minutes }) => {
        const window = { key: freshKey(so), at: at + (to - from) * DAY, minutes, typed: null };
        return settled({ ...so, windows: [...so.windows, window] }, window.key);
      }, before),
    { ...week, windows: kept },
  );
}

/**
 * Another number of weeks in the cycle. Further weeks begin as copies of those there are; weeks that go take their hours along.
 * Weeks are counted as they are shown, from `firstWeekday` on.
 */
export function withCycle(week: OpenWeek, cycleWeeks: number, firstWeekday: number): OpenWeek {
  const offset = firstWeekday * DAY;
  const next = { cycleWeeks, windows: [] };
  const shown = week.windows.map((window) => ({ ...window, at: wrap(window.at - offset, week) }));
  return Array.from({ length: cycleWeeks }, (_, index) => index).reduce<OpenWeek>((before, index) => {
    const of = index % week.cycleWeeks;
    return shown
      .filter(({ at }) => Math.floor(at / WEEK) === of)
      .reduce<OpenWeek>((so, window) => {
        const key = index < week.cycleWeeks ? window.key : freshKey(so);
        const at = wrap(window.at + (index - of) * WEEK + offset, next);
        return { ...so, windows: [...so.windows, { ...window, key, at }] };
      }, before);
  }, next);
}

/** Makes a change to one window and leaves all others the very objects they were. */
export function changed(week: OpenWeek, key: string, change: (window: OpenWindow) => OpenWindow): OpenWeek {
  return { ...week, windows: week.windows.map((window) => (window.key === key ? change(window) : window)) };
}

/** Where there is room for a further stretch on a day: the usual working day, else after the last one, else the widest gap. */
export function roomOn(week: OpenWeek, day: number): { readonly from: number; readonly to: number } | null {
  const taken = windowsOn(week, day);
  const last = taken.at(-1);
  if (last === undefined) return { from: 9 * 60, to: 17 * 60 };
  const end = (last.at % DAY) + last.minutes;
  if (end + 60 + 30 <= DAY) return { from: end + 60, to: Math.min(end + 180, DAY) };
  const gaps = taken.map(({ at }, index) => {
    const before = taken[index - 1];
    return { from: before === undefined ? 0 : (before.at % DAY) + before.minutes, to: at % DAY };
  });
  const widest = gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  return widest !== undefined && widest.to - widest.from >= 30 ? widest : null;
}

/** A key that no window has. */
export function freshKey({ windows }: Pick<OpenWeek, "windows">): string {
  const numbers = windows.map(({ key }) => Number(key.slice(1)));
  return `w${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`;
}

const wrap = (at: number, week: Pick<OpenWeek, "cycleWeeks">): number => {
  const circle = circleOf(week);
  return ((at % circle) + circle) % circle;
};

function meeting(
  windows: readonly OpenWindow[],
  start: number,
  end: number,
  week: OpenWeek,
): { readonly window: OpenWindow; readonly at: number } | null {
  const circle = circleOf(week);
  for (const window of windows) {
    for (const at of [window.at - circle, window.at, window.at + circle]) {
      const over = at + window.minutes;
      if (at < end && start < over) return { window, at };
      if ((over === start && start % DAY !== 0) || (at === end && end % DAY !== 0)) return { window, at };
    }
  }
  return null;
}

/** A stretch as windows: one while it is shorter than a day, else cut at every midnight. */
function stretchesOf(start: number, end: number): { readonly from: number; readonly to: number }[] {
  if (end - start < DAY) return [{ from: start, to: end }];
  const stretches: { from: number; to: number }[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, (Math.floor(from / DAY) + 1) * DAY);
    stretches.push({ from, to });
    from = to;
  }
  return stretches;
}
