import type { Person } from '../stack/person.js';

/** Ids of one workspace, by what they name. */
export interface World {
  person: Person;
  ids: Record<Kind, string>;
}

export type Kind = 'company' | 'contact' | 'deal' | 'otherDeal' | 'task' | 'note' | 'pipeline' | 'stage' | 'lostReason' | 'changeSet' | 'user' | 'session' | 'invitation';

interface Made { id: string }

/** Stands in every text of the workspace: where somebody else sees it, the wall has a hole. */
export const MARKER = 'Quittenbaum';

/** One of everything, made by the owner of a workspace. */
export async function buildWorld(person: Person, marker = MARKER): Promise<World> {
  const make = async (path: string, body: unknown): Promise<Made & { changeSet: string }> => {
    const reply = await person.post(path, body);
    if (reply.status !== 201) throw new Error(`POST ${path}: ${reply.text}`);
    return { ...reply.json<Made>(), changeSet: String(reply.headers['change-set-id']) };
  };
  const first = async (path: string): Promise<Made> => {
    const [item] = (await person.get(path)).json<{ items: Made[] }>().items;
    if (!item) throw new Error(`GET ${path} shows nothing.`);
    return item;
  };
  const company = await make('/api/v1/companies', { name: `${marker} AG`, domain: `${marker.toLowerCase()}-${person.workspaceId.slice(-8)}.example` });
  const contact = await make('/api/v1/contacts', { firstName: marker, emails: [{ email: `${marker.toLowerCase()}@example.com` }], companyId: company.id });
  const pipeline = (await person.get('/api/v1/pipelines')).json<{ items: { id: string; stages: Made[] }[] }>().items[0];
  const deal = await make('/api/v1/deals', { name: `${marker} deal`, amount: { amount: '1000.00', currency: 'EUR' }, companyId: company.id, contactIds: [contact.id] });
  const otherDeal = await make('/api/v1/deals', { name: `${marker} second deal` });
  const record = { kind: 'contact', id: contact.id };
  const task = await make('/api/v1/tasks', { subject: `${marker} task`, links: [record] });
  const note = await make('/api/v1/notes', { record, body: `<p>${marker}</p>` });
  const invitation = (await person.post('/api/v1/invitations', { email: `${marker.toLowerCase()}-guest@example.com`, role: 'viewer' })).json<{ invitation: Made }>().invitation;
  const [lostReason, session] = [await first('/api/v1/settings/lost-reasons'), await first('/api/v1/sessions')];
  return {
    person,
    ids: {
      company: company.id, contact: contact.id, deal: deal.id, otherDeal: otherDeal.id, task: task.id, note: note.id, pipeline: pipeline?.id ?? '', stage: pipeline?.stages[0]?.id ?? '',
      lostReason: lostReason.id, changeSet: company.changeSet, user: person.userId, session: session.id, invitation: invitation.id,
    },
  };
}

const byPath: readonly [part: string, kind: Kind][] = [
  ['/companies', 'company'], ['/contacts', 'contact'], ['/deals', 'deal'], ['/tasks', 'task'], ['/notes', 'note'], ['/pipelines', 'pipeline'], ['/sessions', 'session'],
  ['/invitations', 'invitation'], ['/change-sets', 'changeSet'], ['/lost-reasons', 'lostReason'], ['/bin', 'company'],
];
const byName: Readonly<Record<string, Kind>> = {
  companyId: 'company', contactIds: 'contact', ownerId: 'user', assigneeId: 'user', userId: 'user', pipelineId: 'pipeline', stageId: 'stage', beforeDealId: 'otherDeal', lostReasonId: 'lostReason',
};

/** What an id at this place of this route names. A new kind of id has to be taught here: the matrix fails until then. */
export function kindAt(path: string, place: string): Kind {
  const name = place.split('.').at(-1) ?? '';
  const named = byName[name];
  if (named) return named;
  if (place === 'stages.id') return 'stage';
  if (['record', 'linkedTo', 'record.id', 'links.id'].includes(place)) return 'contact';
  const found = ['id', 'ids', 'exceptId'].includes(name) ? byPath.find(([part]) => path.includes(part))?.[1] : undefined;
  if (!found) throw new Error(`What does "${place}" of ${path} name? Teach test/generated/world.ts.`);
  return found;
}
