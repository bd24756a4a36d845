export type RelativePeriod = 'today' | 'past' | 'next';

export interface RelativeDays {
  period: RelativePeriod;
  days: number;
}

/** "-7d" = the last seven days, "+30d" = the next thirty, "today". */
export function parseRelative(value: unknown): RelativeDays | null {
  if (value === 'today') return { period: 'today', days: 0 };
  const [, sign, days] = /^([+-])(\d{1,4})d$/.exec(String(value)) ?? [];
  return sign && days ? { period: sign === '-' ? 'past' : 'next', days: Number(days) } : null;
}

export function formatRelativeDays({ period, days }: RelativeDays): string {
  if (period === 'today') return 'today';
  return `${period === 'past' ? '-' : '+'}${days}d`;
}
