import { dayIn } from '@/lib/format.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that a filter names; links of before name instants. Null for what is neither. */
export function dayOf(value: string, timeZone: string): string | null {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return null;
  return DAY.test(value) ? value : dayIn(timeZone, instant);
}
