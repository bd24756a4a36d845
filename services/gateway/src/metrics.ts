import { registry } from '@crm-vision/common/metrics';
import { Counter, Gauge } from 'prom-client';

export const rateLimited = new Counter({
  name: 'gateway_rate_limited_total', help: 'Requests answered with 429', labelNames: ['policy'], registers: [registry],
});
export const requestsShed = new Counter({
  name: 'gateway_requests_shed_total', help: 'Requests turned away with 503, because as many were open as may be', registers: [registry],
});
export const requestsInFlight = new Gauge({
  name: 'gateway_requests_in_flight', help: 'Requests being worked at', registers: [registry],
});
export const requestsWaiting = new Gauge({
  name: 'gateway_requests_waiting', help: 'Requests that wait for their turn, since as many of their person, workspace or address are worked at as may be', registers: [registry],
});
export const eventStreams = new Gauge({
  name: 'gateway_event_streams', help: 'Open live-update streams', registers: [registry],
});
export const eventsDelivered = new Counter({
  name: 'gateway_events_delivered_total', help: 'Change events written to streams', registers: [registry],
});
