import { randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';
import type { PoolOfDeals } from './pool-of-deals.js';

/** What is asked of a server, in its own words. */
export type Operation = 'list' | 'read' | 'search' | 'board' | 'create' | 'move';

export interface Known {
  contactIds: readonly string[];
  deals: PoolOfDeals;
}

const lifecycles = ['lead', 'customer', 'opportunity', 'subscriber'];
const anyOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!;

/** Three letters of a hexadecimal name: as rare as the beginning of a real one. */
const term = (): string => Math.floor(Math.random() * 0x1000 + 0x1000).toString(16).slice(1) + anyOf(['a', 'b', 'c', 'd']);

const path = (make: () => string): Request => ({ method: 'GET', setupRequest: (request) => ({ ...request, path: make() }) });

function create(pathname: string): Request {
  return {
    method: 'POST',
    path: pathname,
    setupRequest: (request) => {
      const name = randomUUID();
      return { ...request, body: JSON.stringify(pathname === '/contacts' ? { lastName: name, email: `${name}@bench.example` } : { lastName: name, emails: [{ email: `${name}@bench.example`, primary: true }] }) };
    },
  };
}

function move(deals: PoolOfDeals): Request {
  return {
    method: 'POST',
    setupRequest: (request, context) => {
      const deal = deals.take();
      context['deal'] = deal;
      return { ...request, path: `/api/v1/deals/${deal.id}/move`, body: JSON.stringify({ stageId: deals.nextStage(deal), version: deal.version }) };
    },
    onResponse: (status, body, context) => {
      const before = context['deal'] as ReturnType<PoolOfDeals['take']>;
      deals.giveBack(status === 200 ? (JSON.parse(body) as typeof before) : before);
    },
  };
}

/** The product's public API. */
export function productRequests({ contactIds, deals }: Known): Record<Operation, Request> {
  const filter = (): string => encodeURIComponent(JSON.stringify({ field: 'lifecycle', op: 'eq', value: anyOf(lifecycles) }));
  return {
    list: path(() => `/api/v1/contacts?limit=50&sort=lastName&filter=${filter()}`),
    read: path(() => `/api/v1/contacts/${anyOf(contactIds)}`),
    search: path(() => `/api/v1/search?q=${term()}`),
    board: path(() => '/api/v1/deals/board'),
    create: create('/api/v1/contacts'),
    move: move(deals),
  };
}

/** The bare servers. */
export function bareRequests({ contactIds }: Known): Record<Exclude<Operation, 'move'>, Request> {
  return {
    list: path(() => `/contacts?lifecycle=${anyOf(lifecycles)}`),
    read: path(() => `/contacts/${anyOf(contactIds)}`),
    search: path(() => `/search?q=${term()}`),
    board: path(() => '/board'),
    create: create('/contacts'),
  };
}
