/** A half-open stretch of time `[start, end)` in epoch milliseconds. */
export type Interval = { readonly start: number; readonly end: number };

/** Whether two half-open intervals share an instant; touching ones and empty ones do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Sorted, disjoint intervals that cover the same instants. Touching ones become one; empty ones disappear. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((it) => it.start < it.end).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of sorted) {
    if (last !== undefined && start <= last.end) {
      if (end > last.end) last.end = end;
    } else {
      last = { start, end };
      merged.push(last);
    }
  }
  return merged;
}

/** What is left of `from` without `taken`: sorted and disjoint. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merge(taken);
  const left: Interval[] = [];
  let first = 0;
  for (const { start, end } of merge(from)) {
    let cursor = start;
    while (first < holes.length && (holes[first]?.end ?? 0) <= start) first++;
    for (let i = first; i < holes.length; i++) {
      const hole = holes[i];
      if (hole === undefined || hole.start >= end) break;
      if (hole.start > cursor) left.push({ start: cursor, end: hole.start });
      if (hole.end > cursor) cursor = hole.end;
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
}

/** The instants in both lists: sorted and disjoint. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = merge(a);
  const right = merge(b);
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const one = left[i];
    const two = right[j];
    if (one === undefined || two === undefined) break;
    const start = Math.max(one.start, two.start);
    const end = Math.min(one.end, two.end);
    if (start < end) common.push({ start, end });
    if (one.end < two.end) i++;
    else j++;
  }
  return common;
}
