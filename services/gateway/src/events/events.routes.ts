import { route } from '../http/route.js';
import { changeEvent } from './events.dto.js';

export const streamEvents = route({ method: 'GET', path: '/api/v1/events', id: 'streamEvents', summary: 'Changes as they happen, as server-sent events', description: 'Events named "change" carry a ChangeEvent; events named "status" carry { "live": boolean }, false meaning that changes do not arrive and the client should poll. Events have an id: who comes back with the last one as Last-Event-ID gets what happened since, or an event named "reset" when that is not known any more: fetch anew.', tag: 'Live updates', status: 200, response: changeEvent, contentType: 'text/event-stream', errors: ['TOO_MANY_STREAMS'] });
