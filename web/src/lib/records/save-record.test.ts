import { describe, expect, it, jest } from '@jest/globals';
import { ApiError } from '@/lib/api/api-error.js';
import type { Written } from '@/lib/api/api-types.js';
import { ConflictLeftOpen, saveRecord, type ConflictAnswer, type FieldConflict } from './save-record.js';
import type { Patch, Versioned } from './versioned.js';

interface Person extends Versioned {
  title: string | null;
  source: string | null;
}

const base: Person = { id: '1', version: 3, updatedBy: 'me', deletedAt: null, title: 'Engineer', source: null };

/** A server that holds `current` and refuses every other version. */
function serverWith(current: Person) {
  const sent: { version: number; patch: Patch }[] = [];
  const send = (version: number, patch: Patch): Promise<Written<Person>> => {
    sent.push({ version, patch });
    if (version !== current.version) return Promise.reject(new ApiError('STALE_VERSION', 409, 'stale', null, [], current));
    return Promise.resolve({ data: { ...current, ...patch, version: current.version + 1 }, changeSetId: 'c' });
  };
  return { send, sent };
}

const answering = (answer: ConflictAnswer) => jest.fn((_conflicts: FieldConflict[], _current: Person) => Promise.resolve(answer));

describe('saving a record that somebody else changed', () => {
  it('keeps their other fields without asking', async () => {
    const { send } = serverWith({ ...base, version: 4, source: 'Fair' });
    const ask = answering(null);
    const { data } = await saveRecord({ base, patch: { title: 'CTO' }, send, ask });
    expect(data).toMatchObject({ title: 'CTO', source: 'Fair' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks about the same field with both values, and saves again what was chosen', async () => {
    const { send, sent } = serverWith({ ...base, version: 4, title: 'CEO' });
    const ask = answering({ title: 'mine' });
    const { data } = await saveRecord({ base, patch: { title: 'CTO' }, send, ask });
    expect(ask.mock.calls[0]?.[0]).toEqual([{ field: 'title', mine: 'CTO', theirs: 'CEO' }]);
    expect(sent.at(-1)).toEqual({ version: 4, patch: { title: 'CTO' } });
    expect(data.title).toBe('CTO');
  });

  it('writes nothing when theirs is chosen', async () => {
    const current = { ...base, version: 4, title: 'CEO' };
    const { send, sent } = serverWith(current);
    const written = await saveRecord({ base, patch: { title: 'CTO' }, send, ask: answering({ title: 'theirs' }) });
    expect(written).toEqual({ data: current, changeSetId: null });
    expect(sent).toHaveLength(1);
  });

  it('does not ask when both chose the same', async () => {
    const { send } = serverWith({ ...base, version: 4, title: 'CTO' });
    const ask = answering(null);
    await saveRecord({ base, patch: { title: 'CTO' }, send, ask });
    expect(ask).not.toHaveBeenCalled();
  });

  it('leaves the text with the person who closes the question', async () => {
    const { send } = serverWith({ ...base, version: 4, title: 'CEO' });
    await expect(saveRecord({ base, patch: { title: 'CTO' }, send, ask: answering(null) })).rejects.toBeInstanceOf(ConflictLeftOpen);
  });
});
