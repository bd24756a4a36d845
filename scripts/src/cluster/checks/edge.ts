import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import type { Address, Edge } from '../http/address.js';
import { Connection, type Answer } from '../http/connection.js';
import { liveUpdate } from '../http/live-update.js';
import { visitorAt } from '../load/visitor.js';

export async function ask(address: Address, path: string): Promise<Answer> {
  const connection = new Connection(address);
  try {
    return await connection.ask({ method: 'GET', path }, 10_000);
  } finally {
    connection.close();
  }
}

/** What a person's browser asks an edge for: sign-up, a contact, a card that moves, live updates, the app; http that leads to https. */
export async function workThrough(edge: Edge): Promise<string> {
  const visitor = await visitorAt(edge, { contacts: 1, deals: 1 });
  const deal = visitor.deals[0]!;
  const moved = await visitor.client.call<{ stageId: string }>('POST', `/api/v1/deals/${deal.id}/move`, { stageId: visitor.stageIds[1], version: deal.version });
  demand(moved.stageId === visitor.stageIds[1], 'The card did not move.');
  const milliseconds = await liveUpdate(edge, visitor.headers, () => visitor.client.call('POST', '/api/v1/contacts', { lastName: 'Live' }));
  const page = await ask(edge, '/contacts');
  demand(page.status === 200 && page.body.includes('<div id="root"'), `The app is not served: ${page.status}`);
  demand(/max-age=\d{7,}/.test(String(page.headers['strict-transport-security'])), 'There is no HSTS header.');
  const said = `signed up, contact made, card moved, a change told live after ${milliseconds} ms`;
  if (!edge.plain) return `${said}; http not tried: its port is not known`;
  const { status, headers } = await ask({ origin: edge.origin, connect: { ...edge.plain, secure: false } }, '/contacts');
  demand([301, 308].includes(status) && headers.location === `${edge.origin}/contacts`, `http answers ${status} and leads to ${headers.location}.`);
  return `${said}; http leads to https`;
}

export const edgeCheck: ClusterCheck = {
  name: '1-edge',
  proves: 'sign-up, contact, board move and live updates through ingress-nginx over TLS; http leads to https; the app is served',
  run: async (stage) => {
    await stage.installed();
    const edge = await stage.edge();
    return edge ? passed(await workThrough(edge)) : skipped('no edge here');
  },
};
