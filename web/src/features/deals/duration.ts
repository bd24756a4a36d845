import i18next from 'i18next';
import { withOwnSigns } from '@/lib/formats/number-signs.js';

const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const;

/** "3 days, 4 hours": the two largest units. Empty under a minute. */
export function formatDuration(seconds: number): string {
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first === -1) return '';
  let rest = seconds;
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const value = Math.floor(rest / size);
    rest %= size;
    return { unit, value };
  });
  return parts.filter(({ value }) => value > 0)
    .map(({ unit, value }) => withOwnSigns(new Intl.NumberFormat(i18next.language || 'en', { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(value)))
    .join(', ');
}
