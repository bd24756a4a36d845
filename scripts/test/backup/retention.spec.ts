import { describe, expect, it } from '@jest/globals';
import { expired } from '../../src/backup/retention.js';

const rule = { days: 30, minimumCopies: 7, monthlyCopies: 0 };
const now = new Date('2026-11-24T02:05:00Z');
const daily = (count: number) => Array.from({ length: count }, (_, age) => ({ age, takenAt: new Date(now.getTime() - 300_000 - age * 86_400_000).toISOString() }));
const allGood = () => Promise.resolve(true);
const ages = async (...parameters: Parameters<typeof expired<{ age: number; takenAt: string }>>): Promise<number[]> => (await expired(...parameters)).map(({ age }) => age);

describe('which backups go', () => {
  it('are of forty days exactly those that are older than thirty', async () => {
    expect(await ages(daily(40), rule, now, allGood)).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });

  it('are not the first ones of the last twelve months', async () => {
    const copies = daily(450);
    const gone = new Set(await ages(copies, { ...rule, monthlyCopies: 12 }, now, allGood));
    const kept = copies.filter(({ age }) => !gone.has(age) && age > 30).map(({ takenAt }) => takenAt.slice(0, 10));
    expect(kept).toEqual(['2026-10-01', '2026-09-01', '2026-08-01', '2026-07-01', '2026-06-01', '2026-05-01', '2026-04-01', '2026-03-01', '2026-02-01', '2026-01-01', '2025-12-01']);
  });

  it('are none while there are not seven good ones besides, whatever their age', async () => {
    const old = daily(40).filter(({ age }) => age >= 34);
    expect(await ages(old, rule, now, allGood)).toEqual([]);
    expect(await ages([...daily(3), ...old], rule, now, allGood)).toEqual([38, 39]);
  });

  it('are never counted on when they are damaged', async () => {
    const good = ({ age }: { age: number }) => Promise.resolve(age >= 31);
    expect(await ages(daily(40), rule, now, good)).toEqual([38, 39]);
    expect(await ages(daily(40), rule, now, () => Promise.resolve(false))).toEqual([]);
  });

  it('are the same with a clock of another day, counted from there', async () => {
    expect(await ages(daily(40), rule, new Date(now.getTime() + 5 * 86_400_000), allGood)).toHaveLength(15);
    expect(await ages(daily(40), rule, new Date(now.getTime() - 20 * 86_400_000), allGood)).toEqual([]);
  });
});
