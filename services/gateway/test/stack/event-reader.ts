import { eventually } from '@crm-vision/common/testing';
import { createParser } from 'eventsource-parser';
import { type IncomingMessage, request } from 'node:http';
import type { Person } from './person.js';

export interface ReadEvent {
  event: string;
  data: Record<string, unknown>;
  /** The place in the stream after it. */
  id: string | undefined;
  at: number;
}

/** An open stream of live updates, and what came over it. */
export interface EventReader {
  events: ReadEvent[];
  response: IncomingMessage;
  /** The first event that fits, within `withinMs`. */
  find(fits: (event: ReadEvent) => boolean, withinMs?: number): Promise<ReadEvent>;
  /** "end" when the stream was ended properly, "aborted" when it broke. */
  ended: Promise<'end' | 'aborted'>;
  close(): void;
}

/** `lastId` as a reader names it that comes back. */
export function openEvents(person: Person, lastId?: string): Promise<EventReader> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${person.origin}/api/v1/events`, { agent: false, headers: { ...person.headers('GET'), Accept: 'text/event-stream', ...(lastId !== undefined && { 'Last-Event-ID': lastId }), 'Accept-Encoding': 'gzip' } }, (response) => {
      const events: ReadEvent[] = [];
      const parser = createParser({
        onEvent: ({ event = 'message', data, id }) => void events.push({ event, id, data: JSON.parse(data) as Record<string, unknown>, at: Date.now() }),
        onError: reject,
      });
      response.setEncoding('utf8').on('data', (chunk: string) => parser.feed(chunk));
      const ended = new Promise<'end' | 'aborted'>((settle) => {
        response.once('end', () => settle('end'));
        response.once('error', () => settle('aborted'));
      });
      const find = (fits: (event: ReadEvent) => boolean, withinMs = 2000): Promise<ReadEvent> => eventually(() => {
        const found = events.find(fits);
        if (!found) throw new Error(`No such event among ${JSON.stringify(events)}`);
        return found;
      }, withinMs);
      resolve({ events, response, find, ended, close: () => void outgoing.destroy() });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
