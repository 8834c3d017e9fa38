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
  let next = week;
  for (const day of days) next = joined(next, day * DAY + from, to - from);
  return next;
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
  let next: OpenWeek = { ...week, windows: rest };
  for (const { from, to } of stretchesOf(start, Math.min(end, start + circleOf(week)))) {
    next = added(next, from, to - from, next.windows.some((window) => window.key === key) ? freshKey(next) : key);
  }
  return next;
}

/** The hours of some days on others, in place of what these had: pairs of from and to. */
export function copied(week: OpenWeek, pairs: readonly (readonly [number, number])[]): OpenWeek {
  const targets = new Set(pairs.map(([, to]) => to));
  let next: OpenWeek = { ...week, windows: week.windows.filter((window) => !targets.has(dayOf(window))) };
  for (const [from, to] of pairs) {
    for (const { at, minutes } of windowsOn(week, from)) next = joined(next, at + (to - from) * DAY, minutes);
  }
  return next;
}

/**
 * Another number of weeks in the cycle. Further weeks begin as copies of those there are; weeks that go take their hours along.
 * Weeks are counted as they are shown, from `firstWeekday` on.
 */
export function withCycle(week: OpenWeek, cycleWeeks: number, firstWeekday: number): OpenWeek {
  const offset = firstWeekday * DAY;
  let next: OpenWeek = { cycleWeeks, windows: [] };
  for (let index = 0; index < cycleWeeks; index += 1) {
    const model = index % week.cycleWeeks;
    for (const window of week.windows) {
      const shownAt = wrap(window.at - offset, week);
      if (Math.floor(shownAt / WEEK) !== model) continue;
      const key = index < week.cycleWeeks ? window.key : freshKey({ windows: [...week.windows, ...next.windows] });
      next = {
        cycleWeeks,
        windows: [...next.windows, { ...window, key, at: wrap(shownAt + (index - model) * WEEK + offset, next) }],
      };
    }
  }
  return next;
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

const added = (week: OpenWeek, at: number, minutes: number, key: string): OpenWeek => ({
  ...week,
  windows: [...week.windows, { key, at: wrap(at, week), minutes, typed: null }],
});

function joined(week: OpenWeek, at: number, minutes: number): OpenWeek {
  const key = freshKey(week);
  return settled(added(week, at, minutes, key), key);
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
