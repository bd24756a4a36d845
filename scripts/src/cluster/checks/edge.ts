import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import { Connection } from '../http/connection.js';
import { visitorAt } from '../load/visitor.js';

/** Sign-up, a contact and a card that moves, as a person's browser asks for them. */
export const edgeCheck: ClusterCheck = {
  name: '1-edge',
  proves: 'sign-up, contact and board move through ingress-nginx over TLS; http leads to https; the app is served',
  run: async (stage) => {
    await stage.installed();
    const address = await stage.edge();
    if (!address) return skipped('no edge here');
    const visitor = await visitorAt(address, { contacts: 1, deals: 1 });
    const deal = visitor.deals[0]!;
    const moved = await visitor.client.call<{ stageId: string }>('POST', `/api/v1/deals/${deal.id}/move`, { stageId: visitor.stageIds[1], version: deal.version });
    demand(moved.stageId === visitor.stageIds[1], 'The card did not move.');
    const connection = new Connection(address);
    const page = await connection.ask({ method: 'GET', path: '/' }, 10_000);
    connection.close();
    demand(page.status === 200 && page.body.includes('<div id="root"'), `The app is not served: ${page.status}`);
    demand(/max-age=\d{7,}/.test(String(page.headers['strict-transport-security'])), 'There is no HSTS header.');
    return passed(`signed up, contact ${visitor.contactIds[0]}, card moved`);
  },
};
