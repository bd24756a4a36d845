import type { ApiClient } from '../../product/api-client.js';
import type { Address } from '../http/address.js';
import type { Question } from '../http/connection.js';
import { signUp } from '../http/person.js';

export interface Deal {
  id: string;
  stageId: string;
  version: number;
}

interface Board {
  columns: { stage: { id: string; type: string; requiredFields: string[] }; cards: Deal[] }[];
}

/** One signed-in person and what they know: enough to ask for something that has to work. */
export interface Visitor {
  client: ApiClient;
  headers: Record<string, string>;
  contactIds: string[];
  stageIds: string[];
  /** Deals that nobody is moving now. */
  deals: Deal[];
}

/** A new workspace with some contacts, and deals to move about. */
export async function visitorAt(address: Address, { contacts, deals }: { contacts: number; deals: number }): Promise<Visitor> {
  const { client } = await signUp(address);
  const board = await client.call<Board>('GET', '/api/v1/deals/board');
  const stageIds = board.columns.filter(({ stage }) => stage.type === 'open' && stage.requiredFields.length === 0).map(({ stage }) => stage.id);
  const visitor: Visitor = { client, headers: client.headers, contactIds: [], stageIds, deals: [] };
  for (let number = 0; number < contacts; number += 1) visitor.contactIds.push((await client.call<{ id: string }>('POST', '/api/v1/contacts', { lastName: `Contact ${number}` })).id);
  for (let number = 0; number < deals; number += 1) visitor.deals.push(await client.call<Deal>('POST', '/api/v1/deals', { name: `Deal ${number}`, stageId: stageIds[0], amount: { amount: '1000.00', currency: 'EUR' } }));
  return visitor;
}

export interface Errand {
  question: Question;
  /** Sees the answer when it was a good one. */
  done?: (body: string) => void;
}

/** What people do, in these shares of a hundred: lists, records, the board, new contacts, and cards that move on. */
export function errandOf(visitor: Visitor, number: number): Errand {
  const share = (number * 37) % 100;
  if (share < 45) return get(visitor, '/api/v1/contacts?limit=20');
  if (share < 70) return get(visitor, `/api/v1/contacts/${visitor.contactIds[number % visitor.contactIds.length]}`);
  if (share < 80) return get(visitor, '/api/v1/deals?limit=10');
  if (share < 92) return createContact(visitor, number);
  return moveDeal(visitor) ?? get(visitor, '/api/v1/deals/board');
}

const get = ({ headers }: Visitor, path: string): Errand => ({ question: { method: 'GET', path, headers } });

function createContact({ headers, contactIds }: Visitor, number: number): Errand {
  const body = JSON.stringify({ lastName: `Under load ${number}` });
  return { question: { method: 'POST', path: '/api/v1/contacts', headers, body }, done: (answer) => contactIds.push((JSON.parse(answer) as { id: string }).id) };
}

/** A deal is moved by one request at a time; one whose answer got lost is not touched again, since its version is unknown. */
function moveDeal({ headers, deals, stageIds }: Visitor): Errand | null {
  const deal = deals.shift();
  if (!deal) return null;
  const stageId = stageIds[(stageIds.indexOf(deal.stageId) + 1) % stageIds.length];
  const body = JSON.stringify({ stageId, version: deal.version });
  return { question: { method: 'POST', path: `/api/v1/deals/${deal.id}/move`, headers, body }, done: (answer) => deals.push(JSON.parse(answer) as Deal) };
}
