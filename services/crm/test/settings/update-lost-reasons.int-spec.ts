import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let settings: GrpcClient<typeof SettingsServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  settings = crm.client(SettingsServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('lost reasons', () => {
  const names = (reasons: { name: string }[]): string[] => reasons.map(({ name }) => name);

  it('are six to begin with, then what people make of them; those that are gone are archived', async () => {
    const { lostReasons: usual } = await settings.listLostReasons({ includeArchived: false }, ada);
    expect(usual).toHaveLength(6);
    const [first, second] = [usual[0]!, usual[1]!];
    // Two names change places.
    const wanted = [{ id: second.id, name: first.name, archived: false }, { id: first.id, name: second.name, archived: false }, { id: '', name: 'Went elsewhere', archived: false }];
    const { lostReasons } = await settings.updateLostReasons({ lostReasons: wanted }, ada);
    expect(names(lostReasons)).toEqual([first.name, second.name, 'Went elsewhere']);
    expect(lostReasons.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
    const { lostReasons: all } = await settings.listLostReasons({ includeArchived: true }, ada);
    expect([all.length, all.filter(({ archived }) => archived).length]).toEqual([7, 4]);
  });

  it('refuse what is wrong, and members', async () => {
    const change = (reasons: { id: string; name: string }[], who = ada) => settings.updateLostReasons({ lostReasons: reasons.map((reason) => ({ ...reason, archived: false })) }, who);
    await expect(change([])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items'));
    await expect(change([{ id: randomUUID(), name: 'A' }])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items[0].id'));
    await expect(change([{ id: '', name: 'A' }, { id: '', name: 'a' }])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items[1].name'));
    await expect(change([{ id: '', name: 'Straße' }, { id: '', name: 'strasse' }])).rejects.toMatchObject({ kind: 'alreadyExists' });
    await expect(change([{ id: '', name: 'A' }], await person(crm, { workspaceId: ada.workspaceId, role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
