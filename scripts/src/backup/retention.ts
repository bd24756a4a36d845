import type { Retention } from './settings.js';

interface Aged {
  takenAt: string;
}

const day = 86_400_000;

/**
 * Copies that may go: older than the days that are kept, and not the first one of one of the last months. Of the rest, and of these, the newest
 * `minimumCopies` good ones stay whatever their age; `isGood` is asked until they are found, and when there are too few nothing goes.
 */
export async function expired<T extends Aged>(copies: readonly T[], rule: Retention, now: Date, isGood: (copy: T) => Promise<boolean>): Promise<T[]> {
  const newestFirst = copies.toSorted((a, b) => b.takenAt.localeCompare(a.takenAt));
  const monthly = firstsOfMonths(newestFirst, rule.monthlyCopies, now);
  const old = newestFirst.filter((copy) => now.getTime() - Date.parse(copy.takenAt) > rule.days * day && !monthly.has(copy));
  if (old.length === 0) return [];
  let good = 0;
  for (const [index, copy] of newestFirst.entries()) {
    if (await isGood(copy)) good += 1;
    if (good === rule.minimumCopies) return old.filter((each) => newestFirst.indexOf(each) > index);
  }
  return [];
}

function firstsOfMonths<T extends Aged>(newestFirst: readonly T[], months: number, now: Date): Set<T> {
  const kept = new Map<string, T>();
  for (const copy of newestFirst) {
    const taken = new Date(copy.takenAt);
    const age = (now.getUTCFullYear() - taken.getUTCFullYear()) * 12 + now.getUTCMonth() - taken.getUTCMonth();
    if (age < months) kept.set(copy.takenAt.slice(0, 7), copy);
  }
  return new Set(kept.values());
}
