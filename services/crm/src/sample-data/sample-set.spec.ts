import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cleanBody } from '../notes/note-body.js';
import { checkStages, type Stage, usualStages } from '../pipelines/pipeline.js';
import { makeSampleSet, type SampleSet } from './sample-set.js';

const now = new Date('2026-11-24T20:00:00Z');
const stages: Stage[] = checkStages(usualStages).map((stage) => ({ ...stage, id: stage.name, pipelineId: 'p' }));
const make = (newId: () => string = randomUUID): SampleSet => makeSampleSet({ now, today: now.toISOString().slice(0, 10), newId, stages, lostReasonIds: ['price', 'timing'] });
const set = make();

describe('sample data', () => {
  it('is 60 companies, 200 contacts and 90 deals with tasks and notes', () => {
    expect([set.companies.length, set.contacts.length, set.deals.length]).toEqual([60, 200, 90]);
    expect(set.tasks.length).toBeGreaterThan(40);
    expect(set.notes.length).toBeGreaterThan(60);
  });

  it('is the same each time', () => {
    const counting = (): (() => string) => {
      let count = 0;
      return () => `id-${(count += 1)}`;
    };
    expect(make(counting())).toEqual(make(counting()));
  });

  it('has unique domains, emails and phones that nobody owns', () => {
    const domains = set.companies.map(({ domain }) => domain);
    const emails = set.contacts.flatMap((contact) => contact.emails.map(({ email }) => email));
    const phones = [...set.companies.flatMap(({ phone }) => phone ?? []), ...set.contacts.flatMap((contact) => contact.phones.map(({ phone }) => phone))];
    expect([domains, emails, phones].map((names) => new Set(names).size)).toEqual([domains.length, emails.length, phones.length]);
    expect(phones.length).toBeGreaterThan(100);
    expect([...domains, ...emails].filter((name) => !/^[a-z0-9.@-]+\.example$/.test(name))).toEqual([]);
  });

  it('has deals in every stage and several currencies', () => {
    expect(new Set(set.deals.map(({ path }) => path.at(-1)!.stageId)).size).toBe(6);
    expect(new Set(set.deals.map(({ currency }) => currency)).size).toBeGreaterThan(5);
  });

  it('has deals that fill what their stage asks for', () => {
    const lacking = set.deals.filter(({ path, amount, expectedClose }) => {
      const needed = stages.find(({ id }) => id === path.at(-1)!.stageId)!.requiredFields;
      return (needed.includes('amount') && amount === null) || (needed.includes('expectedClose') && expectedClose === null);
    });
    expect(lacking).toEqual([]);
  });

  it('has a history that goes forward and ends in the past', () => {
    const instants = set.deals.map(({ path }) => path.map(({ enteredAt }) => enteredAt.getTime()));
    expect(instants.every((path) => path.every((at, index) => at <= now.getTime() && (index === 0 || at > path[index - 1]!)))).toBe(true);
    expect(Math.min(...instants.flat())).toBeLessThan(now.getTime() - 200 * 86_400_000);
  });

  it('has tasks that are late, due today and due later', () => {
    const due = set.tasks.filter(({ status }) => status === 'open').map(({ dueDate }) => dueDate);
    expect(due.filter((date) => date === '2026-11-24')).toHaveLength(6);
    expect([due.some((date) => date && date < '2026-11-24'), due.some((date) => date && date > '2026-11-24'), due.includes(null)]).toEqual([true, true, true]);
  });

  it('has notes that are clean', () => {
    expect(set.notes.every(({ body }) => cleanBody(body).html === body)).toBe(true);
    expect(set.notes.every(({ createdAt }) => createdAt < now)).toBe(true);
  });
});
