import type { Schemas } from '@/lib/api/api-types.js';

export type TimelineEvent = Schemas['TimelineEvent'];

interface Named {
  id: string;
  name: string;
}

/** What events carry, per kind; the document of the API leaves it open. */
export interface EventPayload {
  fields?: Record<string, { from: unknown; to: unknown }>;
  from?: Named;
  to?: Named;
  reason?: string | null;
  excerpt?: string;
  subject?: string;
  dueDate?: string | null;
}

export function payloadOf(event: TimelineEvent): EventPayload {
  return event.payload;
}

export interface EventDay {
  /** YYYY-MM-DD where the person is. */
  day: string;
  events: TimelineEvent[];
}

/** The order of the server stays; the days are those of the person. */
export function groupByDay(events: readonly TimelineEvent[], dayOf: (instant: string) => string): EventDay[] {
  const days: EventDay[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
